const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

/** True for a day of the calendar, written `2026-11-24`. */
export function isDay(text: string): boolean {
  const [, year = '', month = '', day = ''] = /^(\d{4})-(\d\d)-(\d\d)$/.exec(text) ?? [];
  return (
    Number(month) >= 1 &&
    Number(month) <= 12 &&
    Number(day) >= 1 &&
    Number(day) <= daysIn(Number(year), Number(month))
  );
}

/** The same day some months later, or that month’s last day where it is shorter. */
export function monthsAfter(day: string, more: number): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const months = year * 12 + month - 1 + more;
  const [inYear, inMonth] = [Math.floor(months / 12), (months % 12) + 1];
  const capped = Math.min(date, daysIn(inYear, inMonth));
  return [
    String(inYear).padStart(4, '0'),
    String(inMonth).padStart(2, '0'),
    String(capped).padStart(2, '0'),
  ].join('-');
}

/** The day some days later. */
export function daysAfter(day: string, more: number): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  return new Date(Date.UTC(year, month - 1, date + more)).toISOString().slice(0, 10);
}

/** A day as people write it, `24 November 2026`. */
export function dayWords(day: string): string {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number);
  return `${date} ${MONTHS[month - 1] ?? ''} ${year}`;
}

function daysIn(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

/** The day of a time (ms since 1970) where this machine is, `2026-11-24`. */
export function dayAt(ms: number): string {
  const time = new Date(ms);
  return [time.getFullYear(), time.getMonth() + 1, time.getDate()]
    .map((part) => String(part).padStart(2, '0'))
    .join('-');
}
