import type { Lesson } from '../../lesson/lesson.ts';
import { fillWords } from '../../lesson/names.ts';
import { dayWords, monthsAfter } from '../../text/day.ts';
import { html, type Html } from '../../text/html.ts';

/** Which version of a sheet this is, on which day someone reviewed its words, `2026-11-24`, and on which it is due again; null where no one has. */
export type Edition = { readonly version: string; readonly reviewed: string | null };

/** The day on which the words that code puts on sheets were reviewed. */
export const OUR_WORDS: Edition = { version: '1', reviewed: '2026-11-25' };

/** What the foot of a page says of its edition, `Version 1, 25 Nov 2026 · review by 25 Nov 2027` (M17). */
export function editionWords({ version, reviewed }: Edition): string {
  const name = version === '' ? '' : `Version ${version}`;
  if (reviewed === null) return name === '' ? 'Not reviewed yet' : `${name}, not reviewed yet`;
  return `${name === '' ? 'Version of ' : `${name}, `}${shortDay(reviewed)} · review by ${shortDay(reviewDue(reviewed))}`;
}

/** The day on which what was reviewed on another is due again: law and guidance change every year. */
function reviewDue(reviewed: string): string {
  return monthsAfter(reviewed, 12);
}

/** A day in few letters, `24 Nov 2026`. */
export function shortDay(day: string): string {
  const [date = '', month = '', year = ''] = dayWords(day).split(' ');
  return `${date} ${month.slice(0, 3)} ${year}`;
}

/** A lesson’s own sheets are as old as its review. */
export function lessonEdition({ reviewed }: Pick<Lesson, 'reviewed'>): Edition {
  return { version: '', reviewed };
}

/** What a sheet of a lesson is called: the sheet, and which lesson’s it is, under its names of today. */
export function sheetName(
  sheet: string,
  { title, boardTitle, names }: Pick<Lesson, 'title' | 'boardTitle' | 'names'>,
): string {
  const lesson = fillWords(boardTitle || title, names);
  return lesson === '' ? sheet : `${sheet}: ${lesson}`;
}

/** The title of its page and of its PDF, by which windows and files differ. */
export function sheetTitle(sheet: string, lesson: Parameters<typeof sheetName>[1]): string {
  return pageTitle(sheetName(sheet, lesson));
}

/** What a window shows of a title before it cuts it off. */
const MAX_TITLE = 70;

/** The title of a page of paper: whose program it is goes before a word of its own name would. */
export function pageTitle(name: string): string {
  const whole = `${name} · Wholeclass`;
  return String(html`${whole.length > MAX_TITLE ? name : whole}`);
}

/** What a sheet carries for the foot of its pages, and for its PDF: its name, its edition, and the day of its review. */
export function footData(name: string, edition: Edition): Html {
  return html`data-foot="${name}" data-edition="${editionWords(edition)}" data-reviewed="${edition.reviewed ?? ''}"`;
}
