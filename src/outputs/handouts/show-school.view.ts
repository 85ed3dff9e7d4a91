import { isHelpTopic, type HelpTopic } from '../../subjects/help-topics.ts';
import { confirmedIds } from '../../help/shown.ts';
import { homePageOf } from '../../school/home-site.ts';
import type { School } from '../../school/school.ts';
import type { Stage } from '../../lesson/lesson.ts';
import { html } from '../../text/html.ts';
import { qrCode } from '../../ui/qr-code.ts';
import { showWording } from '../../ui/wording.view.ts';
import { own } from '../../text/own.ts';
import { contactList } from './contact-list.ts';
import { cardSheets, leadThatFits } from './help-card.ts';
import { helpList } from './help-section.ts';
import { homePath } from './letter-page.ts';
import { isLongOnPaper, leadOnCard, schoolOnPaper } from './school-on-paper.ts';
import { showNation } from './show-nation.view.ts';

/** Puts a school’s own words into a sheet that was made without them: names on lines, on children’s sheets no contact that someone found to be wrong, what holds in its nation, and what things are called there. */
export function showSchool(page: Document, school: School, today: string): void {
  showContacts(page, school, today);
  const values = schoolOnPaper(school);
  showValues(page, values);
  const isLong = isLongOnPaper(values);
  for (const sheet of page.querySelectorAll('.sheet--work')) {
    const names = sheet.querySelector('[data-school="deputies"], [data-school="local"]') !== null;
    sheet.toggleAttribute('data-close-set', isLong && names);
  }
  showHelp(page, school, today);
  showHomePage(page, school);
  showNation(page, school.nation);
  showWording(page, school.setting);
}

// Beside a letter: a code for adults (TEACHING 0.13), and the same as words.
function showHomePage(page: ParentNode, school: School): void {
  for (const place of page.querySelectorAll<HTMLElement>('[data-home-page]')) {
    const path = homePath(place.dataset['homePage'] ?? '', location);
    const at = homePageOf(school, path);
    place.hidden = at === null;
    if (at === null) continue;
    place.innerHTML = String(
      html`<div><b>For parents and carers</b>, with what lessons are about and what to ask at home: <span class="home-page__address">${at.shown}</span></div>${qrCode(at.href, `QR code for ${at.shown}`)}`,
    );
  }
}

// What always stands in a school is on the sheet already.
function showHelp(page: ParentNode, school: School, today: string): void {
  const { hidden } = school;
  const confirmed = confirmedIds({ ...school, today });
  const isClub = school.setting === 'youth-work';
  const lead = leadThatFits([leadOnCard(school), school.lead.name]);
  const homeSite = homePageOf(school, '')?.shown ?? '';
  if (!isClub && [lead, homeSite, ...hidden, ...confirmed].join('') === '') return;
  const settingOf = (written: string | undefined) =>
    isClub || written === 'youth work' ? 'youth work' : 'school';
  for (const sheets of page.querySelectorAll<HTMLElement>('[data-help-cards]')) {
    sheets.innerHTML = String(
      cardSheets(stageOf(sheets.dataset['helpCards']), {
        topic: topicOf(sheets),
        hidden,
        confirmed,
        setting: settingOf(sheets.dataset['setting']),
        lead,
        homeSite,
      }),
    );
  }
  for (const list of page.querySelectorAll<HTMLElement>('[data-help-list]')) {
    const held = {
      stage: stageOf(list.dataset['helpList']),
      topic: topicOf(list),
      setting: settingOf(list.dataset['setting']),
    } as const;
    list.innerHTML = String(helpList(held, { hidden, confirmed }));
  }
}

function showContacts(page: ParentNode, school: School, today: string): void {
  const { confirmed, hidden, nation } = school;
  for (const list of page.querySelectorAll<HTMLElement>('[data-contacts]')) {
    const audience = (['parents', 'staff', 'lead', 'governors'] as const).find(
      (one) => one === list.dataset['contacts'],
    );
    if (audience === undefined) continue;
    const isShort = list.dataset['short'] !== undefined;
    const topic = topicOf(list);
    list.innerHTML = String(
      contactList(audience, { confirmed, hidden, nation, today, isShort, topic }),
    );
  }
}

function showValues(page: ParentNode, values: Readonly<Record<string, string>>): void {
  for (const place of page.querySelectorAll<HTMLElement>('[data-school]')) {
    const text = own(values, place.dataset['school'] ?? '') ?? '';
    if (text === '') continue;
    place.textContent = `${place.dataset['before'] ?? ''}${text}${place.dataset['before'] === undefined ? '' : '.'}`;
    place.dataset['told'] = '';
  }
}

function topicOf({ dataset }: HTMLElement): HelpTopic {
  const written = dataset['helpTopic'];
  return isHelpTopic(written) ? written : 'pictures';
}

function stageOf(written: string | undefined): Stage | null {
  return (
    (['KS1', 'KS2', 'KS3', 'KS4', 'KS5', 'adults'] as const).find((stage) => stage === written) ??
    null
  );
}
