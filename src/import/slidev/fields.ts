import { readNotesLine } from '../../document/notes-line.ts';
import type { SourceLine } from '../../document/source-line.ts';
import { INSTEAD, leftOut, type Foreign, type Imported } from '../importer.ts';
import { HIDE } from '../parting.ts';

/** Fields that only Slidev gives to a slide, or to a deck. */
export const SLIDEV_FIELDS: ReadonlySet<string> = new Set(
  (
    'layout background class transition src clicks clicksStart image hide disabled hideInToc zoom level routeAlias preload dragPos ' +
    'backgroundSize lineNumbers highlighter info drawings mdc fonts themeConfig routerMode aspectRatio canvasWidth colorSchema favicon ' +
    'titleTemplate download exportFilename monaco presenter record selectable addons defaults remoteAssets seoMeta css twoslash wakeLock'
  ).split(' '),
);

/** True where the head has a field that only Slidev gives. */
export function isOfSlidev({ fields }: Pick<Foreign, 'fields'>): boolean {
  return [...fields.keys()].some((name) => SLIDEV_FIELDS.has(name));
}

/** The name of the field on a line, `layout: cover`. */
export function fieldOn(text: string): string | undefined {
  return /^([a-zA-Z][\w-]*) ?:(?:\s|$)/.exec(text)?.[1];
}

/** The fields that a slide begins with, from the index below its `---` on: where the slide's own lines begin, what is put there, and what is left out. */
export type SlideFields = { readonly next: number; readonly put: readonly string[] } & Pick<
  Imported,
  'problems'
>;

/** More fields than any slide has. */
const MAX_FIELDS = 60;

/** Finds the fields a slide of Slidev begins with, between its `---` and the next; undefined where there are none. */
export function slideFieldsAt(
  lines: readonly SourceLine[],
  start: number,
  isSlidev: boolean,
): SlideFields | undefined {
  const names: string[] = [];
  let end = start;
  for (; end < start + MAX_FIELDS; end += 1) {
    const text = lines[end]?.text.trimEnd() ?? 'end of the lesson';
    if (text === '---') break;
    const name = fieldOn(text);
    if (
      readNotesLine(text) !== undefined ||
      (name === undefined && !isBetween(lines, end, names.length))
    ) {
      return openFieldsAt(lines, start, isSlidev);
    }
    if (name !== undefined) names.push(name);
  }
  // Right below the `---` they may be any; further down, Slidev's own.
  const isTheirs =
    names.some((name) => SLIDEV_FIELDS.has(name)) || (isSlidev && lines[start]?.text.trim() !== '');
  return names.length > 0 && end < start + MAX_FIELDS && isTheirs
    ? withoutFields(lines.slice(start, end), names, end + 1)
    : undefined;
}

// Blank lines, what belongs to the field above, and words behind a `#` with a field below them.
function isBetween(lines: readonly SourceLine[], at: number, fields: number): boolean {
  const text = lines[at]?.text ?? '';
  if (text.trim() === '') return true;
  return (
    fields > 0 &&
    (/^(?:\s+\S|- )/.test(text) ||
      (text.startsWith('# ') && fieldOn(lines[at + 1]?.text ?? '') !== undefined))
  );
}

// Where the `---` below them is missing, they are what no words of a slide could be.
function openFieldsAt(
  lines: readonly SourceLine[],
  start: number,
  isSlidev: boolean,
): SlideFields | undefined {
  let end = start;
  while (SLIDEV_FIELDS.has(fieldOn(lines[end]?.text ?? '') ?? '')) end += 1;
  const names = lines.slice(start, end).map(({ text }) => fieldOn(text) ?? '');
  const isTheirs = isSlidev || names.some((name) => name === 'layout' || name === 'transition');
  return names.length > 0 && isTheirs && lines[end]?.text.trim() === ''
    ? withoutFields(lines.slice(start, end), names, end)
    : undefined;
}

function withoutFields(
  fields: readonly SourceLine[],
  names: readonly string[],
  next: number,
): SlideFields {
  const line = fields[0]?.line ?? 1;
  const isHidden = fields.some(({ text }) => /^(?:hide|disabled):\s*true\s*$/.test(text));
  const lost = names.filter((name) => name !== 'hide' && name !== 'disabled');
  const instead = lost.includes('src')
    ? 'slides of another file are not read; copy them in here'
    : INSTEAD.look;
  const message = `“${lost.slice(0, 6).join('”, “')}” ${lost.length === 1 ? 'is' : 'are'} left out: ${instead}`;
  return {
    next,
    put: isHidden ? [HIDE] : [],
    problems: [
      ...(isHidden
        ? [
            {
              ...leftOut(line, '', ''),
              code: 'hidden-slide',
              message: 'This slide is not shown, as its fields say: delete “hide: true” to show it',
            },
          ]
        : []),
      ...(lost.length === 0 ? [] : [{ ...leftOut(line, '', ''), message }]),
    ],
  };
}
