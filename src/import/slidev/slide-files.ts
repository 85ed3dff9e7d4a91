import { readLines } from '../../document/lines.ts';
import type { Problem } from '../../document/problem.ts';
import type { SourceLine } from '../../document/source-line.ts';
import type { Foreign, Importer, SlideFiles } from '../importer.ts';
import { HIDE, isDashes } from '../parting.ts';
import { rewriteLines, type Prose } from '../walk.ts';
import { fieldOn } from './fields.ts';

/**
 * The slides of another file, where Slidev has them take a slide’s place. Each line has the number of
 * the line that names its file.
 *
 *     ---
 *     src: ./pages/intro.md
 *     ---
 */
export const slideFiles: Importer = {
  name: 'slides of other files',
  recognises: ({ files, fields, lines }) =>
    files !== undefined && (fields.has('src') || lines.some(({ text }) => SRC.test(text))),
  rewrite: (text) => {
    const { lines, problems } = withFiles(text, text.files ?? new Map());
    return { lines, problems };
  },
};

/** The paths of the files that a text shows slides of and that `files` does not have yet, those of its files' own among them. */
export function missingSlideFiles(text: string, files: SlideFiles): readonly string[] {
  if (!/^src ?:/m.test(text)) return [];
  const { missing } = withFiles({ fields: new Map(), lines: readLines(text) }, files);
  return [...new Set(missing)];
}

type Taking = {
  readonly files: SlideFiles;
  readonly problems: Problem[];
  readonly missing: string[];
  /** How many more files and characters are shown: two that show each other twice would double without end. */
  left: number;
  room: number;
};

const SRC = /^src ?:\s*\S/;

/** More files than a deck is made of. */
const MAX_FILES = 100;

/** More characters than any lesson has. */
const MAX_CHARACTERS = 8_000_000;

function withFiles({ fields, lines }: Pick<Foreign, 'fields' | 'lines'>, files: SlideFiles) {
  const taking: Taking = {
    ...{ files, problems: [], missing: [] },
    ...{ left: MAX_FILES, room: MAX_CHARACTERS },
  };
  const head = fields.get('src');
  const first =
    head === undefined
      ? []
      : slidesOf(taking, {
          named: String(head.value ?? ''),
          line: head.placeOf(head.key).line,
          chain: [''],
        });
  const all = [...first, ...taken(taking, lines, [''])];
  return { lines: all, problems: taking.problems, missing: taking.missing };
}

function taken(
  taking: Taking,
  lines: readonly SourceLine[],
  chain: readonly string[],
): readonly SourceLine[] {
  let field: NamedFile | undefined;
  const prose = ({ text, at, line }: Prose): readonly string[] => {
    if (field !== undefined && at <= field.end) {
      if (at !== field.at) return [];
      const slides = field.isHidden ? [] : slidesOf(taking, { named: field.named, line, chain });
      return ['', ...(field.isHidden ? [HIDE] : slides.map((one) => one.text)), ''];
    }
    if (isDashes(text)) field = namedFileAt(lines, at + 1);
    return [text];
  };
  return rewriteLines(lines, { prose });
}

type NamedFile = {
  readonly at: number;
  readonly end: number;
  readonly named: string;
  readonly isHidden: boolean;
};

/** More fields than any slide has. */
const MAX_FIELDS = 60;

// The fields of a slide between two rules, where one names a file.
function namedFileAt(lines: readonly SourceLine[], start: number): NamedFile | undefined {
  const block = lines.slice(start, start + MAX_FIELDS);
  const length = block.findIndex(({ text }) => text.trimEnd() === '---');
  const fields = block.slice(0, Math.max(0, length));
  const at = fields.findIndex(({ text }) => SRC.test(text));
  if (at < 0 || !areFields(fields)) return undefined;
  return {
    at: start + at,
    end: start + length,
    named: fields[at]?.text.replace(/^src ?:\s*/, '') ?? '',
    isHidden: isHiddenBy(fields),
  };
}

// The lines of a file's slides, without the head that it may have of its own.
function slidesOf(
  taking: Taking,
  {
    named,
    line,
    chain,
  }: { readonly named: string; readonly line: number; readonly chain: readonly string[] },
): readonly SourceLine[] {
  const written = named.trim().replace(/^(['"])(.*)\1$/, '$2');
  const path = pathFrom(chain.at(-1) ?? '', written.replace(/#.*$/, ''));
  const text = path === undefined ? undefined : taking.files.get(path);
  const problem = (why: string) => {
    const message = `Cannot show the slides of “${written.slice(0, 60)}”: ${why}`;
    taking.problems.push({ code: 'slide-file', severity: 'error', line, column: 1, message });
    return [];
  };
  if (path === undefined) {
    return problem(
      'it leads out of the lesson’s folder, it needs a file in it such as “./more.md”',
    );
  }
  if (text === undefined) {
    taking.missing.push(path);
    return problem('there is no such file in the lesson’s folder');
  }
  if (chain.includes(path)) return problem('it shows itself, and would never end');
  taking.left -= 1;
  taking.room -= text.length;
  if (taking.left < 0) return problem(`a lesson shows at most ${MAX_FILES} files`);
  if (taking.room < 0) return problem('all in all the files are longer than a lesson may be');
  const lines = readLines(text).map((one) => ({ text: one.text, line }));
  return taken(taking, withoutHead(lines), [...chain, path]);
}

// Only the name of a file below the folder of the one that names it, `./pages/intro.md`, `../more.md` from there.
function pathFrom(from: string, named: string): string | undefined {
  if (!/\.md$/i.test(named) || /^[/\\~]|^[a-z]+:|\\|\0/i.test(named)) return undefined;
  const parts = from.split('/').slice(0, -1);
  for (const part of named.split('/')) {
    if (part === '..') {
      if (parts.length === 0) return undefined;
      parts.pop();
    } else if (part !== '.' && part !== '') parts.push(part);
  }
  return parts.some((part) => part.startsWith('.')) ? undefined : parts.join('/');
}

// A head that names another file stays: it is a slide's, whose place that takes.
function withoutHead(lines: readonly SourceLine[]): readonly SourceLine[] {
  if (lines[0]?.text.trimEnd() !== '---' || namedFileAt(lines, 1) !== undefined) return lines;
  const length = lines.slice(1, 1 + MAX_FIELDS).findIndex(({ text }) => text.trimEnd() === '---');
  const fields = lines.slice(1, 1 + Math.max(0, length));
  if (length < 0 || !areFields(fields)) return lines;
  const below = lines.slice(2 + length);
  return isHiddenBy(fields) ? [{ text: HIDE, line: lines[0].line }, ...below] : below;
}

function areFields(lines: readonly SourceLine[]): boolean {
  return lines.every(
    ({ text }) => text.trim() === '' || /^\s+\S|^- |^#/.test(text) || fieldOn(text) !== undefined,
  );
}

function isHiddenBy(fields: readonly SourceLine[]): boolean {
  return fields.some(({ text }) => /^(?:hide|disabled):\s*true\s*$/.test(text));
}
