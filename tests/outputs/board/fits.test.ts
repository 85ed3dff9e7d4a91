import { describe, expect, test } from 'vitest';
import { judgeSlide, leftOut } from '../../../src/outputs/board/fits.ts';
import type { Box, MeasuredText } from '../../../src/outputs/board/measured.ts';

const ink = [20, 39, 58, 1] as const;
const paper = { darkest: [251, 248, 241], lightest: [251, 248, 241] } as const;

function line(top: number, { left = 100, width = 400, size = 44 } = {}): Box {
  return { left, top, right: left + width, bottom: top + size };
}

function text(words: string, change: Partial<MeasuredText> = {}): MeasuredText {
  return {
    words,
    size: 44,
    isSmall: false,
    lines: [line(100)],
    ink,
    within: [],
    row: null,
    isBeside: false,
    ...change,
  };
}

const codes = (
  texts: readonly MeasuredText[],
  boxes: Parameters<typeof judgeSlide>[0]['boxes'] = [],
) => judgeSlide({ texts, boxes }).map(({ code }) => code);

describe('What fits on the board', () => {
  test('text of 6% that stays in its place is well', () => {
    expect(codes([text('We listen.'), text('We can pass.', { lines: [line(160)] })])).toEqual([]);
  });

  test('nothing runs out at any edge, nor nearer to it than a projector may cut', () => {
    for (const place of [
      line(680),
      line(-2),
      line(100, { left: -10 }),
      line(100, { left: 1000 }),
    ]) {
      expect(codes([text('We listen.', { lines: [place] })])).toEqual(['board-overflow']);
    }
    expect(
      judgeSlide({ texts: [text('We listen.', { lines: [line(700)] })], boxes: [] })[0]?.finding,
    ).toBe('“We listen.” runs out at its foot, by 5% of the slide’s height');
  });

  test('text stays in the box that is drawn around it, whatever is around that box', () => {
    const card = { box: line(90, { left: 90, width: 420, size: 64 }), cuts: false };
    const window = { box: line(0, { left: 0, width: 100, size: 50 }), cuts: true };
    expect(codes([text('We listen.', { within: [card, window] })])).toEqual([]);
    expect(codes([text('We listen.', { lines: [line(130)], within: [card] })])).toEqual([
      'board-overflow',
    ]);
    expect(
      judgeSlide({ texts: [text('We listen.', { within: [window, card] })], boxes: [] })[0]
        ?.finding,
    ).toMatch(/^“We listen\.” is cut off/);
  });

  test('no text runs into another, or into a picture', () => {
    expect(
      judgeSlide({ texts: [text('One'), text('Two', { lines: [line(120)] })], boxes: [] })[0]
        ?.finding,
    ).toBe('“Two” runs into “One”');
    expect(
      codes([text('One')], [{ words: 'A phone', isPicture: true, box: line(120, { size: 300 }) }]),
    ).toEqual(['board-overflow']);
  });

  test('a picture and a box stay on the slide, and may touch its edge', () => {
    const panel = {
      words: 'Go to',
      isPicture: false,
      box: { left: 880, top: 0, right: 1280, bottom: 720 },
    };
    expect(codes([], [panel])).toEqual([]);
    expect(codes([], [{ ...panel, isPicture: true, box: { ...panel.box, bottom: 740 } }])).toEqual([
      'board-overflow',
    ]);
  });

  test('body text is 6% of the height or more, and nothing is under 5%', () => {
    expect(codes([text('Body', { size: 36 })])).toEqual(['board-small-text']);
    expect(codes([text('Chip', { size: 36, isSmall: true })])).toEqual([]);
    expect(codes([text('Chip', { size: 35, isSmall: true })])).toEqual(['board-small-text']);
  });

  test('text has a contrast of 10 to 1 with every part of the ground beneath it', () => {
    const faint = { ...paper, darkest: [120, 120, 120] } as const;
    const judge = (one: MeasuredText, ground: Parameters<typeof judgeSlide>[1]) =>
      judgeSlide({ texts: [one], boxes: [] }, ground).map(({ code }) => code);
    expect(judge(text('Dark'), [paper])).toEqual([]);
    expect(judge(text('Half there', { ink: [20, 39, 58, 0.5] }), [paper])).toEqual([
      'board-contrast',
    ]);
    expect(judge(text('Over a picture'), [faint])).toEqual(['board-contrast']);
    expect(
      judge(text('Grey', { ink: [180, 180, 180, 1] }), [
        { darkest: [0, 0, 0], lightest: [255, 255, 255] },
      ]),
    ).toEqual(['board-contrast']);
  });

  test('a slide has ten lines at most; cells of a row count once, labels not at all', () => {
    const lines = (n: number) => Array.from({ length: n }, (_, at) => line(50 + at * 50));
    const atRight = (box: Box) => ({ ...box, left: box.left + 600, right: box.right + 600 });
    expect(codes([text('Ten', { lines: lines(10) })])).toEqual([]);
    expect(codes([text('Eleven', { lines: lines(11) })])).toEqual(['board-lines']);
    const beside = text('Nine', { lines: lines(9), isBeside: true });
    expect(codes([text('Ten', { lines: lines(10).map(atRight) }), beside])).toEqual([]);
    expect(codes([text('Eleven', { lines: lines(11).map(atRight) }), beside])).toEqual([
      'board-lines',
    ]);
    expect(
      codes([
        text('Ten', { lines: lines(10) }),
        text('Foot', { isSmall: true, size: 36, lines: [line(600)] }),
      ]),
    ).toEqual([]);
    const cells = [0, 1].flatMap((row) =>
      [0, 1].map((at) =>
        text('Cell', { row, lines: [line(600 + row * 50, { left: 100 + at * 450 })] }),
      ),
    );
    expect(codes([text('Eight', { lines: lines(8) }), ...cells])).toEqual([]);
  });

  test('words that have to be there and are not are reported', () => {
    const slide = { texts: [text('Right: Yes. It protects everyone.')], boxes: [] };
    expect(leftOut(slide, 'It protects\neveryone.')).toEqual([]);
    expect(leftOut(slide, 'Telling helps.')[0]?.finding).toBe(
      '“Telling helps.” is left out, for there is no room for it',
    );
  });
});
