import { readNotesLine } from '../notes-line.ts';
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
const MOST = 60;

/** Skips the fields a slide of Slidev begins with, between its `---` and the next. */
export function skipSlideFields(scan: Scan): void {
  const start = scan.at + 1;
  const names: string[] = [];
  let end = start;
  for (; end < start + MOST; end += 1) {
    const text = scan.lines[end]?.text.trimEnd();
    if (text === undefined) return;
    if (text === '---') break;
    const [, name] = /^([a-zA-Z][\w-]*) ?:(?:\s|$)/.exec(text) ?? [];
    if (readNotesLine(text) !== undefined || (name === undefined && (names.length === 0 || !/^(?:\s+\S|- |$)/.test(text)))) return;
    if (name !== undefined) names.push(name);
  }
  if (names.length === 0 || end >= start + MOST || !(scan.habits.slideFields || names.some((name) => SLIDEV_FIELDS.has(name)))) return;
  const fields = scan.lines.slice(start, end);
  const line = { text: '', line: fields[0]?.line ?? 1 };
  scan.next = end + 1;
  if (fields.some(({ text }) => /^(?:hide|disabled):\s*true\s*$/.test(text))) {
    scan.parts.push({ type: 'hide', line: line.line });
    warn(scan, line, { code: 'hidden-slide', message: 'This slide is not shown, as its fields say: delete “hide: true” to show it' });
  }
  const lost = names.filter((name) => name !== 'hide' && name !== 'disabled');
  if (lost.length === 0) return;
  const instead = lost.includes('src')
    ? 'slides of another file are not read; copy them in here'
    : 'every slide has the same look; nothing needs doing';
  warn(scan, line, { code: 'left-out', message: `“${lost.slice(0, 6).join('”, “')}” ${lost.length === 1 ? 'is' : 'are'} left out: ${instead}` });
}
