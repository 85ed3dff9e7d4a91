import { slidesOf, type Lesson } from '../lesson/lesson.ts';
import type { Sheet } from '../outputs/handouts/sheet.ts';
import type { AtHome } from '../outputs/plan/plan-actions.ts';
import { needsApproval } from '../subjects/pack.ts';
import { openToEveryone } from './for-everyone.ts';
import { findFilm } from './films.ts';
import { isSlug, type LessonFile } from './lessons.ts';
import type { SiteParts } from './site-parts.ts';

/** Where the page for parents of a lesson lies, from the site’s root. */
export function parentsPagePath(slug: string): string {
  return `parents/${slug}/index.html`;
}

/** The lessons that have a page for parents: those that anyone may have, and that have slides. */
export async function withParentsPage(
  files: readonly LessonFile[],
  parts: Pick<SiteParts, 'media'>,
): Promise<readonly LessonFile[]> {
  const open = await openToEveryone(files, parts);
  return open.filter(({ slug, lesson }) => isSlug(slug) && slidesOf(lesson).length > 0);
}

/** The lesson whose page for parents says the same, of one that teaches its plan with the same film; null where none does. */
export async function sameForParents(
  { plan, lesson }: LessonFile,
  parts: Pick<SiteParts, 'lessons' | 'media'>,
): Promise<string | null> {
  const { lessons, media } = parts;
  const taught = plan && (await lessons.one(plan.slug));
  const [there] = taught ? await withParentsPage([taught], parts) : [];
  if (there === undefined) return null;
  const [film, other] = await Promise.all([findFilm(lesson, media), findFilm(there.lesson, media)]);
  return film?.slug === other?.slug ? there.slug : null;
}

/** The paths of those pages that a search is led to: of two that say the same, one. */
export async function parentsPagesToFind(
  parts: Pick<SiteParts, 'lessons' | 'media'>,
): Promise<readonly string[]> {
  const files = await withParentsPage(await parts.lessons.all(), parts);
  const same = await Promise.all(files.map((file) => sameForParents(file, parts)));
  return files.filter((_, at) => same[at] === null).map(({ slug }) => parentsPagePath(slug));
}

const LETTER = 'letter-home';

/** What parents have of a lesson, for its page; null where they have no page of it. */
export async function atHome(
  file: LessonFile,
  parts: Pick<SiteParts, 'media' | 'handouts'>,
): Promise<AtHome | null> {
  const [there] = await withParentsPage([file], parts);
  if (there === undefined) return null;
  return { letter: letterFor(file.lesson, await parts.handouts.sheets()) };
}

// The letter of this lesson alone, or the one for its ages.
function letterFor(lesson: Lesson, sheets: readonly Sheet[]): string | null {
  if (!needsApproval(lesson.subject)) return null;
  const ofIt = sheets.find(
    (sheet) =>
      sheet.of === 'lesson' && sheet.id.startsWith(LETTER) && sheet.isFor({ lesson, film: null }),
  );
  if (ofIt?.of === 'lesson') return ofIt.address(lesson);
  const forAges = isYounger(lesson.stage) ? `${LETTER}-ages-9-11` : LETTER;
  const there = sheets.some((sheet) => sheet.of === 'school' && sheet.id === forAges);
  return there ? `print/${forAges}/?lesson=${lesson.slug}` : null;
}

function isYounger(stage: Lesson['stage']): boolean {
  return stage === null || stage === 'KS1' || stage === 'KS2';
}
