import { describe, expect, test } from 'vitest';
import { linesOf, plainWords, wordingHits, type WordingHit } from './plain-words.ts';
import { readTree } from './read-tree.ts';

/** Lines that must have such a word, by file, with words of the line and the reason. */
const exceptions: readonly {
  readonly path: string;
  readonly line: string;
  readonly reason: string;
}[] = [
  {
    path: 'lessons/which-lands-first.md',
    line: 'Stand on the floor, not on a chair.',
    reason: 'people do stand, and it is for their safety',
  },
];

const texts = ['lessons', 'handouts'].flatMap((top) =>
  readTree(top)
    .filter(({ path }) => path.endsWith('.md'))
    .map(({ path, text }) => ({ path: `${top}/${path}`, lines: linesOf(text) })),
);

function isAllowed(path: string, text: string): boolean {
  return exceptions.some((exception) => exception.path === path && text.includes(exception.line));
}

/** What is found in a planted line. */
function found(text: string): readonly string[] {
  return wordingHits('planted.md', [{ line: 1, text }]).map(({ name }) => name);
}

function toSentence({ path, line, words, instead }: WordingHit): string {
  return `${path}:${line} “${words}”: write ${instead}`;
}

describe('plain words', () => {
  test.each(plainWords.flatMap(({ name, planted }) => planted.map((text) => [text, name])))(
    '“%s” has the turn “%s”',
    (text, name) => {
      expect(found(text)).toEqual([name]);
    },
  );

  test.each(plainWords.flatMap(({ plain }) => plain))('“%s” is plain', (text) => {
    expect(found(text)).toEqual([]);
  });

  test('that are missing are reported with their file and line, and what to write instead', () => {
    expect(wordingHits('x.md', linesOf('One.\nTell whoever helps.')).map(toSentence)).toEqual([
      'x.md:2 “whoever”: write anyone who, people who, the one who; who; again; so that … not; zero',
    ]);
  });

  test('are in every lesson, template and handout', () => {
    expect(texts.length).toBeGreaterThan(50);
    const hits = texts.flatMap(({ path, lines }) =>
      wordingHits(
        path,
        lines.filter(({ text }) => !isAllowed(path, text)),
      ),
    );
    expect(hits.map(toSentence)).toEqual([]);
  });

  test('have no exception that no line needs', () => {
    const unused = exceptions.filter(
      (exception) =>
        !texts.some(
          ({ path, lines }) =>
            path === exception.path &&
            wordingHits(
              path,
              lines.filter(({ text }) => text.includes(exception.line)),
            ).length > 0,
        ),
    );
    expect(unused).toEqual([]);
  });
});
