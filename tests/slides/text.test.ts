import { describe, expect, test } from 'vitest';
import { readLesson } from '../../src/lesson/read-lesson.ts';
import { deckOf } from '../../src/outputs/board/make-deck.ts';

/** The inside of a slide with this heading and text. */
function drawn(text: string, heading = 'Their worries'): string {
  const { lesson } = readLesson('one', `---\ntitle: One\n---\n\n### ${heading}\n\n${text}\n`);
  return deckOf(lesson, null).slides[0]?.html ?? '';
}

describe('a list of what people say', () => {
  const voice = (who: string, words: string) => `<li><strong>${who}</strong><p>${words}</p></li>`;

  test('has who it is and their words apart, with names in braces and with typed ones', () => {
    expect(drawn('- Jo: “Not me.”\n- Ash: “It’s *hard*.”')).toContain(
      `<ul class="voices">${voice('Jo', '“Not me.”')}${voice('Ash', '“It’s <em>hard</em>.”')}</ul>`,
    );
    expect(drawn('- {Jo}: “{Sam} asked me.”\n- {Ash}: “No.”')).toContain(
      voice('{Jo}', '“{Sam} asked me.”'),
    );
  });

  test('is one in columns, and where its lines come one by one', () => {
    expect(drawn('::: columns\n- Jo: “A.”\n- Ash: “B.”\n\n+++\n\nWho?\n:::')).toContain(
      '<ul class="voices">',
    );
    expect(drawn('::: reveal\n- Jo: “A.”\n- Ash: “B.”\n:::')).toMatch(
      /<li data-step="1" class="step"><strong>Jo/,
    );
  });

  test.each([
    ['a line that no one says', '- Jo: “A.”\n- It costs a week.'],
    ['words after the quotation', '- Jo: “A.”\n- Ash: “B”, and goes.'],
    ['one line alone', '- Jo: “A.”'],
    ['five lines', '- A: “A.”\n- B: “B.”\n- C: “C.”\n- D: “D.”\n- E: “E.”'],
    ['numbers', '1. Jo: “A.”\n2. Ash: “B.”'],
  ])('is a plain one with %s', (_, text) => {
    expect(drawn(text)).not.toContain('voices');
  });
});

describe('a picture for the whole slide', () => {
  const picture = '![A tent](pictures/den.svg "full")';

  test('has its words beside it, where they fit there', () => {
    expect(drawn(`${picture}\n\nA good day.`, 'Two friends')).toContain('slide__body--story');
  });

  test.each([
    ['has none', picture, 'Two friends'],
    ['a long word in the heading', `${picture}\n\nA good day.`, 'Responsibilities'],
    ['too many words', `${picture}\n\n${'A good day. '.repeat(20)}`, 'Two friends'],
    ['a list', `${picture}\n\n- A good day.`, 'Two friends'],
    ['another size', `${picture.replace('full', 'medium')}\n\nA good day.`, 'Two friends'],
  ])('has them above and below with %s', (_, text, heading) => {
    expect(drawn(text, heading)).not.toContain('slide__body--story');
  });
});
