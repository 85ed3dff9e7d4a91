import { describe, expect, test } from 'vitest';
import { readLesson } from '../../src/lesson/read-lesson.ts';
import { deckOf } from '../../src/outputs/board/make-deck.ts';

/** The inside of a slide with this heading and text. */
function drawn(text: string, heading = 'Their worries'): string {
  const { lesson } = readLesson('one', `---\ntitle: One\n---\n\n### ${heading}\n\n${text}\n`);
  return deckOf(lesson, null).slides[0]?.html ?? '';
}

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
