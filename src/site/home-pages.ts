import { appHead, apps } from '../outputs/comebacks/apps.ts';
import { awayPage } from '../outputs/comebacks/away-page.ts';
import { comebacksPage } from '../outputs/comebacks/comebacks-page.ts';
import type { Handout } from '../outputs/handouts/handout.ts';
import { hasPart } from '../outputs/handouts/page-parts.ts';
import { ALL_OF_IT, atHomePage } from '../outputs/home/at-home-page.ts';
import { adultHelpPage, helpPage, staffSheets } from '../outputs/home/help-page.ts';
import { lessonAtHomePage } from '../outputs/home/lesson-at-home.ts';
import { parentsPage } from '../outputs/home/parents-page.ts';
import { privacyPage, privacySheets } from '../outputs/home/privacy.ts';
import { roomCheckPage } from '../outputs/home/room-check-page.ts';
import type { FilmToWatch } from '../outputs/home/watch-film.ts';
import { isOtherFile } from '../film/confirmations.ts';
import type { Manifest } from '../film/manifest.ts';
import { fitLesson } from '../lesson/fit-film.ts';
import type { PresentFilm } from '../outputs/board/make-deck.ts';
import { sheetsOfLesson } from '../outputs/handouts/sheets.ts';
import type { LessonCard } from '../outputs/library/lesson-card.ts';
import { learningResources } from '../outputs/library/learning-resource.ts';
import { supportersPage } from '../outputs/supporters/supporters-page.ts';
import type { Slots } from '../text/fill-page.ts';
import { atHomeAlone } from '../ui/home-foot.ts';
import { isForEveryone } from './for-everyone.ts';
import { adultHelpOn, helpOn } from './help-on.ts';
import { listLessons, type FilmedLesson } from './lesson-list.ts';
import { withParentsPage } from './parents-pages.ts';
import type { LessonFile } from './lessons.ts';
import { filePrint } from './films.ts';
import { isShipped, type Media } from './media-folders.ts';
import { OUR_FILM, ourFilm } from './our-film.ts';
import { ownComebacks } from './own-comebacks.ts';
import { toPrint } from './paper-pages.ts';
import type { SiteParts } from './site-parts.ts';
import { watchedPlaces } from './watched-places.ts';

/** The first page of a site that anyone may read. */
export async function atHome(parts: SiteParts): Promise<Slots> {
  const [all, files] = await Promise.all([toPrint(parts), parts.lessons.all()]);
  const shipped = files.filter(({ path }) => isShipped(path, parts.media)).map(({ slug }) => slug);
  const cards = all.lessons.map(({ card }) => ({ ...card, isOurs: shipped.includes(card.slug) }));
  const resource = learningResources(cards, parts.address ?? null);
  const withParents = (await withParentsPage(files, parts)).map(({ slug }) => slug);
  return { ...atHomePage(all, withParents), resource: cards.length === 0 ? '' : String(resource) };
}

/** Comebacks, with the lines that young people of this place wrote. */
export async function comebacks(parts: SiteParts): Promise<Slots> {
  const page = comebacksPage({ ...(await helpOn(parts)), more: await ownComebacks(parts.media) });
  const [app] = apps;
  return { ...page, app: app === undefined ? '' : String(atHomeAlone(appHead(app))) };
}

/** Where young people’s pages are left to. */
export const away = (leaveTo: string | null): Slots => awayPage(leaveTo);

/** What parents and carers read, with the way to what each lesson was about. */
export const parents = async (parts: SiteParts): Promise<Slots> =>
  parentsPage(await parts.handouts.one('parents'), await adultHelpOn(parts), {
    lessons: await lessonsAtHome(parts),
    film: await filmToWatch(parts),
  });

/** The same of one lesson. */
export async function lessonAtHome(
  { lesson, media }: FilmedLesson,
  parts: SiteParts,
): Promise<Slots> {
  const sheets = sheetsOfLesson({ lesson, film: media.film }, await parts.handouts.sheets());
  return lessonAtHomePage({
    lesson: fitLesson(lesson, media.film?.manifest),
    film: media.film && (await confirmedHere(media.film, parts.media)),
    on: await adultHelpOn(parts),
    onPaper: sheets.find(({ id }) => id === ALL_OF_IT)?.address ?? null,
    watch: media.film?.slug === OUR_FILM ? await filmToWatch(parts) : null,
  });
}

// A folder, where contacts are words, has the films of its own lesson alone, and a browser reads no captions from a file.
async function filmToWatch({ media, contacts }: SiteParts): Promise<FilmToWatch | null> {
  return contacts === 'words' ? null : ourFilm(media);
}

// Of another film.mp4 than the one that was confirmed nothing is.
async function confirmedHere({ slug, manifest }: PresentFilm, media: Media): Promise<Manifest> {
  const here = manifest.file === undefined ? null : await filePrint(slug, media);
  return isOtherFile(manifest.file, here) ? { ...manifest, confirmed: {} } : manifest;
}

/** The lessons that have such a page, in the library’s order. */
async function lessonsAtHome(parts: SiteParts): Promise<readonly LessonCard[]> {
  const files = await withParentsPage(await parts.lessons.all(), parts);
  return listLessons(files, parts.media);
}

/** Where young people find help, without what the school found to be wrong. */
export const help = async (parts: SiteParts): Promise<Slots> => helpPage(await helpOn(parts));

/** The same for adults, with what the school confirmed. */
export const adultHelp = async (parts: SiteParts): Promise<Slots> =>
  adultHelpPage(await adultHelpOn(parts), await sheetsNamed(staffSheets, parts));

/** What is received and stored, from the sheets that say so. */
export async function privacy(parts: SiteParts): Promise<Slots> {
  const sheets = await sheetsNamed(privacySheets, parts);
  const tells = sheets.some(({ pieces }) => hasPart(pieces, 'watched words'));
  const watched = tells ? await watchedPlaces(parts) : [];
  return privacyPage(
    sheets,
    { ...parts.program, watched },
    { forEveryone: parts.forEveryone ?? false },
  );
}

/** The posts and letters that supporters take away. */
export const supporters = async ({ school, media, pictures = 'svg' }: SiteParts): Promise<Slots> =>
  supportersPage({
    setting: school ? (await school()).setting : 'youth-work',
    pictures,
    film: await ourFilm(media),
  });

/** What a technician looks at in a room before its first lesson. */
export const roomCheck = async (
  files: readonly LessonFile[],
  { media, program }: SiteParts,
): Promise<Slots> => roomCheckPage(await listLessons(files, media), program);

async function sheetsNamed(
  names: readonly string[],
  { handouts, forEveryone }: SiteParts,
): Promise<readonly Handout[]> {
  const all = (await Promise.all(names.map((name) => handouts.one(name)))).filter(
    (one) => one !== null,
  );
  return forEveryone === true ? all.filter(isForEveryone) : all;
}
