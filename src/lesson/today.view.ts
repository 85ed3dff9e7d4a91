import { isNamesKey, namesFrom, namesKey, readKept, writeNames } from './kept-names.ts';
import { fillWords, type Names } from './names.ts';

/** A lesson in this browser: its slug, and the path of the site it is on. */
export type LessonHere = { readonly slug: string; readonly site: string };

/** The attributes that may name a character. */
const ATTRIBUTES = ['alt', 'aria-label', 'title', 'data-foot'] as const;

/** What the characters are called today. Names of other days are forgotten at the same time, whatever lesson they were for. */
export function namesToday({ slug, site }: LessonHere, own: Names): Names {
  const day = today();
  return (
    attempt(() => {
      for (const key of Object.keys(localStorage).filter(isNamesKey)) {
        if (readKept(localStorage.getItem(key), day) === null) localStorage.removeItem(key);
      }
      return namesFrom(localStorage.getItem(namesKey(slug, site)), own, day);
    }) ?? own
  );
}

/** Keeps names for today, in this browser alone; false where it keeps nothing. */
export function keepNames({ slug, site }: LessonHere, names: Names): boolean {
  const keep = () => {
    localStorage.setItem(namesKey(slug, site), writeNames(names, today()));
    return true;
  };
  return attempt(keep) ?? false;
}

/** Forgets a lesson's names of today: it is over, or the lesson's own are wanted again. */
export function forgetNames({ slug, site }: LessonHere): void {
  attempt(() => localStorage.removeItem(namesKey(slug, site)));
}

/** Puts names into a page that was made with others: into its spans, and the attributes that name characters. */
export function showNames(page: ParentNode, names: Names): void {
  for (const place of page.querySelectorAll<HTMLElement>('[data-character]')) {
    const field = place.dataset['character'] ?? '';
    if (Object.hasOwn(names, field)) place.textContent = names[field] ?? '';
  }
  for (const attribute of ATTRIBUTES) {
    for (const place of page.querySelectorAll(`[data-named-${attribute}]`)) {
      place.setAttribute(attribute, fillWords(place.getAttribute(`data-named-${attribute}`) ?? '', names));
    }
  }
}

/** The day by this machine's clock, `2026-11-24`. */
function today(): string {
  const now = new Date();
  return [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, '0')).join('-');
}

// A browser that keeps nothing still teaches, with the lesson's own names.
function attempt<Value>(use: () => Value): Value | undefined {
  try {
    return use();
  } catch {
    return undefined;
  }
}
