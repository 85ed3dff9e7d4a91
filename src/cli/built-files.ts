import { sizeInWords } from '../text/size-in-words.ts';

/** A file of a built site: its path in it, and how large it is. */
export type BuiltFile = { readonly path: string; readonly bytes: number };

/** What a site is made of, by the endings of its files, in the order of the report. */
const KINDS: readonly (readonly [name: string, endings: string])[] = [
  ['Pages', 'html'],
  ['Data', 'json webmanifest'],
  ['Scripts', 'js'],
  ['Styles', 'css'],
  ['Fonts', 'woff2 woff'],
  ['Pictures', 'svg png jpg jpeg webp avif gif'],
  ['Films and their words', 'mp4 webm vtt'],
  ['PDFs', 'pdf'],
  ['To save lessons in', 'zip'],
];
const OTHER = 'For web hosts';
const BAR = 24;

/**
 * What a built site holds, as a table: each kind of file, how many, how large, and its part of the
 * whole.
 */
export function sizesOf(files: readonly BuiltFile[]): string {
  const whole = sum(files);
  const rows = [...KINDS.map(([name]) => name), OTHER].flatMap((name) => {
    const own = files.filter(({ path }) => kindOf(path) === name);
    return own.length === 0 ? [] : [{ name, many: own.length, bytes: sum(own) }];
  });
  const lines = rows.map(({ name, many, bytes }) =>
    row(name, many, { bytes, bar: '▪'.repeat(Math.round((bytes / whole) * BAR)) }),
  );
  return [...lines, row('Together', files.length, { bytes: whole, bar: '' })].join('\n');
}

function kindOf(path: string): string {
  const ending = path.slice(path.lastIndexOf('.') + 1).toLowerCase();
  return KINDS.find(([, endings]) => endings.split(' ').includes(ending))?.[0] ?? OTHER;
}

function sum(files: readonly BuiltFile[]): number {
  return files.reduce((all, { bytes }) => all + bytes, 0);
}

function row(
  name: string,
  many: number,
  { bytes, bar }: { readonly bytes: number; readonly bar: string },
): string {
  return `  ${name.padEnd(22)} ${String(many).padStart(5)} ${sizeInWords(bytes).padStart(10)}  ${bar}`.trimEnd();
}
