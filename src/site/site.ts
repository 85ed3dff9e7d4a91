import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Deck } from '../outputs/board/deck.ts';
import { deckData, deckOf, deckWith, notesOf, withReview } from '../outputs/board/make-deck.ts';
import { boardSections } from '../outputs/board/sections.ts';
import { homeSiteOnSlide } from '../school/home-site.ts';
import { writeSchool } from '../school/school.ts';
import { privacyReaderPage, privacyReaders } from '../outputs/home/privacy-readers.ts';
import { schoolOf } from './help-on.ts';
import { fitLesson } from '../lesson/fit-film.ts';
import type { Lesson } from '../lesson/lesson.ts';
import { fillWords } from '../lesson/names.ts';
import { STARTER, templatePath, templates, type Template } from '../lesson/templates.ts';
import { published, type LessonCard } from '../outputs/library/lesson-card.ts';
import { campaignFilm, CAMPAIGN_FILM } from '../outputs/library/campaign-film.ts';
import { libraryHead, lessonLinks, ownLesson } from '../outputs/library/library-page.ts';
import { HANDOUT_TEXTS } from '../outputs/handouts/handout-texts.ts';
import { onSheet } from '../outputs/handouts/on-sheet.ts';
import { homeFoot } from '../ui/home-foot.ts';
import { fillPage, writeData, type Slots } from '../text/fill-page.ts';
import { html } from '../text/html.ts';
import { onceForEach } from '../text/once-each.ts';
import { MY_LESSON } from '../text/my-lesson.ts';
import { PROTOCOL } from '../text/protocol-version.ts';
import { tagOf } from './tag-of.ts';
import { filmsToName, filmToName } from './films.ts';
import { filmPages } from './film-pages.ts';
import { lessonLink, type LinkWords } from '../outputs/home/lesson-link.ts';
import { asFound, asLinked } from './found.ts';
import { atHome, parentsPagePath, sameForParents, withParentsPage } from './parents-pages.ts';
import { mediaFiles } from './media-files.ts';
import { readPicturePath } from '../document/pictures.ts';
import { appPaths } from '../outputs/comebacks/apps.ts';
import { leavesWords } from '../outputs/comebacks/away-page.ts';
import { isOpen, openAssets, openToEveryone, withoutStaff } from './for-everyone.ts';
import { listLessons, withFilms, withMedia, type FilmedLesson } from './lesson-list.ts';
import { isApproved } from '../approval/approval.ts';
import { isSlug, readLessonText, type LessonFile } from './lessons.ts';
import { isShipped, lessonsBeside } from './media-folders.ts';
import { lookAtMedia, lookForFilms, type SeenFilms } from './media-state.ts';
import { lessonReview, lessonToApprove } from './lesson-review.ts';
import { readReviewFile } from './review-file.ts';
import { staysSafeguarding } from '../review/stored-review.ts';
import { mainsPath, readMains } from './sheet-bodies.ts';
import type { SiteParts } from './site-parts.ts';
import { SHEET_NAMES, sheetsFor, type SheetName } from './lesson-looks.ts';
import { sheetFiles, sheetLinks } from './with-sheets.ts';
import { makeSheetPage, sheetPaths } from './sheet-pages.ts';
import { offlineScript } from './offline.ts';
import { isInside } from './is-inside.ts';

/** Every file of the site but films and pictures, made when asked for. Paths have no leading slash: `board/x/index.html`. */
export type Site = {
  /** null when there is no such file. */
  read(path: string): Promise<Buffer | null>;
  /** Every path there is at the moment. */
  paths(): Promise<readonly string[]>;
};

type Page = {
  readonly shell: string;
  readonly deeper: number;
  readonly slots: Slots;
  /** What only some lessons have, and this one too. */
  readonly sheets?: readonly SheetName[];
  /** What a link to it says, where no table of the site's pages does. */
  readonly link?: LinkWords;
  /** The file of the page that says the same, where a search is to find that one. */
  readonly canonical?: string;
  /** The films whose descriptions in a browser take the place of the one that plays, and that one; none where no page of a lesson of one’s own is. */
  readonly films?: readonly string[];
};
const OFFLINE = 'offline.js';

type Made = { readonly page: Page } | { readonly data: unknown } | { readonly bytes: Uint8Array };

// What a lesson does without is loaded when it is first asked for: a computer that only runs lessons has the memory free.
const homePages = () => import('./home-pages.ts');
const paperPages = () => import('./paper-pages.ts');
const officeFiles = () => import('./office-files.ts');
const filmSlots = () => import('./your-film.ts');
const drawnPosts = () => import('./supporter-pictures.ts');
const appFiles = () => import('./app-files.ts');

/** The files of the site as a whole. Those that say nothing of lessons ask for none: a look at each lesson's file is work before the first byte of a page. */
const common: Readonly<Record<string, (parts: SiteParts) => Promise<Made>>> = {
  'index.html': async (parts) =>
    parts.forEveryone === true
      ? page('at-home', -1, await (await homePages()).atHome(parts))
      : page('', 0, await librarySlots(published(await allListed(parts)), parts)),
  'lessons.json': async (parts) => ({ data: await allListed(parts) }),
  'print/index.html': async (parts) =>
    page('print/desk', -1, {
      data: writeData({ ...(await (await paperPages()).toPrint(parts)), pdfs: parts.pdfs ?? [] }),
    }),
  'print.json': async (parts) => ({ data: await (await paperPages()).toPrint(parts) }),
  'edit/index.html': async (parts) =>
    page('edit', 0, {
      title: 'Write a lesson · Wholeclass',
      data: writeData({
        home: homeOf(parts),
        lesson: null,
        films: await filmsToName(parts.media),
        templates: await textsToBeginFrom(parts),
        pictures:
          homeOf(parts) === 'server' ? null : await picturesIn(await parts.lessons.all(), parts),
      }),
    }),
  'film/index.html': async (parts) => page('film', 0, await (await filmSlots()).allFilms(parts)),
  'school/index.html': async () => page('school', 0, { title: '{Your school} · Wholeclass' }),
  'approve/index.html': async (parts) => {
    const files = await parts.lessons.all();
    const { lessonsToApprove } = await import('../outputs/plan/plan-to-approve.ts');
    const listed = published(await listLessons(files, parts.media)).map(({ slug }) => slug);
    const all = files
      .filter(({ slug, lesson }) => isApproved(lesson) && listed.includes(slug))
      .map(async (one) => {
        const review = await lessonReview(one, isOwn(one, parts));
        return { lesson: one.lesson, why: review?.suspends ?? null };
      });
    return page('approve', 0, lessonsToApprove(await Promise.all(all)));
  },
  'safeguarding/index.html': async () => page('safeguarding', 0, {}),
  'safeguarding/review/index.html': async () => page('safeguarding/review', 1, {}),
  'school.json': async (parts) => ({
    data: JSON.parse(writeSchool(await schoolOf(parts))),
  }),
  'join/index.html': async () => page('join', 0, {}),
  'comebacks/index.html': async (parts) =>
    page('comebacks', 0, await (await homePages()).comebacks(parts)),
  'away/index.html': async ({ leaveTo }) =>
    page('away', 0, (await homePages()).away(leaveTo ?? null)),
  'no-network/index.html': async () => page('no-network', 0, {}),
  'parents/index.html': async (parts) =>
    page('parents', 0, await (await homePages()).parents(parts)),
  'help/index.html': async (parts) => page('help', 0, await (await homePages()).help(parts)),
  'help/adults/index.html': async (parts) =>
    page('help', 1, await (await homePages()).adultHelp(parts)),
  'phone/index.html': async () => page('phone', 0, {}),
  'privacy/index.html': async (parts) =>
    page('privacy', 0, await (await homePages()).privacy(parts)),
  ...Object.fromEntries(
    privacyReaders.map((reader) => [
      `privacy/${reader.id}/index.html`,
      async () => page('privacy', 1, privacyReaderPage(reader)),
    ]),
  ),
  'supporters/index.html': async (parts) =>
    page('supporters', 0, await (await homePages()).supporters(parts)),
  'room-check/index.html': async (parts) =>
    page('room-check', 0, await (await homePages()).roomCheck(await parts.lessons.all(), parts)),
};

/** The pages of lessons that live in a browser or in a folder on the drive: one for all of them, which makes what it shows of the lesson's text. */
const ofMine: Readonly<Record<string, Page>> = {
  [`lesson/${MY_LESSON}/index.html`]: localLessonPage('lesson'),
  [`present/${MY_LESSON}/index.html`]: localLessonPage('present'),
  [`board/${MY_LESSON}/index.html`]: localLessonPage('board'),
  // It has the looks of every lesson by itself.
  [`read/${MY_LESSON}/index.html`]: { ...localLessonPage('read'), sheets: [] },
  [`print/${MY_LESSON}/sheet/index.html`]: localLessonPage('print', 1),
  [`approve/${MY_LESSON}/index.html`]: { ...localLessonPage('approve'), sheets: [] },
};

function localLessonPage(shell: string, deeper = 0): Page {
  const foot = String(homeFoot('', '../'.repeat(2 + deeper)));
  return { shell: `${shell}/own`, deeper, slots: { foot }, sheets: SHEET_NAMES };
}

/** The files of each lesson; `:slug` is its name. */
const perLesson: Readonly<
  Record<string, (one: FilmedLesson, parts: SiteParts) => Made | Promise<Made | null>>
> = {
  'lesson/:slug/index.html': async (one, parts) => {
    const { lesson, problems, media } = await withMedia(one, parts.media);
    const whose = isOwn(one, parts) ? 'own' : 'shipped';
    const review = await lessonReview(one, isOwn(one, parts));
    const { planPage } = await import('../outputs/plan/plan.ts');
    return page(
      'lesson',
      1,
      planPage(
        { lesson: fitLesson(lesson, media.film?.manifest), problems: await problems },
        media,
        { whose, review, atHome: await atHome(one, parts) },
      ),
    );
  },
  'approve/:slug/index.html': async (one, parts) => {
    const { noApprovalNeeded, planToApprove } = await import('../outputs/plan/plan-to-approve.ts');
    const { lesson, media } = one;
    const data = await lessonToApprove(one, { isOwn: isOwn(one, parts), media: parts.media });
    const slots = data === null ? noApprovalNeeded(lesson) : planToApprove(lesson, media.film);
    return page('approve', 1, { ...slots, data: writeData(data) });
  },
  // The same for other pages that say how the approval is, where no program can be asked.
  'approve/:slug/lesson.json': async (one, parts) => ({
    data: await lessonToApprove(one, { isOwn: isOwn(one, parts), media: parts.media }),
  }),
  'board/:slug/index.html': async (one, parts) => {
    const deck = deckFor(one, await homeSiteOf(parts));
    return page('board', 1, boardSlots(deck, asJson(await deckFile(one, parts))));
  },
  'read/:slug/index.html': async (one, parts) => {
    const { lesson, media } = one;
    const slots = readSlots(deckOf(lesson, media.film));
    if (parts.forEveryone !== true) return page('read', 1, slots);
    const { learningResources } = await import('../outputs/library/learning-resource.ts');
    const [card] = await listLessons([one], parts.media);
    const isOurs = isShipped(one.path, parts.media);
    const resource = card && learningResources([{ ...card, isOurs }], parts.address ?? null);
    return page('read', 1, { ...slots, resource: String(resource ?? '') });
  },
  'parents/:slug/index.html': async (one, parts) => {
    const [there] = await withParentsPage([one], parts);
    if (there === undefined) return null;
    const slots = await (await homePages()).lessonAtHome(one, parts);
    const same = await sameForParents(one, parts);
    const link = lessonLink(fitLesson(one.lesson, one.media.film?.manifest));
    const canonical = parentsPagePath(same ?? one.slug);
    return { page: { shell: 'parents', deeper: 1, slots, link, canonical } };
  },
  'edit/:slug/index.html': async ({ slug, lesson, path, plan }, parts) =>
    page('edit', 1, {
      title: String(html`${fillWords(lesson.title, lesson.names)} · Wholeclass`),
      data: writeData({
        home: homeOf(parts),
        lesson: {
          slug,
          isOwn: isOwn({ path }, parts),
          title: lesson.title,
          text: await readLessonText({ path, plan }),
          staysSafeguarding: staysSafeguarding(await readReviewFile(dirname(path), slug)),
        },
        films: await filmsToName(parts.media),
        templates: [],
        pictures: null,
      }),
    }),
  'present/:slug/index.html': ({ lesson }) =>
    page('present', 1, { title: String(html`${fillWords(lesson.boardTitle, lesson.names)}`) }),
  'present/:slug/deck.json': async (one, parts) => ({ data: await deckFile(one, parts) }),
  'present/:slug/notes.json': ({ lesson, media }) => ({ data: notesOf(lesson, media.film) }),
  'present/:slug/film.json': async ({ lesson }, { media: folder }) => ({
    data: await filmPages(await lookAtMedia(lesson, folder), folder),
  }),
  'present/:slug/questions.json': ({ lesson }) => ({ data: lesson.questions }),
  'print/:slug/slides/index.html': async ({ lesson, media }) => {
    const { slidesSheet } = await import('../outputs/handouts/slides-sheet.ts');
    const shown = fitLesson(lesson, media.film?.manifest);
    const slots = onSheet(slidesSheet(shown, media.film));
    return { page: { shell: 'print', deeper: 2, slots, sheets: ['slides-on-paper'] } };
  },
  // Without a day, so that the same lesson makes the same file.
  'lesson/:slug/slides.pptx': async (one, { media }) => ({
    bytes: (await (await officeFiles()).powerPointOf(one, media, { day: null, filmAddress: null }))
      .bytes,
  }),
  'lesson/:slug/plan.docx': async (one) => ({
    bytes: await (await officeFiles()).wordOf(one),
  }),
  // Under a name of its own, by which another program of ours has it as the same lesson.
  'lesson/:slug/:slug.md': async (one) => {
    const text = await readLessonText(one);
    return text === null ? null : { bytes: Buffer.from(text) };
  },
};

/** What `deck.json` holds. */
async function deckFile(one: FilmedLesson, parts: SiteParts): Promise<object> {
  return { v: PROTOCOL, ...(await deckToPresent(one, parts)) };
}

/** The lesson as its presenter has it. */
async function deckToPresent(one: FilmedLesson, parts: SiteParts): Promise<Deck> {
  const deck = deckFor(one, await homeSiteOf(parts));
  // A page that was there before its lesson had a formula has no sheet for it.
  const sheets = await sheetFiles(sheetsFor(one.lesson), parts.pages);
  const reviewed = withReview(deck, await lessonReview(one, isOwn(one, parts)));
  return sheets.length === 0 ? reviewed : { ...reviewed, sheets };
}

/** The deck that was made last of a lesson: when its file changes the presenter, the board and what tells them of it ask for the same one. */
const decks = new WeakMap<
  Lesson,
  { readonly media: SeenFilms; readonly homeSite: string; readonly deck: Deck }
>();

function deckFor({ lesson, media }: FilmedLesson, homeSite: string): Deck {
  const known = decks.get(lesson);
  if (known?.homeSite === homeSite && areSame(known.media, media)) return known.deck;
  const deck = deckWith(lesson, { film: media.film, awaited: media.awaited, homeSite });
  decks.set(lesson, { media, homeSite, deck });
  return deck;
}

async function homeSiteOf(parts: SiteParts): Promise<string> {
  return homeSiteOnSlide(await schoolOf(parts));
}

function areSame(one: SeenFilms, other: SeenFilms): boolean {
  return [
    [one.film, other.film],
    [one.awaited, other.awaited],
  ].every(([a, b]) => a?.slug === b?.slug && a?.manifest === b?.manifest);
}

async function allListed({ lessons, media }: SiteParts): Promise<readonly LessonCard[]> {
  return listLessons(await lessons.all(), media);
}

/** The pictures that lie in the media folder of a site that is files. */
async function picturesIn(
  files: readonly LessonFile[],
  { media, handouts }: SiteParts,
): Promise<readonly string[]> {
  const all = await mediaFiles(files, media, await handouts.sheets());
  return all.filter((path) => 'path' in readPicturePath(path));
}

/** Where lessons are saved that are written on its page. */
function homeOf({ own }: SiteParts): 'server' | 'browser' {
  return own === undefined ? 'browser' : 'server';
}

/** True for a site whose readers write lessons of their own that no program has. */
function hasMine({ room, forEveryone }: SiteParts): boolean {
  return room === 'page' && forEveryone !== true;
}

/** True for a lesson that the program writes. */
function isOwn({ path }: Pick<LessonFile, 'path'>, { own }: SiteParts): boolean {
  return own !== undefined && dirname(path) === own;
}

/** Opens the site over the built pages and the lessons. */
export function openSite(parts: SiteParts): Site {
  const cache = new Map<string, Buffer>();
  const read = parts.isUnchanging === true ? onceForEach(readNow) : readNow;

  /** A file that the site has. */
  async function readOwn(path: string): Promise<Buffer | null> {
    return parts.forEveryone === true && !isOpen(path) ? null : read(path);
  }

  async function readNow(path: string): Promise<Buffer | null> {
    if (path.startsWith('assets/')) return parts.pages.asset(path);
    if (path.startsWith('supporters/')) {
      const picture = (await drawnPosts()).supporterPictures.get(path);
      if (picture !== undefined) return picture;
    }
    if (path.startsWith('templates/')) return readTemplate(path, parts);
    // Where one that it lists is missing, a browser keeps none of them.
    if (path === OFFLINE) {
      return offlineScript({
        pages: parts.pages,
        read: readOwn,
        forEveryone: parts.forEveryone === true,
        hasOwn: hasMine(parts),
      });
    }
    const made = path.endsWith('/sheets.json')
      ? await makeMains(path, parts, read)
      : await make(path, parts);
    const body = made === null ? null : await write(made, path, parts);
    return body === null ? null : keep(path, body);
  }

  /** The buffer as it was last time if nothing changed, so that it is not compressed again. */
  function keep(path: string, body: Buffer): Buffer {
    const known = cache.get(path);
    if (known?.equals(body)) return known;
    cache.set(path, body);
    return body;
  }

  return {
    read,
    async paths() {
      const files = await parts.lessons.all();
      const drawn = parts.pictures === 'png' ? [] : (await drawnPosts()).supporterPictures.keys();
      const sheets = await sheetPaths(await (await paperPages()).sheetParts(parts));
      if (parts.forEveryone === true) {
        const taught = await openToEveryone(files, parts);
        const read = taught.map(({ slug }) => `read/${slug}/index.html`);
        const home = (await withParentsPage(files, parts)).map(({ slug }) => parentsPagePath(slug));
        const open = Object.keys(common).filter(isOpen);
        return [
          ...open,
          ...appPaths,
          OFFLINE,
          ...drawn,
          ...read,
          ...home,
          ...sheets,
          ...(await openAssets(parts.pages)),
        ];
      }
      const slugs = files.map(({ slug }) => slug).filter(isSlug);
      const home = new Set(
        (await withParentsPage(files, parts)).map(({ slug }) => parentsPagePath(slug)),
      );
      const own = Object.keys(perLesson)
        .flatMap((path) => slugs.map((slug) => path.replaceAll(':slug', slug)))
        .filter((path) => !path.startsWith('parents/') || home.has(path));
      const mains = ['', ...slugs].map(mainsPath);
      // Where the room runs in a page, no tablet can reach it, and nothing is left of a lesson.
      const whole = Object.keys(common).filter(
        (path) =>
          (path !== 'join/index.html' && !/^(?:phone|safeguarding)\//.test(path)) ||
          parts.room === 'server',
      );
      return [
        ...whole,
        ...appPaths,
        ...(hasMine(parts) ? [...Object.keys(ofMine), HANDOUT_TEXTS] : []),
        ...(await templatesThere(parts)).map(templatePath),
        OFFLINE,
        ...drawn,
        ...own,
        ...(await (await filmSlots()).filmPaths(parts)),
        ...mains,
        ...sheets,
        ...(await parts.pages.assets()),
      ];
    },
  };
}

/** A lesson to begin from, as it is written; null for any other file. */
async function readTemplate(
  path: string,
  { media }: Pick<SiteParts, 'media'>,
): Promise<Buffer | null> {
  if (!templates.some((one) => templatePath(one) === path)) return null;
  const folder = lessonsBeside(media);
  return (await isInside(folder, path)) ? readFile(join(folder, path)).catch(() => null) : null;
}

async function textsToBeginFrom(parts: SiteParts) {
  const texts = await Promise.all(
    templates.map(async (template) => ({
      ...template,
      text: await readTemplate(templatePath(template), parts),
    })),
  );
  return texts.flatMap(({ text, ...template }) =>
    text === null ? [] : [{ ...template, text: String(text) }],
  );
}

async function templatesThere(parts: Pick<SiteParts, 'media'>): Promise<readonly Template[]> {
  const there = await Promise.all(templates.map((one) => readTemplate(templatePath(one), parts)));
  return templates.filter((_, at) => there[at] !== null);
}

async function librarySlots(cards: readonly LessonCard[], parts: SiteParts): Promise<Slots> {
  const starter = cards.find(({ slug }) => slug === STARTER);
  const there = await templatesThere(parts);
  const offered = there.map((one) => ({ ...one, href: `./${templatePath(one)}` }));
  const film = campaignFilm(cards, await filmToName(CAMPAIGN_FILM, parts.media));
  return {
    data: writeData(cards),
    film: writeData(film),
    head: String(libraryHead(cards)),
    lessons: String(lessonLinks(cards, film)),
    own: String(ownLesson(offered, starter, 'edit/')),
  };
}

async function make(path: string, parts: SiteParts): Promise<Made | null> {
  const one = Object.hasOwn(common, path) ? common[path] : undefined;
  if (one !== undefined) return one(parts);
  const mine = Object.hasOwn(ofMine, path) ? ofMine[path] : undefined;
  if (mine !== undefined) return hasMine(parts) ? { page: mine } : null;
  if (appPaths.includes(path)) return (await appFiles()).appFile(path, parts.address ?? null);
  if (path === HANDOUT_TEXTS) return hasMine(parts) ? { data: await parts.handouts.texts() } : null;
  if (path.startsWith('film/')) {
    const { filmData, oneFilm } = await filmSlots();
    const data = await filmData(path, parts);
    if (data !== null) return { data };
    const slots = await oneFilm(path, parts);
    return slots && page('film', 1, slots);
  }
  const slug = path.split('/')[1];
  const pattern = slug === undefined ? '' : patternOf(path, slug);
  const own = Object.hasOwn(perLesson, pattern) ? perLesson[pattern] : undefined;
  if (own === undefined && path.startsWith('print/')) return makeSheet(path, parts);
  const file = slug === undefined || own === undefined ? null : await parts.lessons.one(slug);
  if (file === null || own === undefined) return null;
  const made = await own(await withFilms(file, parts.media), parts);
  if (made === null || !('page' in made)) return made;
  const sheets = [...sheetsFor(file.lesson), ...(made.page.sheets ?? [])];
  return { page: { ...made.page, sheets, films: await filmsBefore(file, parts) } };
}

/** A lesson's path as the table has it. */
function patternOf(path: string, slug: string): string {
  const pattern = path.replace(`/${slug}/`, '/:slug/');
  const own = `/${slug}.md`;
  return pattern.endsWith(own) ? `${pattern.slice(0, -own.length)}/:slug.md` : pattern;
}

/** The films that a lesson names, until the one that plays. */
async function filmsBefore(file: LessonFile, parts: SiteParts): Promise<readonly string[]> {
  if (!hasMine(parts)) return [];
  const { skipped, film } = await lookForFilms(file.lesson, parts.media);
  return [...skipped.map((one) => one.film), ...(film === null ? [] : [film.slug])];
}

async function makeMains(path: string, parts: SiteParts, read: Site['read']): Promise<Made | null> {
  const mains = await readMains(
    path,
    async (slug) => (await paperPages()).sheetsToPrint(slug, parts),
    read,
  );
  return mains && { data: mains };
}

async function makeSheet(path: string, parts: SiteParts): Promise<Made | null> {
  const made = await makeSheetPage(path, await (await paperPages()).sheetParts(parts));
  if (made === null) return null;
  const { slots, deeper, lesson } = made;
  const sheets = lesson === null ? [] : sheetsFor(lesson);
  const file = lesson === null ? null : await parts.lessons.one(lesson.slug);
  const films = file === null ? [] : await filmsBefore(file, parts);
  return { page: { shell: 'print', deeper, slots, sheets, films } };
}

async function write(
  made: Made,
  path: string,
  { pages, room, phones, staff, forEveryone, school, address = null, leaveTo, pictures }: SiteParts,
): Promise<Buffer | null> {
  if ('data' in made) return asJson(made.data);
  if ('bytes' in made) return Buffer.from(made.bytes);
  const { shell, slots, deeper, sheets = [], films = [], link, canonical } = made.page;
  const text = await pages.shell(shell);
  if (text === null) return null;
  const own = {
    room,
    phones: phones ?? '',
    staff: staff ?? '',
    readers: forEveryone === true ? 'everybody' : '',
    foot: footOf(made.page),
    leaves: String(leavesWords(leaveTo ?? null)),
    looks: await sheetLinks(sheets, pages, rootFrom(made.page)),
  };
  const setting = school === undefined ? 'school' : (await school()).setting;
  const filled = fillPage(text, { ...own, ...slots }, { deeper, setting });
  if (forEveryone === true) {
    return Buffer.from(
      asFound(withoutStaff(filled), { path, link, canonical }, { address, pictures }),
    );
  }
  const linked = link === undefined ? filled : asLinked(filled, link);
  return Buffer.from(films.length === 0 ? linked : withFilmNames(linked, films));
}

// Pages look by it for a film of this browser.
function withFilmNames(page: string, films: readonly string[]): string {
  const meta = html`<meta name="wholeclass-films" content="${films.join(' ')}" />`;
  return page.replace('</head>', () => `  ${meta}\n  </head>`);
}

// From a page to the site's root.
function rootFrom({ shell, deeper }: Page): string {
  return '../'.repeat(shell.split('/').length + deeper);
}

function footOf({ shell, deeper }: Page): string {
  return String(homeFoot(shell, shell === '' ? './' : '../'.repeat(deeper + 1)));
}

function asJson(data: unknown): Buffer {
  return Buffer.from(JSON.stringify(data));
}

function page(shell: string, deeper: number, slots: Slots): Made {
  return { page: { shell, deeper, slots } };
}

// By the stamp of that file a board knows that it shows the same, and says so where it follows the lesson.
function boardSlots(deck: Deck, file: Buffer): Slots {
  return {
    slug: deck.slug,
    title: String(html`${fillWords(deck.boardTitle, deck.names)}`),
    slides: boardSections(deck),
    data: writeData(deckData(deck)),
    stamp: tagOf(file),
  };
}

function readSlots(deck: Deck): Slots {
  return {
    of: String(html`: ${fillWords(deck.boardTitle, deck.names)}`),
    data: writeData(deck),
    stamp: tagOf(asJson(deck)),
  };
}
