import type { HelpFacts } from '../outputs/comebacks/pupil-help-block.ts';
import type { HomeContacts } from '../outputs/home/home-contacts.ts';
import { leadOnCard, schoolOnPaper } from '../outputs/handouts/school-on-paper.ts';
import { EMPTY_SCHOOL, type School } from '../school/school.ts';
import type { ContactsAs } from '../text/contact-link.ts';
import { today } from './today.ts';

type OfSchool = {
  readonly school?: () => Promise<School>;
  readonly checks?: Pick<School, 'confirmed' | 'hidden' | 'nation'>;
  readonly contacts?: ContactsAs;
};

/** The school whose site it is; where a site of files has none in it, no more of one than which helplines were checked. */
export async function schoolOf({ school, checks }: OfSchool): Promise<School> {
  return school === undefined ? { ...EMPTY_SCHOOL, ...checks } : school();
}

/** What young people’s help is made of: without what the school found to be wrong, with its lead; whole where the site has no school in it. */
export async function helpOn(of: OfSchool): Promise<HelpFacts> {
  const ours = await schoolOf(of);
  return { hidden: ours.hidden, contacts: of.contacts, lead: leadOnCard(ours) };
}

/** The same for adults: also what the school confirmed, and its own contacts. */
export async function adultHelpOn(of: OfSchool): Promise<HomeContacts> {
  const ours = await schoolOf(of);
  return {
    today: today(),
    confirmed: ours.confirmed,
    hidden: ours.hidden,
    nation: ours.nation,
    lead: leadOnCard(ours),
    local: schoolOnPaper(ours)['local'] ?? '',
    contacts: of.contacts,
  };
}
