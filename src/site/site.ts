import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Deck } from '../outputs/board/deck.ts';
import { comebacksPage } from '../outputs/comebacks/comebacks-page.ts';
import { deckData, deckOf, notesOf } from '../outputs/board/make-deck.ts';
import { exampleSlides } from '../outputs/board/example-slides.ts';
import { boardSections } from '../outputs/board/sections.ts';
import { atHomePage } from '../outputs/home/at-home-page.ts';
import { adultHelpPage, helpPage, staffSheets } from '../outputs/home/help-page.ts';
import type { Handout } from '../outputs/handouts/handout.ts';
import { hasPart } from '../outputs/handouts/page-parts.ts';
import { parentsPage } from '../outputs/home/parents-page.ts';
import { planPage } from '../outputs/plan/plan.ts';
import type { ToPrint } from '../outputs/handouts/to-print.ts';
import { privacyPage, privacySheets } from '../outputs/home/privacy.ts';
import { roomCheckPage } from '../outputs/home/room-check-page.ts';
import { slidesSheet } from '../outputs/handouts/slides-sheet.ts';
import { sheetsOfLesson, sheetsOfSchool } from '../outputs/handouts/sheets.ts';
import { EMPTY_SCHOOL, writeSchool, type School } from '../school/school.ts';
import { supportersPage } from '../outputs/supporters/supporters-page.ts';
import { fillWords } from '../lesson/names.ts';
import { templatePath, templates, type Template } from '../lesson/templates.ts';
import { STARTER, type LessonCard } from '../outputs/library/lesson-card.ts';
import { lessonLinks, ownLesson } from '../outputs/library/library-page.ts';
import { homeFoot } from '../ui/home-foot.ts';
import { stylesPage } from '../ui/styles-page.ts';
import type { ContactsAs } from '../text/contact-link.ts';
import { fillPage, writeData, type Slots } from '../text/fill-page.ts';
import { html } from '../text/html.ts';
import { PROTOCOL } from '../text/protocol-version.ts';
import { tagOf } from './tag-of.ts';
import { filmPages } from './film-pages.ts';
import { isForEveryone, isOpen, openAssets, taughtToPupils, withoutStaff } from './for-everyone.ts';
import type { Handouts } from './handouts.ts';
import { cardOf, listLessons, withMedia, type WholeLesson } from './lesson-list.ts';
import { isSlug, readLessonText, type LessonFile, type Lessons } from './lessons.ts';
import { lessonsBeside, type Media } from './media-folders.ts';
import type { Pages } from './pages.ts';
import { mainsPath, readMains } from './sheet-mains.ts';
import { sheetsFor, type SheetName } from './lesson-looks.ts';
import { sheetLinks } from './with-sheets.ts';
import { makeSheetPage, onSheet, sheetPaths, type SheetParts } from './sheet-pages.ts';
import { appManifest, offlineScript } from './offline.ts';
import type { ProgramFacts } from '../outputs/home/program-facts.ts';
import { adultHelpOn, helpOn } from './help-on.ts';
import { isInside } from './is-inside.ts';
import { powerPointOf, wordOf } from './office-files.ts';
import { ownComebacks } from './own-comebacks.ts';
import { supporterPictures } from './supporter-pictures.ts';
import { watchedPlaces } from './watched-places.ts';

/** Every file of the site but films and pictures, made when asked for. Paths have no leading slash: `board/x/index.html`. */
export type Site = {
  /** null when there is no such file. */
  read(path: string): Promise<Buffer | null>;
  /** Every path there is at the moment. */
  paths(): Promise<readonly string[]>;
};

/** What a site is made from; `room` tells the pages where their room runs. */
export type SiteParts = {
  readonly pages: Pages;
  readonly lessons: Lessons;
  readonly media: Media;
  readonly handouts: Handouts;
  readonly room: 'server' | 'page';
  /** What the program says of itself: ports, settings, what is asked for at which door. */
  readonly program: ProgramFacts;
  /** The folder of a school’s own lessons, where the program that serves the site writes them. */
  readonly own?: string;
  /** The school’s own data; left out where the site is written to files, for someone to put theirs there. */
  readonly school?: () => Promise<School>;
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
};

type Page = {
  readonly shell: string;
  readonly deeper: number;
  readonly slots: Slots;
  /** What only some lessons have, and this one too. */
  readonly sheets?: readonly SheetName[];
};
const OFFLINE = 'offline.js';

type Made = { readonly page: Page } | { readonly data: unknown } | { readonly bytes: Uint8Array };

/** The files of the site as a whole. */
const common: Readonly<
  Record<string, (files: readonly LessonFile[], parts: SiteParts) => Promise<Made>>
> = {
  'index.html': async (files, parts) =>
    parts.forEveryone === true
      ? page('at-home', -1, atHomePage(await toPrint(parts)))
      : page('', 0, await librarySlots(await listLessons(files, parts.media), parts)),
  'lessons.json': async (files, { media }) => ({ data: await listLessons(files, media) }),
  'print/index.html': async (_, parts) =>
    page('print/desk', -1, {
      data: writeData({ ...(await toPrint(parts)), pdfs: parts.pdfs ?? [] }),
    }),
  'print.json': async (_, parts) => ({ data: await toPrint(parts) }),
  'edit/index.html': async (_, parts) =>
    page('edit', 0, {
      title: 'Write a lesson · Wholeclass',
      data: writeData({
        home: homeOf(parts),
        lesson: null,
        templates: await textsToBeginFrom(parts),
      }),
    }),
  'school/index.html': async () => page('school', 0, { title: '{Your school} · Wholeclass' }),
  'safeguarding/index.html': async () => page('safeguarding', 0, {}),
  'school.json': async (_, { school }) => ({
    data: JSON.parse(writeSchool(school ? await school() : EMPTY_SCHOOL)),
  }),
  'join/index.html': async () => page('join', 0, {}),
  'comebacks/index.html': async (_, parts) => page('comebacks', 0, await comebacksSlots(parts)),
  'comebacks/app.webmanifest': async (_, { pages }) => ({ data: await appManifest(pages) }),
  'away/index.html': async () => page('away', 0, {}),
  'parents/index.html': async (_, parts) =>
    page('parents', 0, parentsPage(await parts.handouts.one('parents'), await adultHelpOn(parts))),
  'help/index.html': async (_, parts) => page('help', 0, helpPage(await helpOn(parts))),
  'help/adults/index.html': async (_, parts) =>
    page('help', 1, adultHelpPage(await adultHelpOn(parts), await sheetsNamed(staffSheets, parts))),
  'privacy/index.html': async (_, parts) => page('privacy', 0, await privacySlots(parts)),
  'supporters/index.html': async (_, { school, pictures = 'svg' }) =>
    page(
      'supporters',
      0,
      supportersPage({ setting: school ? (await school()).setting : 'youth-work', pictures }),
    ),
  'styles/index.html': async () => page('styles', 0, stylesPage({ slides: exampleSlides() })),
  'room-check/index.html': async (files, { media, program }) =>
    page('room-check', 0, roomCheckPage(await listLessons(files, media), program)),
};

/** The files of each lesson; `:slug` is its name. */
const perLesson: Readonly<
  Record<string, (one: WholeLesson, parts: SiteParts) => Made | Promise<Made>>
> = {
  'lesson/:slug/index.html': async (one, parts) => {
    const { lesson, problems, media } = one;
    const whose = isOwn(one, parts) ? 'own' : 'shipped';
    return page('lesson', 1, planPage({ lesson, problems: await problems }, media, whose));
  },
  'board/:slug/index.html': ({ lesson, media }) =>
    page('board', 1, boardSlots(deckOf(lesson, media.film, media.awaited))),
  'read/:slug/index.html': ({ lesson, media }) =>
    page('read', 1, readSlots(deckOf(lesson, media.film))),
  'edit/:slug/index.html': async ({ slug, lesson, path }, parts) =>
    page('edit', 1, {
      title: String(html`${fillWords(lesson.title, lesson.names)} · Wholeclass`),
      data: writeData({
        home: homeOf(parts),
        lesson: {
          slug,
          isOwn: isOwn({ path }, parts),
          title: lesson.title,
          text: await readLessonText({ path }),
        },
        templates: [],
      }),
    }),
  'present/:slug/index.html': ({ lesson }) =>
    page('present', 1, { title: String(html`${fillWords(lesson.title, lesson.names)}`) }),
  'present/:slug/deck.json': ({ lesson, media }) => ({
    data: { v: PROTOCOL, ...deckOf(lesson, media.film, media.awaited) },
  }),
  'present/:slug/notes.json': ({ lesson }) => ({ data: notesOf(lesson) }),
  'present/:slug/film.json': async ({ media }, { media: folder }) => ({
    data: await filmPages(media, folder),
  }),
  'present/:slug/questions.json': ({ lesson }) => ({ data: lesson.questions }),
  'print/:slug/slides/index.html': ({ lesson, media }) => ({
    page: {
      shell: 'print',
      deeper: 2,
      slots: onSheet(slidesSheet(lesson, media.film)),
      sheets: ['slides-on-paper'],
    },
  }),
  // Without a day, so that the same lesson makes the same file.
  'lesson/:slug/slides.pptx': async (one, { media }) => ({
    bytes: (await powerPointOf(one, media, { day: null, filmAddress: null })).bytes,
  }),
  'lesson/:slug/plan.docx': (one) => ({ bytes: wordOf(one, null) }),
};

/** Where lessons are saved that are written on its page. */
function homeOf({ own }: SiteParts): 'server' | 'browser' {
  return own === undefined ? 'browser' : 'server';
}

/** True for a lesson that the program writes. */
function isOwn({ path }: Pick<LessonFile, 'path'>, { own }: SiteParts): boolean {
  return own !== undefined && dirname(path) === own;
}

/** Opens the site over the built pages and the lessons. */
export function openSite(parts: SiteParts): Site {
  const cache = new Map<string, Buffer>();

  async function read(path: string): Promise<Buffer | null> {
    if (path.startsWith('assets/')) return parts.pages.asset(path);
    const picture = supporterPictures.get(path);
    if (picture !== undefined) return picture;
    if (path.startsWith('templates/')) return readTemplate(path, parts);
    if (path === OFFLINE) return offlineScript({ pages: parts.pages, read });
    const made = path.endsWith('/sheets.json')
      ? await makeMains(path, parts, read)
      : await make(path, parts);
    const body = made === null ? null : await write(made, parts);
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
      const drawn = parts.pictures === 'png' ? [] : supporterPictures.keys();
      const sheets = await sheetPaths(await sheetParts(parts));
      if (parts.forEveryone === true) {
        const read = taughtToPupils(files).map(({ slug }) => `read/${slug}/index.html`);
        const open = Object.keys(common).filter(isOpen);
        return [...open, OFFLINE, ...drawn, ...read, ...sheets, ...(await openAssets(parts.pages))];
      }
      const slugs = files.map(({ slug }) => slug).filter(isSlug);
      const own = Object.keys(perLesson).flatMap((path) =>
        slugs.map((slug) => path.replace(':slug', slug)),
      );
      const mains = ['', ...slugs].map(mainsPath);
      // Where the room runs in a page, no tablet can reach it, and nothing is left of a lesson.
      const whole = Object.keys(common).filter(
        (path) =>
          !['join/index.html', 'safeguarding/index.html'].includes(path) || parts.room === 'server',
      );
      return [
        ...whole,
        ...(await templatesThere(parts)).map(templatePath),
        OFFLINE,
        ...drawn,
        ...own,
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
  return {
    data: writeData(cards),
    lessons: String(lessonLinks(cards)),
    own: String(ownLesson(offered, starter)),
  };
}

async function make(path: string, parts: SiteParts): Promise<Made | null> {
  const one = Object.hasOwn(common, path) ? common[path] : undefined;
  if (one !== undefined) return one(await parts.lessons.all(), parts);
  const slug = path.split('/')[1];
  const pattern = slug === undefined ? '' : path.replace(`/${slug}/`, '/:slug/');
  const own = Object.hasOwn(perLesson, pattern) ? perLesson[pattern] : undefined;
  if (own === undefined && path.startsWith('print/')) return makeSheet(path, parts);
  const file = slug === undefined || own === undefined ? null : await parts.lessons.one(slug);
  if (file === null || own === undefined) return null;
  const made = await own(await withMedia(file, parts.media), parts);
  if (!('page' in made)) return made;
  const sheets = [...sheetsFor(file.lesson), ...(made.page.sheets ?? [])];
  return { page: { ...made.page, sheets } };
}

async function toPrint(parts: SiteParts): Promise<ToPrint> {
  const { sheets, files: taught, media } = await sheetParts(parts);
  const lessons = (await taught()).map(async (file) => {
    const whole = await withMedia(file, media);
    return {
      card: await cardOf(whole),
      sheets: sheetsOfLesson({ lesson: file.lesson, film: whole.media.film }, sheets),
    };
  });
  return { lessons: await Promise.all(lessons), school: sheetsOfSchool(sheets) };
}

async function sheetParts({
  lessons,
  media,
  handouts,
  program,
  forEveryone = false,
}: SiteParts): Promise<SheetParts> {
  const sheets = await handouts.sheets();
  const all = {
    sheets,
    files: () => lessons.all(),
    media,
    program,
    watched: () => watchedPlaces({ lessons, handouts }),
  };
  return forEveryone
    ? {
        ...all,
        sheets: sheets.filter(isForEveryone),
        files: async () => taughtToPupils(await lessons.all()),
      }
    : all;
}

async function makeMains(path: string, parts: SiteParts, read: Site['read']): Promise<Made | null> {
  const mains = await readMains(path, async () => toPrint(parts), read);
  return mains && { data: mains };
}

async function makeSheet(path: string, parts: SiteParts): Promise<Made | null> {
  const made = await makeSheetPage(path, await sheetParts(parts));
  if (made === null) return null;
  const { slots, deeper, lesson } = made;
  const sheets = lesson === null ? [] : sheetsFor(lesson);
  return { page: { shell: 'print', deeper, slots, sheets } };
}

async function write(
  made: Made,
  { pages, room, staff, forEveryone, school }: SiteParts,
): Promise<Buffer | null> {
  if ('data' in made) return asJson(made.data);
  if ('bytes' in made) return Buffer.from(made.bytes);
  const { shell, slots, deeper, sheets = [] } = made.page;
  const text = await pages.shell(shell);
  if (text === null) return null;
  const own = {
    room,
    staff: staff ?? '',
    readers: forEveryone === true ? 'everybody' : '',
    foot: footOf(made.page),
    looks: await sheetLinks(sheets, pages, rootFrom(made.page)),
  };
  const setting = school === undefined ? 'school' : (await school()).setting;
  const filled = fillPage(text, { ...own, ...slots }, { deeper, setting });
  return Buffer.from(forEveryone === true ? withoutStaff(filled) : filled);
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

async function sheetsNamed(
  names: readonly string[],
  { handouts, forEveryone }: SiteParts,
): Promise<readonly Handout[]> {
  const all = (await Promise.all(names.map((name) => handouts.one(name)))).filter(
    (one) => one !== null,
  );
  return forEveryone === true ? all.filter(isForEveryone) : all;
}

async function privacySlots(parts: SiteParts): Promise<Slots> {
  const sheets = await sheetsNamed(privacySheets, parts);
  const tells = sheets.some(({ pieces }) => hasPart(pieces, 'watched words'));
  return privacyPage(sheets, {
    ...parts.program,
    watched: tells ? await watchedPlaces(parts) : [],
  });
}

async function comebacksSlots(parts: SiteParts): Promise<Slots> {
  const page = comebacksPage({ ...(await helpOn(parts)), more: await ownComebacks(parts.media) });
  return { ...page, app: '<link rel="manifest" href="./app.webmanifest">' };
}

function boardSlots(deck: Deck): Slots {
  return {
    slug: deck.slug,
    title: String(html`${fillWords(deck.boardTitle, deck.names)}`),
    slides: boardSections(deck),
    data: writeData(deckData(deck)),
    stamp: tagOf(asJson(deck)),
  };
}

function readSlots(deck: Deck): Slots {
  return {
    of: String(html`: ${fillWords(deck.boardTitle, deck.names)}`),
    data: writeData(deck),
    stamp: tagOf(asJson(deck)),
  };
}
