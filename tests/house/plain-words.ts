import { parse } from './syntax.ts';

/** A turn that people do not say, and what they say instead. */
export type PlainWord = {
  readonly name: string;
  /** Without the flag `g`: how often it is in a line makes no difference. */
  readonly pattern: RegExp;
  /** What to write instead, as the failing test says it. */
  readonly instead: string;
  /** Sentences that have it, each of them by another word. */
  readonly planted: readonly string[];
  /** Sentences that are near to it, and are plain. */
  readonly plain: readonly string[];
};

/** A line of what people read, with its number in the file. */
export type TextLine = { readonly line: number; readonly text: string };

/** Where such a turn is. */
export type WordingHit = {
  readonly path: string;
  readonly line: number;
  readonly name: string;
  readonly words: string;
  readonly instead: string;
};

/** What WORDS says of text that people read, on screen and on paper. */
export const plainWords: readonly PlainWord[] = [
  {
    name: 'whoever, whom',
    pattern: /\b(?:whoever|whom(?:ever)?|anew|lest|nought)\b/i,
    instead: 'anyone who, people who, the one who; who; again; so that … not; zero',
    planted: [
      'Whoever asks should stop.',
      'Say whom to tell.',
      'Ask whomever you trust.',
      'Write it anew.',
      'Stop, lest it spreads.',
      'It comes to nought.',
    ],
    plain: ['Anyone who asks should stop.', 'The wholesale lesson.'],
  },
  {
    name: 'stands',
    pattern: /\bstands?\b(?! (?:up|out|still|by|beside|for)\b)/i,
    instead: 'is, is shown, is valid, is there',
    planted: ['The name stands below it.', 'Two facts stand on the sheet.'],
    plain: ['Nobody stands out.', 'Stand beside the board.', 'I understand.'],
  },
  {
    name: 'our own terms',
    pattern: /\b(?:go-ahead|land(?:ing)? safely|shut|delivery note|film doctor)\b/i,
    instead: 'approval; end calmly; closed; lesson record; film check',
    planted: [
      'The go-ahead is given.',
      'Land safely.',
      'Landing safely is easy.',
      'Keep the port shut.',
      'Fill in the delivery note.',
      'Ask the film doctor.',
    ],
    plain: ['End calmly.', 'Shutters are closed.', 'The paper lands first.'],
  },
  {
    name: '**Leave out**',
    pattern: /\*\*Leave out\*\*/,
    instead: '**Don’t**, and what not to do: “**Don’t** look at the cards”',
    planted: ['**Leave out** looking at the cards.'],
    plain: ['**Don’t** look at the cards.', 'You can leave out any line.'],
  },
  {
    name: 'signs, for characters',
    pattern: /\b\d+ signs\b|\bhas signs\b/i,
    instead: 'characters, symbols',
    planted: ['At most 280 signs.', 'The name has signs in it.'],
    plain: ['The hand signs for sorting.'],
  },
  {
    name: 'somebody, anybody, everybody',
    pattern: /\b(?:some|any|every)body\b/i,
    instead: 'someone, anyone, everyone',
    planted: ['Somebody helps.', 'Is anybody there?', 'Everybody’s card.'],
    plain: ['Nobody is blamed.', 'The body of the law.'],
  },
  {
    name: '… alone, for only',
    pattern:
      /\b(?:print|tablets?|device|browser|adults?|pupils|machine|computer|files|you) alone\b/i,
    instead: 'only, just: “only you see it”',
    planted: ['It is for you alone.', 'With tablets alone.', 'For adults alone.'],
    plain: ['Only you see it.', 'Nobody has to do it alone.'],
  },
  {
    name: 'presses, for puts pressure on',
    pattern: /\bwho presses\b|\b(?:was|were|is|are|been|being) pressed\b/i,
    instead: 'puts pressure on, was pressured; of a button: “press it”',
    planted: ['The one who presses should stop.', 'A child who was pressed.'],
    plain: ['The one who pressures should stop.', 'Press the button.'],
  },
];

/** The same of the program's own words, which have no campaign to speak of. */
export const programWords: readonly PlainWord[] = [
  ...plainWords,
  {
    name: 'put right, and other turns',
    pattern: /\b(?:as it stands|may stand|put right|worth a look|ways? through it|once more)\b/i,
    instead: 'as it is; is allowed; fix, correct; suggestions; version; again',
    planted: ['Two things to put right.', 'Choose a way through it.', 'Load it once more.'],
    plain: ['It takes one step to put it right.', 'Once you have read it, go on.'],
  },
  {
    name: 'a label in one word',
    pattern: /^(?:Look|Look for|Letters|Heard|Here|Not here|Yours|For you alone|Way)$/,
    instead: 'Preview, Search, Font, Found, Not found, Version',
    planted: ['Look', 'Letters', 'Not here'],
    plain: ['Look at the board', 'In the letters'],
  },
];

/** Every such turn in some lines of a file, in order. */
export function wordingHits(
  path: string,
  lines: readonly TextLine[],
  words: readonly PlainWord[] = plainWords,
): readonly WordingHit[] {
  return lines.flatMap(({ line, text }) =>
    words.flatMap(({ name, pattern, instead }) => {
      const words = pattern.exec(text)?.[0];
      return words === undefined ? [] : [{ path, line, name, words, instead }];
    }),
  );
}

/** All lines of a file whose whole text people read. */
export function linesOf(text: string): readonly TextLine[] {
  return text.split('\n').map((line, index) => ({ line: index + 1, text: line }));
}

/** What is written to be read in a file of `src/`: strings, templates and the text of elements of a script; the whole text of a page's shell. */
export function readIn(path: string, text: string): readonly TextLine[] {
  if (!/\.tsx?$/.test(path)) return linesOf(text);
  const lines: TextLine[] = [];
  for (const { node, parent } of parse(path, text).nodes) {
    const isImport = /^(?:Import|Export)/.test(parent?.type ?? '');
    const isText =
      node.type === 'TemplateElement' ||
      node.type === 'JSXText' ||
      (node.type === 'Literal' && typeof node['value'] === 'string' && !isImport);
    if (!isText) continue;
    const line = text.slice(0, node.start).split('\n').length;
    const written =
      node.type === 'Literal' ? String(node['value']) : text.slice(node.start, node.end);
    lines.push({ line, text: written.replaceAll(/\s+/g, ' ').trim() });
  }
  return lines;
}
