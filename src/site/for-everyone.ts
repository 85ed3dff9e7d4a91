import { isPractice } from '../outputs/library/lesson-card.ts';
import type { SheetAudience } from '../outputs/handouts/sheet.ts';
import { audienceOf } from '../lesson/lesson.ts';
import { allSheets } from './with-sheets.ts';
import { lessonReview } from './lesson-review.ts';
import type { LessonFile } from './lessons.ts';
import { isShipped, type Media } from './media-folders.ts';
import { assetsOf, type Pages } from './pages.ts';

/** Whose sheets anyone may have: pupils’, and those of parents and carers. */
const AUDIENCES: readonly SheetAudience[] = ['pupils', 'parents'];

/** The files of the site as a whole that anyone may have, each with the page it is built from; null for data. What leads a teacher, and all that only staff need, is not among them. */
const OPEN: Readonly<Record<string, string | null>> = {
  'index.html': 'at-home',
  'comebacks/index.html': 'comebacks',
  'away/index.html': 'away',
  'no-network/index.html': 'no-network',
  'parents/index.html': 'parents',
  'help/index.html': 'help',
  'help/adults/index.html': 'help',
  'privacy/index.html': 'privacy',
  'privacy/young-people/index.html': 'privacy',
  'privacy/parents/index.html': 'privacy',
  'supporters/index.html': 'supporters',
  'school.json': null,
};

/** What a lesson’s slides and every sheet are built from. */
const OF_LESSONS: readonly string[] = ['read', 'print'];

/** True for a file of the site as a whole that anyone may have. */
export function isOpen(path: string): boolean {
  return Object.hasOwn(OPEN, path);
}

/** True for a sheet that anyone may have. */
export function isForEveryone({ audience }: { readonly audience: SheetAudience }): boolean {
  return AUDIENCES.includes(audience);
}

/** The lessons that pupils are taught and that no review holds back. A build knows no folder as a school’s own: there each lesson is one that does not ship. */
export async function openToEveryone(
  files: readonly LessonFile[],
  { media }: { readonly media: Media },
): Promise<readonly LessonFile[]> {
  const taught = taughtToPupils(files);
  const reviews = await Promise.all(
    taught.map((file) => lessonReview(file, !isShipped(file.path, media))),
  );
  return taught.filter((_, at) => (reviews[at]?.suspends ?? null) === null);
}

// Not what is held for adults, not a draft, and not what a teacher tries things with.
function taughtToPupils(files: readonly LessonFile[]): readonly LessonFile[] {
  return files.filter(
    ({ slug, lesson }) => audienceOf(lesson) === 'pupils' && !lesson.isDraft && !isPractice(slug),
  );
}

/** The assets of those pages alone: the presenter’s scripts stay behind. */
export async function openAssets(pages: Pages): Promise<readonly string[]> {
  const named = new Set([...Object.values(OPEN).filter((shell) => shell !== null), ...OF_LESSONS]);
  const shells = await Promise.all([...named].map((shell) => pages.shell(shell)));
  const sheets = await allSheets(pages);
  const styles = await Promise.all(sheets.map(async (path) => String(await pages.asset(path))));
  // Together, because they need much of the same.
  const needed = await assetsOf([...shells, ...styles].join('\n'), pages);
  return [...new Set([...sheets, ...needed])].toSorted();
}

/** Around what leads staff on, in a page’s shell. */
const STAFF = /<!--staff-->[^]*?<!--\/staff-->/g;

/** A page without what leads to staff’s own, and without following what a teacher has chosen for today. */
export function withoutStaff(page: string): string {
  return page.replaceAll(STAFF, '').replaceAll(/(<article\b[^>]*) data-follows(?=[ >])/g, '$1');
}
