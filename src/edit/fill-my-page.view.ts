import * as v from 'valibot';
import { fillPage, type Slots } from '../text/fill-page.ts';
import { html } from '../text/html.ts';
import { readJsonAs, record } from '../text/schema.ts';
import { pageAddress } from '../text/site-file.view.ts';
import type { MyLessonHere } from './my-lesson-here.view.ts';

/** Fills a page with what it says of a lesson of one’s own, as the pages of a site are filled; false where it cannot, which the page then says. `root` leads to the site’s root. */
export async function fillMyPage(
  mine: MyLessonHere,
  slots: Slots | null,
  root: string,
): Promise<boolean> {
  const place = document.querySelector('main');
  if (place === null) return false;
  if (slots === null) {
    showNotHere(place, mine.id, root);
    return false;
  }
  const { main = '', title = '' } = slots;
  place.innerHTML = fillPage('<!--slot:main-->', { main }, { deeper: 0 });
  const name = document.createElement('title');
  name.innerHTML = fillPage('<!--slot:title-->', { title }, { deeper: 0 });
  document.title = name.textContent ?? '';
  for (const link of place.querySelectorAll('a')) leadOn(link);
  return true;
}

/** What fills the page of a lesson, or one of its sheets, by the sheet’s id; null where it cannot be made. */
export async function slotsOfMine(mine: MyLessonHere, page: string): Promise<Slots | null> {
  if (page === 'plan' || page === 'slides' || page === 'approve') {
    const json = await mine.make(page);
    return json === null ? null : readJsonAs(slotsSchema, json);
  }
  const json = await mine.make('sheets');
  const sheets = json === null ? null : readJsonAs(record(slotsSchema), json);
  return sheets !== null && Object.hasOwn(sheets, page) ? (sheets[page] ?? null) : null;
}

const slotsSchema = record(v.string());

/** Says in a place of the page that the lesson is not in this browser, and leads to where one can look for it. */
export function showNotHere(place: Element | null, id: string, root: string): void {
  const look = pageAddress(`${root}edit/`, `lesson=${encodeURIComponent(id)}`);
  if (place === null) return;
  document.title = `${NOT_HERE} · Wholeclass`;
  const words = html`<h1>${NOT_HERE}</h1>
<p class="lead">Lessons stay in the browser they were written in, or in your folder. Perhaps the folder has to be opened again, or the lesson was deleted.</p>
<p><a class="button button--main" href="${look}">Look in My lessons</a></p>`;
  place.innerHTML = String(
    place.matches('main') ? words : html`<main class="calm">${words}</main>`,
  );
}

const NOT_HERE = 'This lesson isn’t in this browser';

const TO_A_PAGE = /^((?:\.\.?\/)+(?:[^?#]*\/)?)(?:\?([^#]*))?(#.*)?$/;

// Addresses as a site’s pages have them lead to the pages that there are of a lesson of one’s own.
function leadOn(link: HTMLAnchorElement): void {
  const found = TO_A_PAGE.exec(link.getAttribute('href') ?? '');
  if (found === null) return;
  const [, folder = '', asked = '', hash = ''] = found;
  link.setAttribute('href', `${pageAddress(folder, asked)}${hash}`);
}
