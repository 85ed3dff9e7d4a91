import { homeHelpLines } from '../comebacks/pupil-help-block.ts';
import { confirmationsIn } from '../school/contacts.ts';
import type { School } from '../school/school.ts';
import { today } from '../text/today.view.ts';
import { homeContactItems, isHomeAudience } from './home-contacts.ts';
import { schoolOnPaper } from './school-on-paper.ts';

/** Fills every list of help on a page for home with the contacts that stand today: young people’s, and adults’ where it has those. */
export function showHomeHelp(page: Document, school: School): void {
  const lines = String(homeHelpLines({ today: today(), confirmed: confirmationsIn(school) }));
  for (const list of page.querySelectorAll<HTMLElement>('[data-home-help]')) list.innerHTML = lines;
  const local = schoolOnPaper(school)['local'] ?? '';
  for (const list of page.querySelectorAll<HTMLElement>('[data-home-contacts]')) {
    const audience = list.dataset['homeContacts'] ?? '';
    if (isHomeAudience(audience)) list.innerHTML = String(homeContactItems(audience, { confirmed: school.confirmed, today: today(), local }));
  }
}
