import type { HelpFacts } from '../comebacks/pupil-help-block.ts';
import type { HomeContacts } from '../handout/home-contacts.ts';
import { schoolOnPaper } from '../handout/school-on-paper.ts';
import { confirmationsIn } from '../school/contacts.ts';
import { EMPTY_SCHOOL, type School } from '../school/school.ts';
import { today } from './today.ts';

type OfSchool = { readonly school?: () => Promise<School> };

/** What young people’s help is made of today: what the school confirmed; nothing where the site has no school in it. */
export async function helpOn({ school }: OfSchool): Promise<HelpFacts> {
  return { today: today(), confirmed: school === undefined ? {} : confirmationsIn(await school()) };
}

/** The same for adults: every contact that the school confirmed, and its own. */
export async function adultHelpOn({ school }: OfSchool): Promise<HomeContacts> {
  const told = school === undefined ? EMPTY_SCHOOL : await school();
  return { today: today(), confirmed: told.confirmed, local: schoolOnPaper(told)['local'] ?? '' };
}
