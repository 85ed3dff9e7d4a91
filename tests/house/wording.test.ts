import { describe, expect, test } from 'vitest';
import {
  linesOf,
  plainWords,
  programWords,
  readIn,
  wordingHits,
  type WordingHit,
} from './plain-words.ts';
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
  ...[
    ['src/checks/help-unseen.ts', 'someone|somebody|childline'],
    ['src/checks/opening-hours.ts', 'open|closed|shut'],
    ['src/checks/quoted.ts', 'someone|somebody|one of them'],
    ['src/checks/quoted.ts', 'someone|somebody|one (?:person'],
    ['src/document/teacher-words.ts', 'everyone|everybody|the class'],
    ['src/subjects/recogniser.ts', 'someone|somebody)'],
  ].map(([path = '', line = '']) => ({ path, line, reason: 'it finds what authors write' })),
  {
    path: 'src/lesson/grammar.ts',
    line: 'Land safely:',
    reason: 'plans that have the older words are still read',
  },
  {
    path: 'src/outputs/handouts/help-card.ts',
    line: 'Here',
    reason: 'it begins the line that says who helps in this place',
  },
  {
    path: 'src/pages/read/app.tsx',
    line: 'everybody',
    reason: 'the name that a site’s readers have in its pages',
  },
  {
    path: 'src/site/site.ts',
    line: 'everybody',
    reason: 'the name that a site’s readers have in its pages',
  },
  {
    path: 'src/room/step.ts',
    line: 'box-shut',
    reason: 'the code of a problem, as it is sent',
  },
];

const papers = ['lessons', 'handouts'].flatMap((top) =>
  readTree(top)
    .filter(({ path }) => path.endsWith('.md'))
    .map(({ path, text }) => ({ path: `${top}/${path}`, lines: linesOf(text), words: plainWords })),
);
// Lists of words to find have all of them.
const program = readTree('src')
  .filter(({ path }) => /\.(?:tsx?|html)$/.test(path) && !path.startsWith('checks/words/'))
  .map(({ path, text }) => ({
    path: `src/${path}`,
    lines: readIn(path, text),
    words: programWords,
  }));
const texts = [...papers, ...program];

function isAllowed(path: string, text: string): boolean {
  return exceptions.some((exception) => exception.path === path && text.includes(exception.line));
}

function toSentence({ path, line, words, instead }: WordingHit): string {
  return `${path}:${line} “${words}”: write ${instead}`;
}

describe('plain words', () => {
  test('are in every lesson, template and handout, and in all that the program says', () => {
    expect([papers.length > 50, program.length > 500]).toEqual([true, true]);
    const hits = texts.flatMap(({ path, lines, words }) =>
      wordingHits(
        path,
        lines.filter(({ text }) => !isAllowed(path, text)),
        words,
      ),
    );
    expect(hits.map(toSentence)).toEqual([]);
  });
});
