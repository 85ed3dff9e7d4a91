import { readBlockHeading } from '../../document/block-heading.ts';
import type { SourceLine } from '../../document/source-line.ts';
import type { Part } from '../../lesson/part.ts';
import { codeParts } from './code-parts.ts';
import { lengthsOf, readSpan } from '../../text/minutes.ts';
import type { Outline, Row } from './outline-table.ts';
import { plainWords } from '../../document/plain-words.ts';

type Item = {
  readonly words: string;
  readonly line: number;
  readonly below: { readonly text: string; readonly line: number }[];
};

/** The first list whose items are all timed, as a plan's outline is: `- 5 min: Starter`, `1. Starter (5 minutes)`, `- 9:00–9:10 Starter`. */
export function findOutlineList(parts: readonly Part[]): Outline | undefined {
  const isCode = codeParts(parts);
  for (let at = 0; at < parts.length; at += 1) {
    if (isCode[at] === true || markOf(parts[at]) === undefined) continue;
    const { items, behind } = readItems(parts, at);
    const rows = readRows(items);
    if (rows !== undefined) return { rows, at, behind, isPlain: true };
    at = behind - 1;
  }
  return undefined;
}

const ITEM = /^( {0,3})(?:[-*+•]|\d{1,2}[.)])[ \t]+(?:\[[ xX]?\][ \t]+)?(\S.*)$/;

function markOf(part: Part | undefined): string | undefined {
  return part?.type === 'text' && part.to === 'body' ? ITEM.exec(part.text)?.[2] : undefined;
}

// Items at the first one's indent; what stands below one, and is no item of its own, goes with it.
function readItems(
  parts: readonly Part[],
  start: number,
): { readonly items: readonly Item[]; readonly behind: number } {
  const items: Item[] = [];
  let at = start;
  for (; at < parts.length; at += 1) {
    const part = parts[at];
    if (part?.type !== 'text' || part.to !== 'body') break;
    const words = markOf(part);
    const isInner = /^\s{2,}\S|^\t/.test(part.text) && items.length > 0;
    if (words !== undefined && !isInner) items.push({ words, line: part.line, below: [] });
    else if (part.text.trim() === '') {
      const next = parts
        .slice(at + 1, at + 3)
        .find((one) => one.type !== 'text' || one.text.trim() !== '');
      if (markOf(next) === undefined && !(next?.type === 'text' && /^\s{2,}\S/.test(next.text))) {
        break;
      }
    } else if (isInner) items.at(-1)?.below.push({ text: part.text.trim(), line: part.line });
    else break;
  }
  return { items, behind: Math.max(at, start + 1) };
}

const LEADING =
  /^((?:\d{1,3} ?[-–—] ?)?\d{1,3} ?(?:mins?|minutes?)?|\d{1,2}[:.]\d{2}(?: ?[ap]m)?(?: ?(?:[-–—]|to) ?\d{1,2}[:.]\d{2}(?: ?[ap]m)?)?)\s*(?:[:,|–—-]\s*|\s)(\S.*)$/i;

function readRows(items: readonly Item[]): readonly Row[] | undefined {
  if (items.length < 2) return undefined;
  const read = items.map(({ words }) => readItem(words));
  const timed = read.filter((one) => one !== undefined).length;
  // One item of a list may well lack its time.
  if (timed < 2 || timed < items.length - 1) return undefined;
  const lengths = lengthsOf(read.map((one) => one?.span));
  const rows: {
    readonly title: string;
    readonly minutes: number;
    readonly rest: SourceLine[];
    readonly line: number;
  }[] = [];
  const early: SourceLine[] = [];
  for (const [at, { words, line, below }] of items.entries()) {
    const [one, minutes] = [read[at], lengths[at] ?? 0];
    // What has no time of its own is said with the part above.
    if (one === undefined || minutes <= 0 || minutes > 600) {
      (rows.at(-1)?.rest ?? early).push({ text: words, line }, ...below);
    } else {
      rows.push({
        title: one.title,
        minutes,
        rest: [
          ...early.splice(0),
          ...(one.rest === '' ? [] : [{ text: one.rest, line }]),
          ...below,
        ],
        line,
      });
    }
  }
  return rows.length < 2 ? undefined : rows;
}

type Read = {
  readonly title: string;
  readonly rest: string;
  readonly span: NonNullable<ReturnType<typeof readSpan>>;
};

// `5 min: Starter`, `Starter (5 min)`, `**Starter** (5 min): they talk`.
function readItem(item: string): Read | undefined {
  const words = plainWords(item.slice(0, 300));
  const [, time = '', after = ''] = LEADING.exec(words) ?? [];
  const span = /min|[:.]\d{2}|[-–—]/i.test(time) ? readSpan(time) : undefined;
  if (span !== undefined) return { ...titled(after), span };
  const [, name = '', within = '', rest = ''] =
    /^([^()[\]]{2,80}?)\s*[([]([^()[\]]{1,40})[)\]]\s*[:.–—-]?\s*(.*)$/.exec(words) ?? [];
  const heading = readBlockHeading(within === '' ? words : `${name} (${within})`);
  if (typeof heading !== 'object') return undefined;
  return {
    title: heading.title.replace(/[:.]$/, ''),
    rest: within === '' ? '' : rest,
    span: { from: undefined, to: heading.minutes, clock: false },
  };
}

// A long item has a name, and words about it.
function titled(words: string): Pick<Read, 'title' | 'rest'> {
  const [, title, rest] =
    words.length > 40 ? (/^([^:.–—]{2,60}?)\s*(?:[:.–—]| - )\s*(.+)$/.exec(words) ?? []) : [];
  return title === undefined || rest === undefined ? { title: words, rest: '' } : { title, rest };
}
