import { today } from '../../text/today.view.ts';
import type { Names } from '../../lesson/names.ts';
import { namesToday, showNames } from '../../lesson/today.view.ts';
import { lookOf } from '../../handout/paper-look.ts';
import { showLook } from '../../handout/show-look.view.ts';
import { startPrintButtons } from '../../look/print-button.view.ts';
import { showTodaysParts } from './todays-notes.ts';

const ROOT = '../../../';
// Whoever prints this page by a program waits until all of it is there.
document.documentElement.dataset['filling'] = '';
const filling: Promise<unknown>[] = [];
const named = document.querySelector<HTMLElement>('[data-names]');
if (named) {
  const site = new URL(ROOT, location.href).pathname;
  const own = JSON.parse(named.dataset['names'] ?? '{}') as Names;
  showNames(document, namesToday({ slug: named.dataset['lesson'] ?? '', site }, own));
  if (named.dataset['follows'] !== undefined) filling.push(showTodaysParts(named, ROOT));
}

// The foot of every printed page is made by the style sheet, which reads the sheet’s name and edition from here.
const { foot, edition } = document.querySelector<HTMLElement>('[data-foot]')?.dataset ?? {};
if (foot !== undefined) document.documentElement.style.setProperty('--foot', JSON.stringify(foot));
if (edition !== undefined) document.documentElement.style.setProperty('--edition', JSON.stringify(edition));
filling.push(showLook(document, lookOf(location.search)));

// The sheet is whole without the school’s own words; where it has a place for them they come in.
if (document.querySelector('[data-help-cards], [data-help-list], [data-contacts], [data-school], [data-school-word]')) filling.push(fillIn());

startPrintButtons();
void Promise.allSettled(filling).then(() => delete document.documentElement.dataset['filling']);

async function fillIn(): Promise<void> {
  const home = document.querySelector<HTMLAnchorElement>('.site-mark')?.href ?? '';
  const [{ openSchoolHere }, { showSchool }] = await Promise.all([
    import('../../school/school-here.view.ts'),
    import('../../handout/show-school.view.ts'),
  ]);
  const { school } = await openSchoolHere(new URL('.', home).href).read();
  showSchool(document, school, today());
}
