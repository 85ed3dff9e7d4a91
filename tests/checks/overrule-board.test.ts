import { expect, test } from 'vitest';
import { checkLesson } from '../../src/checks/checks.ts';
import { overruleBoard } from '../../src/checks/overrule-board.ts';
import { boardCodes, boardProblems, type Seen } from '../../src/outputs/board/board-problems.ts';
import { slidesOf } from '../../src/lesson/lesson.ts';
import { readLesson } from '../../src/lesson/read-lesson.ts';
import { parseProblemMessage } from '../../src/document/problem-message.ts';

/** A lesson of two slides, both of which run out; `second` is written right above the second and `within` on it. */
function measured({ second = '', within = '' }) {
  const text = `# Hello\n\nWords\n\n---\n\n${second}\n### We listen\n\n${within}\n\nMore words\n`;
  const { lesson } = readLesson('a', text);
  const seen = slidesOf(lesson).map(({ id }): Seen => ({
    code: 'board-overflow',
    words: 'x',
    finding: 'it runs out',
    slide: id,
    when: '',
    size: '1280x720',
  }));
  const found = overruleBoard(boardProblems(lesson, seen, ['1280x720']), {
    lesson,
    text,
    codes: boardCodes,
  });
  const inText = checkLesson(lesson, text).filter(({ code }) => code.startsWith('allow-'));
  return {
    found,
    infos: found.map(({ line, severity, code }) => `${line} ${severity} ${code}`),
    inText,
  };
}

const allow = '<!-- allow board-overflow: the picture is meant to be cut -->';

test.each([
  { second: allow },
  { within: allow },
  { second: `${allow}\n<!-- allow board-lines: a list to choose from -->` },
])(
  'A measured finding is suppressed by a reason above its slide or on it, on that slide alone: %j',
  (where) => {
    const { found, infos, inText } = measured(where);
    expect(infos.slice(0, 2)).toEqual([
      '1 error board-overflow',
      expect.stringMatching(/^\d+ info board-overflow$/),
    ]);
    expect(parseProblemMessage(found[1]?.message ?? '').reason).toBe(
      'the picture is meant to be cut',
    );
    expect(inText).toEqual([]);
  },
);

test('An unused suppression of the board is reported where the board was measured, and only there', () => {
  const { infos, inText } = measured({
    second: '<!-- allow board-lines: a list to choose from -->',
  });
  expect(infos).toContainEqual(expect.stringMatching(/^\d+ warning allow-unused$/));
  expect(inText).toEqual([]);
});

test('A suppression of the board without a reason, or with a name that nothing measured has, counts for nothing', () => {
  expect(measured({ within: '<!-- allow board-overflow -->' }).infos).toEqual([
    '1 error board-overflow',
    expect.stringMatching(/^\d+ error board-overflow$/),
    expect.stringMatching(/^\d+ error allow-without-reason$/),
  ]);
  const { found } = measured({ within: '<!-- allow board-overflo: a reason -->' });
  expect(found.at(-1)?.message).toMatch(/Is it “board-overflow”\?$/);
});
