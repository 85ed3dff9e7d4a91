import { needsApproval } from '../subjects/pack.ts';
import type { SourceLine } from '../document/source-line.ts';
import type { Finding, Hazard } from './hazard.ts';

/** The smallest letters on paper, in points, and on a screen, in its own pixels. */
const [POINTS, PIXELS] = [12, 16];

const SIZES: readonly {
  readonly asked: RegExp;
  readonly isSmall: (size: number, unit: string) => boolean;
  /** True for a style, which no slide and no sheet takes over. */
  readonly isStyle?: true;
}[] = [
  {
    asked: /\bfont-size\s*:\s*(\d*\.?\d+)\s*(pt|px|r?em|%)/gi,
    isSmall: isSmallStyle,
    isStyle: true,
  },
  {
    asked: /^\s*(?:font|text|type|print) ?-?size\s*:\s*["']?(\d*\.?\d+)\s*(pt|px|)(?![\w%.])/gi,
    isSmall: (size, unit) => size < (unit === 'px' ? PIXELS : POINTS),
  },
  {
    asked: /\b(\d+(?:\.\d+)?)[ -]?(pt|points?)[ -](?:font|text|type|print|letters)\b/gi,
    isSmall: (size) => size < POINTS,
  },
  {
    asked:
      /\b(?:font|text|type|print(?:ed)?|letters)(?: size)?(?: of| in| at| is|,)? (\d+(?:\.\d+)?) ?(pt|points?)\b/gi,
    isSmall: (size) => size < POINTS,
  },
  {
    asked: /\bfont size (?:of |in |at |is )?(\d+)()\b(?![.:]?\d)/gi,
    isSmall: (size) => size < POINTS,
  },
  { asked: /<font\b[^<>]{0,100}\bsize=["']?([12])()\b/gi, isSmall: () => true, isStyle: true },
];

const MAY_ASK = /\b(?:size|pt|points?)\b/i;

/** H19, M25: letters asked for that are too small to read from the back of a room or on paper. */
export const smallText: Hazard = {
  row: 'H19',
  code: 'small-text',
  severity: 'error',
  audience: 'everyone',
  source:
    'British Dyslexia Association, style guide: 12 to 14 points at least; large print 18 to 24',
  // Where no approval is asked for, a style that comes to nothing is no more than advice.
  find: ({ lines, lesson }) => {
    const isMild = !needsApproval(lesson.subject);
    return lines.flatMap(({ text, line }) =>
      MAY_ASK.test(text) ? smallIn({ text, line }, isMild) : [],
    );
  },
};

function smallIn({ text, line }: SourceLine, isMild: boolean): readonly Finding[] {
  return SIZES.flatMap(({ asked, isSmall, isStyle }) =>
    [...text.matchAll(asked)].flatMap(({ 0: words, 1: size, 2: unit = '', index }) => {
      const rest = `asks for letters under ${POINTS} points, and some pupils cannot read letters that small. Take it out, since slides and sheets already have sizes that everyone can read`;
      const column = index + words.length - words.trimStart().length + 1;
      return isSmall(Number(size), unit.toLowerCase())
        ? [
            {
              ...{ line, column, message: `“${words.trim()}” ${rest}` },
              ...(isMild && isStyle === true && { severity: 'warning' as const }),
            },
          ]
        : [];
    }),
  );
}

function isSmallStyle(size: number, unit: string): boolean {
  switch (unit) {
    case 'pt':
      return size < POINTS;
    case 'px':
      return size < PIXELS;
    case '%':
      return size < 75;
  }
  return size < POINTS / PIXELS;
}
