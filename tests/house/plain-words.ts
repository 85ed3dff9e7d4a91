import { parse } from './syntax.ts';

/** A turn that people do not say, and what they say instead. */
export type PlainWord = {
  readonly name: string;
  /** Without the flag `g`: how often it is in a line makes no difference. */
  readonly pattern: RegExp;
  /** What to write instead, as the failing test says it. */
  readonly instead: string;
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
  },
  {
    name: 'stands',
    pattern: /\bstands?\b(?! (?:up|out|still|by|beside|for)\b)/i,
    instead: 'is, is shown, is valid, is there',
  },
  {
    name: 'our own terms',
    pattern: /\b(?:go-ahead|land(?:ing)? safely|shut|delivery note|film doctor)\b/i,
    instead: 'approval; end calmly; closed; lesson record; film check',
  },
  {
    name: '**Leave out**',
    pattern: /\*\*Leave out\*\*/,
    instead: '**Don’t**, and what not to do: “**Don’t** look at the cards”',
  },
  {
    name: 'signs, for characters',
    pattern: /\b\d+ signs\b|\bhas signs\b/i,
    instead: 'characters, symbols',
  },
  {
    name: 'somebody, anybody, everybody',
    pattern: /\b(?:some|any|every)body\b/i,
    instead: 'someone, anyone, everyone',
  },
  {
    name: '… alone, for only',
    pattern:
      /\b(?:print|tablets?|device|browser|adults?|pupils|machine|computer|files|you) alone\b/i,
    instead: 'only, just: “only you see it”',
  },
  {
    name: 'presses, for puts pressure on',
    pattern: /\bwho presses\b|\b(?:was|were|is|are|been|being) pressed\b/i,
    instead: 'puts pressure on, was pressured; of a button: “press it”',
  },
];

/** The same of the program's own words, which have no campaign to speak of. */
export const programWords: readonly PlainWord[] = [
  ...plainWords,
  {
    name: 'put right, and other turns',
    pattern: /\b(?:as it stands|may stand|put right|worth a look|ways? through it|once more)\b/i,
    instead: 'as it is; is allowed; fix, correct; suggestions; version; again',
  },
  {
    name: 'a label in one word',
    pattern: /^(?:Look|Look for|Letters|Heard|Here|Not here|Yours|For you alone|Way)$/,
    instead: 'Preview, Search, Font, Found, Not found, Version',
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
