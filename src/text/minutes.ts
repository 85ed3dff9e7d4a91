/** From when to when a part of a plan goes, in minutes: `from` is unknown where only its length is written. `clock` is true for times of day. */
export type Span = {
  readonly from: number | undefined;
  readonly to: number;
  readonly clock: boolean;
};

const ABOUT = String.raw`(?:about |around |roughly |approx(?:imately|\.)? ?|circa |c\.? ?|ca\.? ?|up to |max\.? |~ ?)?`;
const MINUTES = String.raw`(?: ?-? ?(?:mins?|minutes?)\b\.?| ?['’′])`;
const HOURS = new RegExp(
  String.raw`^${ABOUT}(?:\d(?:\.\d)? ?[-–—] ?)?(\d(?:\.\d{1,2})?|one|an|two|half an?) ?(?:h|hrs?|hours?)\b\.?(?: ?(?:and |,)? ?(\d{1,2})${MINUTES}?)?$`,
  'i',
);
const LENGTH = new RegExp(
  String.raw`^${ABOUT}(?:\d{1,3}${MINUTES}? ?(?:[-–—]|to) ?)?(\d{1,3})${MINUTES}(?: (?:total|in total|long|max\.?))?$`,
  'i',
);
const CLOCK = String.raw`(\d{1,2})[:.](\d{2})(?: ?[ap]\.?m\.?)?`;
const CLOCKS = new RegExp(String.raw`^${CLOCK}(?: ?(?:[-–—]|to) ?${CLOCK})?$`, 'i');
const RANGE = new RegExp(
  String.raw`^(?:(\d{1,3})${MINUTES}? ?(?:[-–—]|to) ?)?(\d{1,3})(?:${MINUTES}| ?m)?\.?$`,
  'i',
);

const WORDS: Readonly<Record<string, number>> = { one: 1, an: 1, two: 2, half: 0.5 };

/** How many minutes a length comes to, `60 minutes`, `1 hour`, `1h 15`; of `45–60 mins` the longer. Undefined for anything else. */
export function readLength(text: string): number | undefined {
  const words = text.slice(0, 60).trim();
  const [, hours, more] = HOURS.exec(words) ?? [];
  if (hours !== undefined) {
    const whole = WORDS[hours.toLowerCase().split(' ')[0] ?? ''] ?? Number(hours);
    return Math.round(whole * 60) + Number(more ?? 0);
  }
  const minutes = Number(LENGTH.exec(words)?.[1] ?? 0);
  return minutes > 0 ? minutes : undefined;
}

/** Reads the cell of a column that holds times: `5`, `5 min`, `1 hour`, `0–5`, `9:00-9:10`, `9.05`. */
export function readSpan(cell: string): Span | undefined {
  const text = cell.slice(0, 60).trim();
  const [, fromHour, fromMinute, toHour, toMinute] = CLOCKS.exec(text) ?? [];
  if (fromHour !== undefined) {
    const from = Number(fromHour) * 60 + Number(fromMinute);
    const to = toHour === undefined ? from : Number(toHour) * 60 + Number(toMinute);
    // `12:50–1:10` runs over the hour that clocks begin again with.
    return { from, to: to < from ? to + 720 : to, clock: true };
  }
  const [, from, to] = RANGE.exec(text) ?? [];
  if (to !== undefined) {
    return { from: from === undefined ? undefined : Number(from), to: Number(to), clock: false };
  }
  const length = readLength(text);
  return length === undefined ? undefined : { from: undefined, to: length, clock: false };
}

/** How long each part is. Where each begins when the one above ends, `0–5`, `5–12`, and where times of day are given, spans are read as such; elsewhere `5–10` is as long as its end says. Null where that cannot be told. */
export function lengthsOf(spans: readonly (Span | undefined)[]): readonly (number | null)[] {
  const known = spans.filter((span) => span !== undefined);
  const isRunning =
    known.length > 1 &&
    known.every(({ from }, at) => from !== undefined && (at === 0 || from === known[at - 1]?.to));
  const nextClock: (number | undefined)[] = [];
  let clock: Span | undefined;
  for (let at = spans.length - 1; at >= 0; at -= 1) {
    nextClock[at] = clock?.from;
    if (spans[at]?.clock === true) clock = spans[at];
  }
  return spans.map((span, at) => {
    if (span === undefined) return null;
    const { from, to, clock } = span;
    if (!clock) return isRunning ? to - (from ?? 0) : to;
    if (from !== undefined && to > from) return to - from;
    const next = nextClock[at];
    return next !== undefined && from !== undefined && next > from ? next - from : null;
  });
}
