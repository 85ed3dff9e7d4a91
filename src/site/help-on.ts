import type { HelpFacts } from '../outputs/comebacks/pupil-help-block.ts';
import type { HomeContacts } from '../outputs/home/home-contacts.ts';
import { schoolOnPaper } from '../outputs/handouts/school-on-paper.ts';
import { EMPTY_SCHOOL, type School } from '../school/school.ts';
import type { ContactsAs } from '../text/contact-link.ts';
import { today } from './today.ts';

type OfSchool = {
  readonly school?: () => Promise<School>;
  readonly contacts?: ContactsAs;
};

/** What young people’s help is made of: without what the school found to be wrong; whole where the site has no school in it. */
export async function helpOn({ school, contacts }: OfSchool): Promise<HelpFacts> {
  return { hidden: school === undefined ? [] : (await school()).hidden, contacts };
}

/** The same for adults: also what the school confirmed, and its own contacts. */
export async function adultHelpOn({ school, contacts }: OfSchool): Promise<HomeContacts> {
  const ours = school === undefined ? EMPTY_SCHOOL : await school();
  return {
    today: today(),
    confirmed: ours.confirmed,
    hidden: ours.hidden,
    local: schoolOnPaper(ours)['local'] ?? '',
    contacts,
  };
}
