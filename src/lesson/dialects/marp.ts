import type { SourceLine } from '../../document/source-line.ts';
import { warn, type OpenComment, type Scan } from '../scan-state.ts';

// Marp's directives, and what a teacher may do instead.
const LOOK = 'every slide has the same look; nothing needs doing';
const EVERY = 'nothing is repeated on every slide; write it on the slide that needs it';
const PICTURE =
  'slides have one plain background; put a picture the class needs on the slide, “![what it shows](my-film/phone.svg)”';

/** Marp's directives by name, and what is done instead. */
export const directives: Readonly<Record<string, string>> = {
  backgroundColor: LOOK,
  backgroundImage: PICTURE,
  backgroundPosition: PICTURE,
  backgroundRepeat: PICTURE,
  backgroundSize: PICTURE,
  class: LOOK,
  color: LOOK,
  footer: EVERY,
  header: EVERY,
  headingDivider: '',
  marp: '',
  math: 'formulas are not laid out; write them in words or as a picture',
  paginate: 'slides are numbered on your screen',
  size: 'slides fit the board by themselves; nothing needs doing',
  style: LOOK,
  theme: LOOK,
  transition: LOOK,
};

/** The name of the directive on a line, `_class: lead`; undefined on any other. */
function directiveOn(text: string): string | undefined {
  const [, name = ''] = /^[_$]?([a-zA-Z]+)\s*:(?:\s|$)/.exec(text) ?? [];
  return Object.hasOwn(directives, name) ? name : undefined;
}

/**
 * Directives in a comment; any other comment is a note, in Marp as here.
 *
 *     <!-- _class: lead -->
 */
export function marpComment(scan: Scan, { content }: OpenComment): boolean {
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
  if (!isSettings) return false;
  for (const { text, line } of lines) {
    const name = directiveOn(text.trim());
    if (name !== undefined && directives[name]) {
      warn(
        scan,
        { text: '', line },
        {
          code: 'left-out',
          message: `“${text.trim().slice(0, 60)}” is left out: ${directives[name]}`,
        },
      );
    }
  }
  return true;
}

/** Takes `![bg](…)` out, and the sizes Marp writes among a picture's words: `![w:300 A phone](…)`. */
export function marpPictures(scan: Scan, line: SourceLine): string {
  const { text } = line;
  if (!text.includes('![')) return text;
  // One with words of its own shows the class something: it stands among the others.
  const shown = text.replaceAll(
    /!\[bg\b([^\][]{0,200})\](?=\([^()]{0,500}\))/g,
    (whole, alt: string) => (isDescribed(alt) ? `![${withoutPlace(alt)}]` : whole),
  );
  const words = shown.replaceAll(/!\[bg\b[^\][]{0,200}\]\([^()]{0,500}\)/g, '');
  if (words !== shown) {
    warn(scan, line, {
      code: 'left-out',
      message: `A picture behind the words is left out: ${PICTURE}`,
    });
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
    .filter(
      (word) =>
        !/^(?:w|h|width|height|blur|brightness|contrast|drop-shadow|grayscale|hue-rotate|invert|opacity|saturate|sepia):[\w.%,-]+$/.test(
          word,
        ),
    )
    .join(' ');
}
