import { describe, expect, test } from 'vitest';
import { readLesson } from '../../src/lesson/read-lesson.ts';
import { deckOf } from '../../src/outputs/board/make-deck.ts';

/** The inside of a slide with this heading and text. */
function drawn(text: string, heading = 'Their worries'): string {
  const { lesson } = readLesson(
    'one',
    `---\ntitle: One\nnames: [Jo, Ash, Max]\n---\n\n### ${heading}\n\n${text}\n`,
  );
  return deckOf(lesson, null).slides[0]?.html ?? '';
}

describe('a list of what people say', () => {
  const voice = (who: string, words: string) => `<li><strong>${who}</strong><p>${words}</p></li>`;
  const named = (name: string) => `<span data-character="${name}">${name}</span>`;
  const columns = (list: string) =>
    `::: columns\n${list}\n\n+++\n\n![A tent](pictures/den.svg)\n:::`;

  test('has who it is and their words apart, with names in braces and with typed ones', () => {
    expect(drawn('- Jo: “Not me.”\n- Ash: “It’s *hard*.”')).toContain(
      `<ul class="voices voices--by-2">${voice('Jo', '“Not me.”')}${voice('Ash', '“It’s <em>hard</em>.”')}</ul>`,
    );
    expect(drawn('- {Jo}: “{Sam} asked me.”\n- {Ash}: “No.”')).toContain(
      voice(named('Jo'), '“{Sam} asked me.”'),
    );
  });

  test('needs no names, and four are in two rows', () => {
    const two = '<ul class="voices voices--by-2">';
    expect(drawn('- Jo: "Not me."\n- Ash: "No."')).toContain(two);
    const voices = ['A.', 'B.', 'C.', 'D.'].map((words) => `- “${words}”`).join('\n');
    expect(drawn(voices)).toContain('<ul class="voices voices--by-2"><li><p>“A.”</p></li>');
  });

  test('has its names in bold too, single quotation marks, and blank lines between', () => {
    const bubbles = `${voice('Jo', '“Not me.”')}${voice('Ash', '“No.”')}`;
    for (const [jo, ash] of [
      ['- **Jo:** “Not me.”', '- **Ash:** “No.”'],
      ['- **Jo**: “Not me.”', '- **Ash**: “No.”'],
      ['- Jo: “Not me.”\n', '- Ash: “No.”'],
    ]) {
      expect(drawn(`${jo}\n${ash}`), jo).toContain(bubbles);
    }
    expect(drawn('- **{Jo}:** “A.”\n- **{Ash}’s mum:** “B.”')).toContain(
      `${voice(named('Jo'), '“A.”')}${voice(`${named('Ash')}’s mum`, '“B.”')}`,
    );
    expect(drawn('- Jo: ‘It’s not me.’\n- Ash: ‘No.’')).toContain(voice('Jo', '‘It’s not me.’'));
    expect(drawn("- Jo: 'It's not me.'\n- Ash: 'No.'")).toContain('voices--by-2');
  });

  test.each([
    'A friend',
    'A third friend',
    'Their older brother',
    'Someone else',
    'Jo’s mum',
    'Police officer',
    'A friend from class',
    'The class',
    'Pupil 2',
    'max',
  ])('is said by %s', (who) => {
    expect(drawn(`- ${who}: “A.”\n- Jo: “B.”`)).toContain('voices--by-2');
  });

  test('is beside a picture in one piece, a name before its words', () => {
    expect(drawn(columns('- Jo: “A.”\n- Ash: “B.”'))).toContain(
      '<div class="columns columns--voices-first"><div class="column"><ul class="voices"><li><strong>Jo</strong>: “A.”</li>',
    );
  });

  test('is one where its lines come one by one', () => {
    expect(drawn('::: reveal\n- Jo: “A.”\n- Ash: “B.”\n:::')).toMatch(
      /<li data-step="1" class="step"><strong>Jo/,
    );
  });

  test('has as many words as fit below a short name', () => {
    const words = `“${'I could say so. '.repeat(6)}”`;
    expect(drawn(['Jo', 'Ash', 'Max'].map((who) => `- ${who}: ${words}`).join('\n'))).toContain(
      'voices--by-3',
    );
  });

  const long = `“${'I could lose a friend. '.repeat(8)}”`;
  test.each([
    ['a line that no one says', '- Jo: “A.”\n- It costs a week.'],
    ['words after the quotation', '- Jo: “A.”\n- Ash: “B”, and goes.'],
    ['two quotations on a line', '- Jo: “A.” Then: “B.”\n- Ash: “B.”'],
    ['a label', '- Remember: “A.”\n- Jo: “B.”'],
    ['a label in bold', '- **Remember:** “A.”\n- Jo: “B.”'],
    ['a thing', '- A new phone: “A.”\n- The sentence: “B.”'],
    ['what to do with someone', '- Tell a friend: “A.”\n- Ask someone: “B.”'],
    ['a name that the lesson does not have', '- Tutorial: “A.”\n- Jo: “B.”'],
    ['what somebody did', '- {Jo} wrote: “A.”\n- {Ash} wrote: “B.”'],
    ['words to learn', "- 'their'\n- 'there'"],
    ['an end that may be an apostrophe', '- Jo: ‘My friends’ idea.’\n- Ash: ‘No.’'],
    ['two paragraphs in a line', '- Jo: “A.”\n\n  “C.”\n\n- Ash: “B.”'],
    ['one line alone', '- Jo: “A.”'],
    ['five lines', '- A: “A.”\n- B: “B.”\n- C: “C.”\n- D: “D.”\n- E: “E.”'],
    ['numbers', '1. Jo: “A.”\n2. Ash: “B.”'],
    ['a picture below', '- Jo: “A.”\n- Ash: “B.”\n\n![A tent](pictures/den.svg)'],
    ['more than fits side by side', `- Jo: ${long}\n- Ash: “B.”\n- Max: “C.”`],
    ['more than fits beside a picture', columns(`- Jo: ${long}\n- Ash: ${long}`)],
    [
      'names on two lines below as much as fits',
      ['A friend from class', 'Their older brother', 'A cousin']
        .map((who) => `- ${who}: “${'I could say so. '.repeat(6)}”`)
        .join('\n'),
    ],
    ['words beside it', '::: columns\n- Jo: “A.”\n- Ash: “B.”\n\n+++\n\nWhich is it?\n:::'],
    ['a word longer than its line', '- A: “Responsibilities.”\n- B: “B.”\n- C: “C.”'],
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
