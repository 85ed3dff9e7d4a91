import { dayWords, isDay } from '../../text/day.ts';

/** A source as it is printed: without the mark that slides point to, `[^law]: …`, and with its day as people write it. */
export function sourceWords(source: string): string {
  return source
    .replace(/^\[\^[\w-]{1,60}\]:\s+/, '')
    .replaceAll(/\b\d{4}-\d\d-\d\d\b/g, (day) => (isDay(day) ? dayWords(day) : day));
}
