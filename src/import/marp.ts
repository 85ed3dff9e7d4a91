import { isScalar, isSeq } from 'yaml';
import { outsideSpans } from '../document/code-blocks.ts';
import type { Problem } from '../document/problem.ts';
import type { SourceLine } from '../document/source-line.ts';
import { INSTEAD, leftOut, warningOf, type Foreign, type Importer } from './importer.ts';
import { partAtAnyRule, rewriteWith } from './parting.ts';
import type { Comment, Replaced } from './walk.ts';

/** Marp's directives by name, and what is done instead. */
export const directives: Readonly<Record<string, string>> = {
  backgroundColor: INSTEAD.look,
  backgroundImage: INSTEAD.picture,
  backgroundPosition: INSTEAD.picture,
  backgroundRepeat: INSTEAD.picture,
  backgroundSize: INSTEAD.picture,
  class: INSTEAD.look,
  color: INSTEAD.look,
  footer: INSTEAD.every,
  header: INSTEAD.every,
  headingDivider: '',
  marp: '',
  math: '',
  paginate: 'slides are numbered on your screen',
  size: 'slides fit the board by themselves; nothing needs doing',
  style: INSTEAD.look,
  theme: INSTEAD.look,
  transition: INSTEAD.look,
};

// The name of the directive on a line, `_class: lead`; undefined on any other.
function directiveOn(text: string): string | undefined {
  const [, name = ''] = /^[_$]?([a-zA-Z]+)\s*:(?:\s|$)/.exec(text) ?? [];
  return Object.hasOwn(directives, name) ? name : undefined;
}

/** True for a deck of Marp, as its head says. */
export function isMarp({ fields }: Pick<Foreign, 'fields'>): boolean {
  return fields.has('marp');
}

/** A deck of Marp whose headings part slides, `headingDivider: 2`. */
export const marpDivided: Importer = {
  name: 'Marp with headingDivider',
  recognises: (text) => dividersOf(text) !== null,
  rewrite: (text) =>
    rewriteWith(text, () => ({ prose: isMarp(text) ? partAtAnyRule : ({ text }) => [text] }), {
      headings: dividersOf(text) ?? [],
    }),
};

/**
 * Marp's marks, in any deck.
 *
 *     <!-- _class: lead -->
 *     ![bg right](field.jpg)
 *     ![w:300 A phone](phone.svg)
 */
export const marp: Importer = {
  name: 'Marp',
  recognises: ({ lines }) => lines.some(({ text }) => text.includes('!') && MARK.test(text)),
  rewrite: (text) =>
    rewriteWith(text, (problems) => ({
      comment: (comment) => withoutDirectives(comment, problems),
      prose: ({ text: words, line }) => [
        words.includes('![')
          ? outsideSpans(words, (piece) => withoutBackgrounds({ text: piece, line }, problems))
          : words,
      ],
    })),
};

// What Marp writes among a picture’s words, `w:300`.
const SIZE =
  '(?:w|h|width|height|blur|brightness|contrast|drop-shadow|grayscale|hue-rotate|invert|opacity|saturate|sepia):[\\w.%,-]+';
const IS_SIZE = new RegExp(`^${SIZE}$`);

// A picture with sizes or a place among its words, or a comment that may begin with a directive.
const MARK = new RegExp(
  `!\\[bg\\b|!\\[(?:[^\\][]{0,300} )?${SIZE}|<!--\\s*(?:$|[_$]?[a-zA-Z]+\\s*:)`,
);

// `headingDivider: 2` is for levels 1 and 2, `[2]` for level 2 alone.
function dividersOf({ fields, lines }: Foreign): readonly number[] | null {
  const value = fields.get('headingDivider')?.value;
  if (isSeq(value)) {
    return value.items.flatMap((item) =>
      isScalar(item) && typeof item.value === 'number' ? [item.value] : [],
    );
  }
  const line =
    lines.find(({ text }) => /^\s*(?:<!--\s*)?\$?headingDivider:/.test(text))?.text ?? '';
  const written = isScalar(value) ? value.value : /headingDivider:\s*(\d)/.exec(line)?.[1];
  const maxLevel = Number(written ?? 0);
  return maxLevel > 0 ? [1, 2, 3, 4, 5, 6].filter((level) => level <= maxLevel) : null;
}

// Directives in a comment, `<!-- _class: lead -->`; any other comment is a note, in Marp as here.
function withoutDirectives({ content }: Comment, problems: Problem[]): Replaced | undefined {
  const lines = content
    .map(({ text, line }) => ({ text: text.trimEnd(), line }))
    .filter(({ text }) => text !== '');
  const indent = Math.min(...lines.map(({ text }) => text.length - text.trimStart().length));
  const isSettings =
    lines.length > 0 &&
    lines.every(
      ({ text }, at) =>
        (at > 0 && /^\s/.test(text.slice(indent))) || directiveOn(text.trim()) !== undefined,
    );
  if (!isSettings) return undefined;
  for (const { text, line } of lines) {
    const name = directiveOn(text.trim());
    const instead = name === undefined ? undefined : directives[name];
    if (instead) problems.push(leftOut(line, text.trim(), instead));
  }
  return {};
}

// Takes `![bg](…)` out, and the sizes Marp writes among a picture's words: `![w:300 A phone](…)`.
function withoutBackgrounds(line: SourceLine, problems: Problem[]): string {
  const { text } = line;
  if (!text.includes('![')) return text;
  // One with words of its own shows the class something: it stands among the others.
  const shown = text.replaceAll(
    /!\[bg\b([^\][]{0,200})\](?=\([^()]{0,500}\))/g,
    (whole, alt: string) => (isDescribed(alt) ? `![${withoutPlace(alt)}]` : whole),
  );
  const words = shown.replaceAll(/!\[bg\b[^\][]{0,200}\]\([^()]{0,500}\)/g, '');
  if (words !== shown) {
    const message = `A picture behind the words is left out: ${INSTEAD.picture}`;
    problems.push(warningOf(line, { code: 'left-out', message }));
  }
  return words.replaceAll(
    /!\[([^\][]{0,300})\]\(/g,
    (_, alt: string) => `![${withoutSizes(alt)}](`,
  );
}

const PLACE =
  /^(?:bg|left|right|fit|cover|contain|auto|vertical|(?:left|right):\d{1,3}%|\d{1,3}%)$/;

function withoutPlace(alt: string): string {
  return withoutSizes(alt)
    .split(' ')
    .filter((word) => word !== '' && !PLACE.test(word))
    .join(' ');
}

function isDescribed(alt: string): boolean {
  return /\p{L}{2}/u.test(withoutPlace(alt));
}

function withoutSizes(alt: string): string {
  if (!alt.includes(':')) return alt;
  return alt
    .split(' ')
    .filter((word) => !IS_SIZE.test(word))
    .join(' ');
}
