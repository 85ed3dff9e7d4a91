import * as v from 'valibot';
import { readJsonAs, record } from '../text/schema.ts';
import { isTodayKey, todayKey, versionKey } from '../text/browser-keys.ts';
import { today } from '../text/today.view.ts';
import { fillWords, type Names } from './names.ts';
import {
  isChosen,
  isOfDay,
  readToday,
  readVersion,
  wholeLesson,
  writeToday,
  writeVersion,
  type Today,
} from './today.ts';
import { WHOLE, type VersionChoice } from './versions.ts';

/** A lesson in this browser: its slug, and the path of the site it is on. */
export type LessonHere = { readonly slug: string; readonly site: string };

/** The attributes that may name a character. */
const ATTRIBUTES = ['alt', 'aria-label', 'title', 'data-foot'] as const;

/** What is chosen of a lesson today; `own` are its own names, and `version` is taught where none was chosen on this computer. Choices of other days are forgotten at the same time, whatever lesson they were for. */
export function todayOf(
  { slug, site }: LessonHere,
  own: Names,
  version: VersionChoice = WHOLE,
): Today {
  const day = today();
  return (
    attempt(() => {
      for (const key of Object.keys(localStorage).filter(isTodayKey)) {
        if (!isOfDay(localStorage.getItem(key), day)) localStorage.removeItem(key);
      }
      const chosen = versionHere({ slug, site }) ?? version;
      return { ...readToday(localStorage.getItem(todayKey(slug, site)), own, day), ...chosen };
    }) ?? { ...wholeLesson(own), ...version }
  );
}

/** The version of a lesson that was chosen last on this computer; null where none was. */
export function versionHere({ slug, site }: LessonHere): VersionChoice | null {
  return attempt(() => readVersion(localStorage.getItem(versionKey(slug, site)))) ?? null;
}

/** Remembers a version of a lesson on this computer; what follows it in this window hears of it as other windows do. False where the browser saves nothing. */
export function saveVersion({ slug, site }: LessonHere, version: VersionChoice): boolean {
  const key = versionKey(slug, site);
  const save = () => {
    localStorage.setItem(key, writeVersion(version));
    return true;
  };
  const isSaved = attempt(save) ?? false;
  dispatchEvent(new StorageEvent('storage', { key }));
  return isSaved;
}

/** What the characters are called today. */
export function namesToday(here: LessonHere, own: Names): Names {
  return todayOf(here, own).names;
}

/** Changes what is chosen for today, in this browser alone; what is as the lesson has it is not kept. False where the browser keeps nothing. */
export function keepToday(
  here: LessonHere,
  own: Names,
  change: Partial<Omit<Today, keyof VersionChoice>>,
): boolean {
  const next = { ...todayOf(here, own), ...change };
  if (!isChosen(next, own)) {
    forgetToday(here);
    return true;
  }
  const keep = () => {
    localStorage.setItem(todayKey(here.slug, here.site), writeToday(next, today()));
    return true;
  };
  return attempt(keep) ?? false;
}

/** Forgets what was chosen of a lesson for today: it is over. Its version stays. */
export function forgetToday({ slug, site }: LessonHere): void {
  attempt(() => localStorage.removeItem(todayKey(slug, site)));
}

/** Calls `changed` whenever this window chooses another version of this lesson, or another window of this browser anything else of it. Returns what stops it. */
export function watchToday({ slug, site }: LessonHere, changed: () => void): () => void {
  const onStorage = ({ key }: StorageEvent) => {
    if (key === todayKey(slug, site) || key === versionKey(slug, site)) changed();
  };
  addEventListener('storage', onStorage);
  return () => removeEventListener('storage', onStorage);
}

/** Puts names into a page that was made with others: into its spans, and the attributes that name characters. */
export function showNames(page: ParentNode, names: Names): void {
  for (const place of page.querySelectorAll<HTMLElement>('[data-character]')) {
    const field = place.dataset['character'] ?? '';
    if (Object.hasOwn(names, field)) place.textContent = names[field] ?? '';
  }
  for (const attribute of ATTRIBUTES) {
    for (const place of page.querySelectorAll(`[data-named-${attribute}]`)) {
      place.setAttribute(
        attribute,
        fillWords(place.getAttribute(`data-named-${attribute}`) ?? '', names),
      );
    }
  }
}

/** HTML of a lesson, as markup, with names in the place of those it was made with. */
export function nameMarkup(markup: string, names: Names): string {
  if (!/data-(?:character|named)/.test(markup)) return markup;
  const template = document.createElement('template');
  template.innerHTML = markup;
  showNames(template.content, names);
  return template.innerHTML;
}

// A browser that keeps nothing still teaches, with all of the lesson and its own names.
function attempt<Value>(use: () => Value): Value | undefined {
  try {
    return use();
  } catch {
    return undefined;
  }
}

/** What a lesson calls its characters, as an element of a page says it in `data-names`; nothing where it says none. */
export function namesIn(element: HTMLElement): Names {
  return readJsonAs(names, element.dataset['names'] ?? '{}') ?? {};
}

const names = record(v.string());
