import { readBlockHeading } from '../../document/block-heading.ts';
import type { Part } from '../../lesson/part.ts';
import { lengthsOf, readLength, readSpan } from '../../text/minutes.ts';
import { plainWords } from '../../document/plain-words.ts';
import { readTimeLabel } from './plan-labels.ts';
import { planName } from './section-names.ts';

type Heading = Part & { readonly type: 'heading' };

/** Gives headings the times that a plan writes below them, `**Time:** 10 minutes` or a heading `Time` of their own, and those that run on from heading to heading, `0–5 Starter`, `9:00 Starter`. */
export function joinTimes(parts: readonly Part[]): readonly Part[] {
  return joinRunning(joinBelow(parts));
}

/** More lines than this below a heading, and a time there is of something else. */
const NEAR = 4;

function joinBelow(parts: readonly Part[]): readonly Part[] {
  const times = new Map<number, number>();
  const gone = new Set<number>();
  for (const [at, part] of parts.entries()) {
    if (
      part.type !== 'heading' ||
      at === firstOf(parts) ||
      typeof readBlockHeading(part.text) === 'object'
    ) {
      continue;
    }
    const name = planName(part.text, true);
    const isTime = name?.field === 'minutes';
    // A time in the plan's overview is the lesson's.
    if (name !== undefined && !isTime) continue;
    const below = isTime
      ? lineBelow(parts, at, (text) => readLength(plainWords(text)))
      : lineBelow(parts, at, readTimeLabel);
    if (below === undefined) continue;
    const owner = isTime ? ownerOf(parts, at) : at;
    if (owner === undefined || times.has(owner)) continue;
    times.set(owner, below.minutes);
    gone.add(below.at);
    if (isTime) gone.add(at);
  }
  if (times.size === 0) return parts;
  return parts.flatMap((part, at) => {
    const minutes = times.get(at);
    if (gone.has(at)) return [];
    return [
      part.type === 'heading' && minutes !== undefined
        ? { ...part, splits: true, text: `${part.text} (${minutes} min)` }
        : part,
    ];
  });
}

function firstOf(parts: readonly Part[]): number {
  return parts.findIndex(({ type }) => type === 'heading');
}

function lineBelow(
  parts: readonly Part[],
  heading: number,
  read: (text: string) => number | undefined,
): { readonly at: number; readonly minutes: number } | undefined {
  let lines = 0;
  for (let at = heading + 1; at < parts.length && lines < NEAR; at += 1) {
    const part = parts[at];
    if (part?.type !== 'text' || part.to !== 'body') return undefined;
    if (part.text.trim() === '') continue;
    const minutes = read(part.text);
    if (minutes !== undefined) return { at, minutes };
    lines += 1;
  }
  return undefined;
}

// The nearest heading above that it stands below of, but not the plan's title.
function ownerOf(parts: readonly Part[], at: number): number | undefined {
  const own = parts[at];
  const level = own?.type === 'heading' ? own.level : 1;
  for (let above = at - 1; above > firstOf(parts); above -= 1) {
    const part = parts[above];
    if (part?.type !== 'heading' || part.level >= level) continue;
    return typeof readBlockHeading(part.text) === 'object' ? undefined : above;
  }
  return undefined;
}

// `0–5 Starter` and `5–15 Main` run on; so do `9:00 Starter` and `9:10 Main`.
function joinRunning(parts: readonly Part[]): readonly Part[] {
  const found = parts.flatMap((part, at) => {
    const time = part.type === 'heading' ? runningTime(part) : undefined;
    return time === undefined ? [] : [{ at, ...time }];
  });
  const spans = found.map(({ span }) => span);
  const runs =
    spans.length > 1 &&
    spans.every(
      (span, at) =>
        at === 0 ||
        (span.from ?? 0) >=
          (spans[at - 1]?.clock ? (spans[at - 1]?.from ?? 0) : (spans[at - 1]?.to ?? 0)),
    );
  if (!runs) return parts;
  const isChain =
    spans.every(({ clock }) => clock) ||
    spans.every((span, at) => at === 0 || span.from === spans[at - 1]?.to);
  // `(0–7 min)`, `(7–10 min)`: only what runs from the lesson's first minute on is no length.
  const isFromStart =
    spans.length > 2 &&
    spans[0]?.from === 0 &&
    spans.every(({ from, to, clock }) => !clock && to > (from ?? to));
  if (!isFromStart && (!isChain || found.some(({ isBehind }) => isBehind))) return parts;
  const lengths = isFromStart ? spans.map(({ from, to }) => to - (from ?? 0)) : lengthsOf(spans);
  const byPart = new Map(
    found.map(({ at, title }, here) => [at, { title, minutes: lengths[here] ?? null }]),
  );
  return parts.map((part, at) => {
    const timed = byPart.get(at);
    if (timed === undefined || part.type !== 'heading') return part;
    return {
      ...part,
      splits: true,
      text: timed.minutes === null ? timed.title : `${timed.title} (${timed.minutes} min)`,
    };
  });
}

const LEADING =
  /^\(?(\d{1,3}(?: ?[-–—] ?\d{1,3})(?: ?(?:mins?|minutes?))?|\d{1,2}[:.]\d{2}(?: ?(?:am|pm))?(?: ?(?:[-–—]|to) ?\d{1,2}[:.]\d{2}(?: ?(?:am|pm))?)?)\)?\s*[:,|–—-]?\s+(\S.*)$/i;

const BEHIND =
  /^(.{1,80}?\S)\s*[([](\d{1,3} ?[-–—] ?\d{1,3} ?(?:mins?|minutes?)?)[)\]]\s*(?:[:–—-]\s*(\S.*))?$/i;

type Running = {
  readonly span: NonNullable<ReturnType<typeof readSpan>>;
  readonly title: string;
  readonly isBehind: boolean;
};

function runningTime({ text }: Heading): Running | undefined {
  const words = plainWords(text.slice(0, 200));
  const [, name = '', behind = '', rest] = BEHIND.exec(words) ?? [];
  const [, before = '', after = ''] = behind === '' ? (LEADING.exec(words) ?? []) : [];
  const span = readSpan(behind === '' ? before : behind);
  if (span?.from === undefined) return undefined;
  return {
    span,
    title: behind === '' ? after : rest === undefined ? name : `${name}: ${rest}`,
    isBehind: behind !== '',
  };
}
