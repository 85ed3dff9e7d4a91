import { fill, type Details } from './details.ts';
import { pieces } from './pieces.ts';
import { posts } from './posts.ts';
import { dayAfter, schedule, weekday, type Day } from './schedule.ts';

/** What a day of the schedule is called: what happens, and the title of its piece. */
export function dayTitle({ what, piece }: Day, details: Details): string {
  const title = titleOf(piece);
  return fill(title === null ? what : `${what}: “${title}”`, details);
}

/** The text that goes with a day: a post in its long form, a piece, or nothing. */
function dayText({ piece }: Day, details: Details): string {
  const text =
    posts.find(({ id }) => id === piece)?.long ?? pieces.find(({ id }) => id === piece)?.text ?? '';
  return fill(text, details);
}

function titleOf(piece: string | null): string | null {
  // “Newsletter item: Newsletter item” would say nothing.
  return posts.find(({ id }) => id === piece)?.title ?? null;
}

/** The schedule as a calendar file (RFC 5545), each day a whole-day event; `stamp` is the moment it is made, `2026-11-25T14:20:00Z`. */
export function calendarFile(details: Details, stamp: string): string {
  const made = `${stamp.replaceAll(/[-:]/g, '').slice(0, 15)}Z`;
  const events = schedule.flatMap((day) => [
    'BEGIN:VEVENT',
    `UID:wholeclass-supporters-${day.on}`,
    `DTSTAMP:${made}`,
    `DTSTART;VALUE=DATE:${day.on.replaceAll('-', '')}`,
    `DTEND;VALUE=DATE:${dayAfter(day.on).replaceAll('-', '')}`,
    `SUMMARY:${escape(dayTitle(day, details))}`,
    ...(dayText(day, details) === '' ? [] : [`DESCRIPTION:${escape(dayText(day, details))}`]),
    'TRANSP:TRANSPARENT',
    'END:VEVENT',
  ]);
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Wholeclass//Supporters//EN',
    'CALSCALE:GREGORIAN',
    ...events,
    'END:VCALENDAR',
  ];
  return `${lines.flatMap(folded).join('\r\n')}\r\n`;
}

function escape(text: string): string {
  return text.replaceAll(/[\\;,]/g, (sign) => `\\${sign}`).replaceAll(/\r?\n/g, '\\n');
}

/** A line in pieces of at most 75 bytes, none of them ending within a character. */
function folded(line: string): readonly string[] {
  const rows = [''];
  let bytes = 0;
  for (const letter of line) {
    const more = new TextEncoder().encode(letter).length;
    if (bytes + more > 75) {
      rows.push(' ');
      bytes = 1;
    }
    rows[rows.length - 1] += letter;
    bytes += more;
  }
  return rows;
}

/** The schedule as a table for a spreadsheet (RFC 4180, with the mark by which one knows its letters). */
export function scheduleTable(details: Details): string {
  const rows = schedule.map((day) => [
    day.on,
    weekday(day.on),
    dayTitle(day, details),
    dayText(day, details),
  ]);
  return `\uFEFF${[['Date', 'Day', 'What', 'Text'], ...rows].map((row) => row.map(cell).join(',')).join('\r\n')}\r\n`;
}

// A cell that begins as a formula would be one: a name that someone typed must stay words.
function cell(text: string): string {
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return `"${safe.replaceAll('"', '""')}"`;
}
