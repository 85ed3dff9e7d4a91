import type { Handouts } from './handouts.ts';
import type { Lessons } from './lessons.ts';
import type { Media } from './media-folders.ts';
import type { Pages } from './pages.ts';
import type { ProgramFacts } from '../outputs/home/program-facts.ts';
import type { School } from '../school/school.ts';
import type { ContactsAs } from '../text/contact-link.ts';

/** What a site is made from; `room` tells the pages where their room runs. */
export type SiteParts = {
  readonly pages: Pages;
  readonly lessons: Lessons;
  readonly media: Media;
  readonly handouts: Handouts;
  readonly room: 'server' | 'page';
  /** True where none of this changes while the site is there, so that each of its files is made once (`unchanging.ts`). */
  readonly isUnchanging?: boolean;
  /** Where no phone can be used beside a presenter: several programs share their rooms, and a phone’s line is in the memory of one. */
  readonly phones?: 'none';
  /** What the program says of itself: ports, settings, what is asked for at which door. */
  readonly program: ProgramFacts;
  /** The folder of a school’s own lessons, where the program that serves the site writes them. */
  readonly own?: string;
  /** The school’s own data; left out where the site is written to files, for someone to put theirs there. */
  readonly school?: () => Promise<School>;
  /** Which helplines were checked, when and by which role, and which were found to be wrong, where a site of files says so. */
  readonly checks?: Pick<School, 'confirmed' | 'hidden' | 'nation'>;
  /** Where sheets lie as PDFs, from the site’s root. */
  readonly pdfs?: readonly string[];
  /** Where staff sign in with a key. */
  readonly staff?: 'key';
  /** What the posts’ pictures lie there as; a browser makes PNGs of them all the same. */
  readonly pictures?: 'svg' | 'png';
  /** Whether numbers and sites on pages for home can be pressed: as words on what a class shares. */
  readonly contacts?: ContactsAs;
  /** A site that anyone may read: without presenter, notes, plans, answers, and all that is for staff alone. */
  readonly forEveryone?: boolean;
  /** Where that will lie, `https://help.example.org/`; null where no one has said. */
  readonly address?: string | null;
  /** The page of another site that young people’s pages are left to, `https://example.org/`; null for one of ours. */
  readonly leaveTo?: string | null;
};
