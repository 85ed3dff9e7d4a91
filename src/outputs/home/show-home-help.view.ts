import { isHelpTopic } from '../../subjects/help-topics.ts';
import { homeHelpLines } from '../comebacks/pupil-help-block.ts';
import type { School } from '../../school/school.ts';
import type { Html } from '../../text/html.ts';
import { isInFolder } from '../../text/site-file.view.ts';
import { today } from '../../text/today.view.ts';
import { helpNowInside, isHelpNowFor } from '../comebacks/help-now.ts';
import { homeContactItems, isHomeAudience } from './home-contacts.ts';
import { leadOnCard, schoolOnPaper } from '../handouts/school-on-paper.ts';
import { showNation } from '../handouts/show-nation.view.ts';

/** Fills every place of help on a page for home with the contacts that stand today: young people’s, and adults’ where it has those; and says what holds in the school’s nation. */
export function showHomeHelp(page: Document, school: School): void {
  // A folder lies on a school’s computer, which rings no one and is used by many.
  const contacts = isInFolder() ? 'words' : 'links';
  const lead = leadOnCard(school);
  const lines = homeHelpLines({ hidden: school.hidden, contacts, lead });
  for (const list of page.querySelectorAll<HTMLElement>('[data-home-help]')) refill(list, lines);
  for (const place of page.querySelectorAll<HTMLElement>('[data-help-now]')) {
    const who = place.dataset['helpNow'] ?? '';
    if (isHelpNowFor(who)) refill(place, helpNowInside(who, { hidden: school.hidden, contacts }));
  }
  showNation(page, school.nation);
  const local = schoolOnPaper(school)['local'] ?? '';
  for (const list of page.querySelectorAll<HTMLElement>('[data-home-contacts]')) {
    const audience = list.dataset['homeContacts'] ?? '';
    if (!isHomeAudience(audience)) continue;
    refill(
      list,
      homeContactItems(audience, {
        confirmed: school.confirmed,
        hidden: school.hidden,
        nation: school.nation,
        today: today(),
        lead,
        local,
        contacts,
        topic: isHelpTopic(list.dataset['helpTopic']) ? list.dataset['helpTopic'] : 'pictures',
      }),
    );
  }
}

// A list with the same items stays as it is: a reader at a number in it would lose their place.
function refill(list: HTMLElement, items: Html): void {
  const made = document.createElement('template');
  made.innerHTML = String(items);
  if (made.innerHTML !== list.innerHTML) list.replaceChildren(made.content);
}
