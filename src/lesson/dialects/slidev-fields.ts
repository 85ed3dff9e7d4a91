import { readNotesLine } from '../../document/notes-line.ts';
import { warn, type Scan } from '../scan-state.ts';

/** Fields that only Slidev gives to a slide, or to a deck. */
export const SLIDEV_FIELDS: ReadonlySet<string> = new Set(
  (
    'layout background class transition src clicks clicksStart image hide disabled hideInToc zoom level routeAlias preload dragPos ' +
    'backgroundSize lineNumbers highlighter info drawings mdc fonts themeConfig routerMode aspectRatio canvasWidth colorSchema favicon ' +
    'titleTemplate download exportFilename monaco presenter record selectable addons defaults remoteAssets seoMeta css twoslash wakeLock'
  ).split(' '),
);

/** More fields than any slide has. */
const MAX_FIELDS = 60;

/** Skips the fields a slide of Slidev begins with, between its `---` and the next. */
export function skipSlideFields(scan: Scan): void {
  const start = scan.at + 1;
  const names: string[] = [];
  let end = start;
  for (; end < start + MAX_FIELDS; end += 1) {
    const text = scan.lines[end]?.text.trimEnd() ?? 'end of the lesson';
    if (text === '---') break;
    const name = fieldOn(text);
    if (
      readNotesLine(text) !== undefined ||
      (name === undefined && !isBetween(scan, end, names.length))
    ) {
      return skipOpenFields(scan, start);
    }
    if (name !== undefined) names.push(name);
  }
  // Right below the `---` they may be any; further down, Slidev's own.
  const isTheirs =
    names.some((name) => SLIDEV_FIELDS.has(name)) ||
    (scan.habits.slideFields && scan.lines[start]?.text.trim() !== '');
  if (names.length > 0 && end < start + MAX_FIELDS && isTheirs) {
    leaveOut(scan, { start, end, next: end + 1 }, names);
  }
}

function fieldOn(text: string): string | undefined {
  return /^([a-zA-Z][\w-]*) ?:(?:\s|$)/.exec(text)?.[1];
}

// Blank lines, what belongs to the field above, and words behind a `#` with a field below them.
function isBetween({ lines }: Scan, at: number, fields: number): boolean {
  const text = lines[at]?.text ?? '';
  if (text.trim() === '') return true;
  return (
    fields > 0 &&
    (/^(?:\s+\S|- )/.test(text) ||
      (text.startsWith('# ') && fieldOn(lines[at + 1]?.text ?? '') !== undefined))
  );
}

// Where the `---` below them is missing, they are what no words of a slide could be.
function skipOpenFields(scan: Scan, start: number): void {
  let end = start;
  while (SLIDEV_FIELDS.has(fieldOn(scan.lines[end]?.text ?? '') ?? '')) end += 1;
  const names = scan.lines.slice(start, end).map(({ text }) => fieldOn(text) ?? '');
  const isTheirs =
    scan.habits.slideFields || names.some((name) => name === 'layout' || name === 'transition');
  if (names.length > 0 && isTheirs && scan.lines[end]?.text.trim() === '') {
    leaveOut(scan, { start, end, next: end }, names);
  }
}

type Range = { readonly start: number; readonly end: number; readonly next: number };

function leaveOut(scan: Scan, { start, end, next }: Range, names: readonly string[]): void {
  const fields = scan.lines.slice(start, end);
  const line = { text: '', line: fields[0]?.line ?? 1 };
  scan.next = next;
  if (fields.some(({ text }) => /^(?:hide|disabled):\s*true\s*$/.test(text))) {
    scan.parts.push({ type: 'hide', line: line.line });
    warn(scan, line, {
      code: 'hidden-slide',
      message: 'This slide is not shown, as its fields say: delete “hide: true” to show it',
    });
  }
  const lost = names.filter((name) => name !== 'hide' && name !== 'disabled');
  if (lost.length === 0) return;
  const instead = lost.includes('src')
    ? 'slides of another file are not read; copy them in here'
    : 'every slide has the same look; nothing needs doing';
  warn(scan, line, {
    code: 'left-out',
    message: `“${lost.slice(0, 6).join('”, “')}” ${lost.length === 1 ? 'is' : 'are'} left out: ${instead}`,
  });
}
