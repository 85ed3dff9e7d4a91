import * as v from 'valibot';
import { record } from '../../../text/schema.ts';
import { showSchool } from '../../../outputs/handouts/show-school.view.ts';
import type { SheetEntry } from '../../../outputs/handouts/sheet.ts';
import { namesIn, namesToday, showNames } from '../../../lesson/today.view.ts';
import { setWording } from '../../../ui/wording.view.ts';
import { openSchoolHere } from '../../../school/school-here.view.ts';
import type { School } from '../../../school/school.ts';
import { idOfMine } from '../../../text/my-lesson.ts';
import { fetchFile } from '../../../text/site-file.view.ts';
import { today } from '../../../text/today.view.ts';
import { showTodaysParts } from '../todays-notes.ts';

/** A sheet as it comes out of the printer: its pieces of paper, in the names, the cut and the school of today. */
export type MadeSheet = { readonly id: string; readonly paper: readonly HTMLElement[] };

const ROOT = '../';

/** Makes the paper of these sheets, of one lesson or, for null, of the school; those that are pages of their own are left out. `ofSchool` are the school’s own. Throws where it cannot be read. */
export async function makeSheets(
  lesson: string | null,
  entries: readonly SheetEntry[],
  ofSchool: readonly SheetEntry[],
): Promise<readonly MadeSheet[]> {
  const mains =
    lesson !== null && idOfMine(lesson) !== null
      ? { ...(await mainsOfSchool(entries, ofSchool)), ...(await readMains(lesson)) }
      : await readMains(lesson);
  const { school } = await openSchoolHere(ROOT).read();
  setWording(school.setting);
  const there = entries.filter(({ id }) => mains[id] !== undefined);
  return Promise.all(
    there.map(async (entry) => ({
      id: entry.id,
      paper: await paperOf(mains[entry.id] ?? '', entry, school),
    })),
  );
}

async function readMains(lesson: string | null): Promise<Readonly<Record<string, string>>> {
  const response = await fetchFile(lesson === null ? 'sheets.json' : `${lesson}/sheets.json`);
  if (!response.ok) throw new Error('The sheets cannot be read');
  return v.parse(record(v.string()), await response.json());
}

// A lesson of one’s own is in no file of the site, and what every class needs is among the school’s.
async function mainsOfSchool(
  entries: readonly SheetEntry[],
  ofSchool: readonly SheetEntry[],
): Promise<Readonly<Record<string, string>>> {
  const mains = await readMains(null);
  const pageOf = ({ address }: SheetEntry) => address.split('#', 1)[0];
  return Object.fromEntries(
    entries.flatMap((entry) => {
      const main = mains[ofSchool.find((one) => pageOf(one) === pageOf(entry))?.id ?? ''];
      return main === undefined ? [] : [[entry.id, main]];
    }),
  );
}

async function paperOf(
  main: string,
  { address }: SheetEntry,
  school: School,
): Promise<readonly HTMLElement[]> {
  const page = new DOMParser().parseFromString(main, 'text/html');
  const named = page.querySelector<HTMLElement>('[data-names]');
  if (named) {
    const site = new URL(ROOT, location.href).pathname;
    showNames(page, namesToday({ slug: named.dataset['lesson'] ?? '', site }, namesIn(named)));
    if (named.dataset['follows'] !== undefined) {
      await showTodaysParts(named, ROOT).catch(() => undefined);
    }
  }
  showSchool(page, school, today());
  // A sheet’s own page lies deeper than this one.
  for (const picture of page.querySelectorAll('img')) {
    picture.setAttribute(
      'src',
      (picture.getAttribute('src') ?? '').replace(/^(?:\.\.\/)+(?=media\/)/, ROOT),
    );
  }
  // Where an address names a part of its page, that part is the sheet; where it names none, the first edition.
  const part =
    page.getElementById(address.split('#')[1] ?? '') ?? page.querySelector('.edition') ?? page;
  return [...part.querySelectorAll<HTMLElement>('.sheet')].map((sheet) =>
    document.importNode(sheet, true),
  );
}
