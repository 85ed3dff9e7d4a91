import { describe, expect, test } from 'vitest';
import { readLesson } from '../../src/lesson/read-lesson.ts';
import { deckOf } from '../../src/outputs/board/make-deck.ts';

const LONG = 'What could the two who see it say to Sam, and what to Alex, today?';
const TALK = '<div class="slide__foot slide__foot--talk">';

function stop(body: string, heading = 'What does Sam want?'): string {
  const text = `---\ntitle: A\n---\n\n### Stop the-ask: ${heading}\n\n${body}\n`;
  const { slides } = deckOf(readLesson('a', text).lesson, null);
  return (slides.at(-1)?.html ?? '').replaceAll(/<svg[^]*?<\/svg>/g, '(icon)').replaceAll('\n', '');
}

describe('The slide at a stop', () => {
  test('has what the class does beside the sign for talking, and nothing above it', () => {
    expect(stop('Talk in threes.\n\nThen write.')).toMatch(
      /<\/h2><div class="slide__foot slide__foot--talk">\(icon\)<div><p>Talk in threes.<\/p><p>Then write.<\/p><\/div><\/div>$/,
    );
    expect(stop('')).toContain(`${TALK}(icon)<div><p>Talk in pairs. You can pass.</p></div></div>`);
  });

  test('has a list above that sign, with the words that lead to it', () => {
    expect(stop('Choose:\n\n- One\n- Two\n\nTalk in pairs.')).toMatch(
      /<\/h2><div class="slide__body"><p>Choose:<\/p><ul><li>One<\/li><li>Two<\/li><\/ul><\/div><div class="slide__foot slide__foot--talk">\(icon\)<div><p>Talk in pairs.<\/p>/,
    );
  });

  test('has a thread as a thread, and no sign where nothing is said about talking', () => {
    const html = stop('::: chat\nAlex: Send me one?\nSam: No.\n:::');
    expect(html).toContain('<div class="slide__body"><ol class="chat">');
    expect(html).not.toContain(TALK);
  });

  test('has a smaller heading, and then less space, the more there is below it', () => {
    const list = (count: number) => Array.from({ length: count }, () => '- One thing').join('\n');
    const looks = Array.from({ length: 9 }, (_, nth) => stop(list(nth + 1), LONG)).map(
      (html) => Number(html.includes('<h2 class="long">')) + Number(html.includes('body--full')),
    );
    expect(looks).toEqual(looks.toSorted((one, other) => one - other));
    expect(new Set(looks)).toEqual(new Set([0, 1, 2]));
  });

  test('counts its steps on from the list to the words', () => {
    const html = stop('::: reveal\n- One\n- Two\n:::\n\nTalk.');
    expect(html).toContain('data-step="2"');
  });
});
