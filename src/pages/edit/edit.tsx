import '../../ui/page.css';
import '../../ui/fonts.css';
import '../../ui/dark.css';
import '../../ui/site.css';
import '../../ui/controls.css';
import '../../outputs/board/slides.css';
import './edit.css';
import { render, type ComponentChildren } from 'preact';
import { openBrowserHome } from '../../edit/browser-home.view.ts';
import { carriedHere } from '../../edit/carried-here.view.ts';
import { folderHere, type FolderHere } from '../../edit/folder-here.view.ts';
import { FolderRow } from '../../edit/folder-lessons.view.tsx';
import { openedText, type LessonHome, type Refusal } from '../../edit/lesson-home.ts';
import { openProgramHome } from '../../edit/program-home.view.ts';
import { applySetting } from '../../outputs/handouts/apply-setting.view.ts';
import { withField } from '../../edit/head-field.ts';
import { withDraft } from '../../edit/lesson-draft.ts';
import { picturesIn } from '../../edit/lesson-pictures.ts';
import { STARTER } from '../../lesson/templates.ts';
import { CARRIED } from '../../text/my-lesson.ts';
import { withoutHelp, withSubject } from '../../edit/lesson-subject.ts';
import { namesSafeguarding } from '../../subjects/names-safeguarding.ts';
import { titleIn, titlePlace } from '../../edit/lesson-title.ts';
import { loadLater } from './shown-later.ts';
import { copyOf, EditorPage } from './editor-page.tsx';
import { openAt, type OpenAt } from './open/open-at.ts';
import { NOT_LOADED } from './files.ts';
import type { OpenedLesson, PageReader } from './session.ts';
import { readPageData, type PageData } from './page-data.ts';
import { BLANK, StartPage, type NewText } from './start-page.tsx';
import { startReader } from '../../edit/worker-reader.view.ts';
import { isServedHere } from '../../text/served-here.view.ts';
import { pageAddress } from '../../text/site-file.view.ts';
import { today } from '../../text/today.view.ts';
import { startOffline } from '../../ui/offline.view.ts';
import type { MediaFile } from '../../open/opened.ts';
import type { FromReader } from '../../edit/read-queue.ts';

/** A lesson of one’s own; its name is what it is called until it has a title. */
const OWN = { slug: 'my-lesson', isReadOnly: false, isToSave: false } as const;

/** How long after the page is there what is needed without a network begins to come, in ms. */
const OFFLINE_MS = 1_500;

const place = document.querySelector<HTMLElement>('#edit');
const data = readPageData();
// A lesson of the site lies one folder deeper.
const root = data.lesson === null ? '../' : '../../';
const site = new URL(root, location.href);
const browserHome = openBrowserHome(site.pathname);
let home = data.home === 'server' ? openProgramHome(site) : browserHome;
/** The folder that lessons are in; null where a program has them. */
let folder: FolderHere | null = null;

const reader = openReader();

// Once the page is there, what teaches and prints a lesson comes as well, so that it opens without a network.
if (data.home !== 'server' && !isServedHere()) {
  const start = () => navigator.onLine && startOffline(root, { own: true });
  addEventListener('load', () => setTimeout(start, OFFLINE_MS));
}

// All that a lesson may look like is there before the network goes.
for (const face of document.fonts) void face.load().catch(() => undefined);
if (place !== null) void open(place);

async function open(box: HTMLElement): Promise<void> {
  reloadAtTurns();
  void applySetting(root);
  if (data.home !== 'server') useFolder(await folderHere(site.pathname));
  if (data.lesson !== null) return openShipped(box, data.lesson);
  const asked = openAt(location.search);
  if (asked !== null) return showOpening(box, asked);
  if (new URLSearchParams(location.search).has('lesson')) return openSaved(box);
  // It has come when the network goes.
  openParts().catch(() => undefined);
  loadLater().catch(() => undefined);
  showStart(box);
}

async function openSaved(box: HTMLElement): Promise<void> {
  const asked = new URLSearchParams(location.search);
  const id = asked.get('lesson') ?? '';
  if (id === CARRIED) return copyCarried(box);
  for (const one of new Set([home, browserHome])) {
    const saved = await one.read(id);
    if (saved !== null) {
      const { isUnsaved = false, ...lesson } = saved;
      const opened = { ...lesson, ...OWN, slug: slugIn(one, id), isToSave: isUnsaved };
      return show(box, opened, { of: one });
    }
  }
  // One that was begun here, and loaded again before a word was typed.
  const from = asked.get('from');
  if (from === null) return showNotHere(box);
  const template = data.templates.find(({ name }) => name === from);
  const text = unnamed(template?.text ?? BLANK);
  show(box, { ...freshLesson(id, text), ...beginning(text), ...OWN });
}

// What lies in the folder stays as it is: a copy of it is written here. Back from it is no way to make another.
async function copyCarried(box: HTMLElement): Promise<void> {
  const carried = await carriedHere(root);
  if (carried === null) return showNotHere(box);
  const { text, staysSafeguarding } = carried.lesson;
  const media: MediaFile[] = [];
  for (const path of picturesIn(text)) {
    const bytes = await carried.home.picture(path);
    if (bytes !== null) media.push({ path, bytes });
  }
  history.replaceState(null, '', location.pathname);
  const title = home.place === 'browser' ? '' : titleIn(text);
  const notice = await begin(box, { text, title, from: null, media, staysSafeguarding });
  if (notice === null) return;
  // It can be written without its pictures.
  const fresh = { ...freshLesson(await home.freshId(title), text), ...OWN, title };
  show(box, { ...fresh, staysSafeguarding }, { notice });
}

// Where lessons are files, each has the name of its file from the beginning.
function slugIn({ place: where }: LessonHome, id: string): string {
  return where === 'browser' ? OWN.slug : id;
}

function useFolder(next: FolderHere): void {
  folder = next;
  home = next.is === 'open' ? next.home : browserHome;
}

function showStart(box: HTMLElement): void {
  render(
    <StartPage
      home={home}
      here={browserHome}
      folder={folder}
      become={(next) => {
        useFolder(next);
        showStart(box);
      }}
      root={root}
      templates={data.templates}
      begin={(fresh) => begin(box, fresh)}
      open={(at) => openPlan(box, at)}
    />,
    box,
  );
}

// It may be in a folder that has to be opened first.
function showNotHere(box: HTMLElement): void {
  const closed = folder?.is === 'closed' ? folder : null;
  const row = closed && (
    <FolderRow
      site={site.pathname}
      folder={closed}
      here={browserHome}
      become={(next) => {
        useFolder(next);
        void openSaved(box);
      }}
    />
  );
  render(
    <NotHere place={home.place} isFolderClosed={closed !== null}>
      {row}
    </NotHere>,
    box,
  );
}

async function openShipped(
  box: HTMLElement,
  { slug, title, isOwn, text: written, staysSafeguarding }: NonNullable<PageData['lesson']>,
): Promise<void> {
  const text = written === null ? null : openedText(written);
  if (text === null) return render(<Unreadable plan={`${root}lesson/${slug}/`} />, box);
  const asked = new URLSearchParams(location.search);
  const asksForCopy = asked.has('copy');
  if (isOwn && home.place === 'server' && !asksForCopy) {
    return location.replace(`${root}edit/?lesson=${slug}`);
  }
  const shipped = { ...freshLesson(slug, text), ...OWN, slug, title, staysSafeguarding };
  // Of all lessons the starter plan alone is about nothing yet: any other copy stays what it was.
  const isStarter = slug === STARTER && !isOwn;
  const subject = isStarter ? (asked.get('subject') ?? '').trim() : '';
  if (!asksForCopy || (isStarter && subject === '')) {
    const asksSubject = isStarter ? (asksForCopy ? 'now' : 'at a copy') : 'no';
    return show(box, { ...shipped, isReadOnly: true }, { asksSubject });
  }
  const ofSubject = subject === '' ? text : withSubject(text, subject);
  const copyText =
    subject === '' || namesSafeguarding(ofSubject) ? ofSubject : withoutHelp(ofSubject);
  const copied = await copyOf({ text: copyText, staysSafeguarding }, { home, title, root });
  // Back from the copy is no way to make another.
  if (copied.is === 'made') return location.replace(copied.address);
  const { why } = copied;
  if (home.place !== 'browser') return show(box, { ...shipped, isReadOnly: true }, { why });
  // Where this browser keeps nothing, the copy is written here and saved as a file.
  show(box, { ...shipped, text: copyText, id: await home.freshId(title) });
}

// Plans, slides and drafts: loaded beside the editor, and no part of what a lesson is written with.
function openParts() {
  return import('./open/open-plan.tsx');
}

function openPlan(box: HTMLElement, at: OpenAt): void {
  history.pushState(null, '', at.is === 'assistant' ? '?assistant' : '?open');
  void showOpening(box, at);
}

async function showOpening(box: HTMLElement, at: OpenAt): Promise<void> {
  const { OpenPlan } = await openParts();
  render(
    <OpenPlan
      at={at}
      root={root}
      place={home.place}
      begin={(...made) => beginOpened(box, ...made)}
    />,
    box,
  );
}

// Back and forward lead to another page of this one’s; “Skip to main content” leads to a place on it.
function reloadAtTurns(): void {
  let turning: ReturnType<typeof setTimeout> | undefined;
  const pathOf = (address: string) => address.replace(/#.*$/, '');
  addEventListener('popstate', () => {
    turning = setTimeout(() => location.reload(), 50);
  });
  addEventListener('hashchange', ({ oldURL, newURL }) => {
    if (pathOf(oldURL) === pathOf(newURL)) clearTimeout(turning);
  });
}

// A lesson of the program’s is a file, whose name comes from the title.
function beginOpened(
  box: HTMLElement,
  text: string,
  media: readonly MediaFile[],
): Promise<string | null> {
  const title = home.place === 'browser' ? '' : titleIn(text);
  return begin(box, { text, title, from: null, media });
}

/** Opens a new lesson; one that was given a name, or came from a file, is saved at once. Where its pictures cannot be saved it says why, and nothing is opened. */
async function begin(
  box: HTMLElement,
  { text: written, title, from, media = [], leftOut = [], films = [], ...of }: NewText,
): Promise<string | null> {
  const id = await home.freshId(title);
  const taken = await takeOver({ slug: slugIn(home, id), text: written, media, leftOut, films });
  if ('problem' in taken) return taken.problem;
  const { text, notice } = taken;
  history.pushState(null, '', `?lesson=${id}${from === null ? '' : `&from=${from}`}`);
  // In the library no one finds it before it is published.
  const ours = from !== null && title === '' ? unnamed(text) : text;
  const begun = home.place === 'server' ? withDraft(ours, true) : ours;
  const cursor = beginning(begun, title);
  const { staysSafeguarding = false } = of;
  const fresh = {
    ...{ ...freshLesson(id, begun), staysSafeguarding, ...cursor, ...OWN },
    ...{ slug: slugIn(home, id), title },
  };
  show(box, { ...fresh, isToSave: from === null }, { notice });
  return null;
}

async function takeOver(
  lesson: Required<Pick<NewText, 'text' | 'media' | 'leftOut' | 'films'>> & {
    readonly slug: string;
  },
): Promise<{ readonly text: string; readonly notice: string } | { readonly problem: string }> {
  const { text, media, leftOut, films } = lesson;
  if (media.length + leftOut.length + films.length === 0) return { text, notice: '' };
  const later = await loadLater().catch(() => null);
  const taken = await later?.adoptPictures(lesson, home);
  if (later === null || taken === undefined || 'problem' in taken) {
    return taken ?? { problem: NOT_LOADED };
  }
  const notice = [taken.notice, await later.adoptFilms(films, root)].filter((one) => one !== '');
  return { ...taken, notice: notice.join(' ') };
}

function freshLesson(id: string, text: string) {
  return { id, title: '', version: 0, text, cursor: 0, undo: null, staysSafeguarding: false };
}

// Its name stands in one place, and is changed there.
function unnamed(text: string): string {
  const bare = withField(text, ['title'], null);
  return titlePlace(bare) === null ? text : bare;
}

// The first words that are typed name the lesson, where no one has named it.
function beginning(text: string, title = ''): Pick<OpenedLesson, 'cursor' | 'anchor'> {
  const words = titlePlace(text);
  if (words === null) return { cursor: 0 };
  return { cursor: words.to, anchor: title === '' ? words.from : words.to };
}

type ShowOptions = {
  readonly of?: LessonHome;
  readonly why?: Refusal | null;
  readonly notice?: string;
  readonly asksSubject?: 'no' | 'at a copy' | 'now';
};

/** `asksSubject` is whether a copy is for a subject that is asked for first, `of` is where the lesson is from, `why` is why no copy of it could be saved, `notice` what was left out of its file. */
function show(
  box: HTMLElement,
  lesson: OpenedLesson,
  { of = home, why = null, notice = '', asksSubject = 'no' }: ShowOptions = {},
): void {
  box.classList.add('edit--open');
  render(
    <EditorPage
      lesson={lesson}
      home={of}
      reader={reader}
      root={root}
      films={data.films}
      inSite={data.pictures}
      copyRefused={why}
      notice={notice}
      asksSubject={asksSubject}
      check={(pasted) => {
        box.classList.remove('edit--open');
        openPlan(box, { is: 'given', given: { is: 'pasted', pasted } });
      }}
    />,
    box,
  );
}

function openReader(): PageReader {
  let newest = 0;
  let listener: (message: FromReader) => void = () => undefined;
  const queue = startReader((message) => {
    if (message.number === newest) listener(message);
  });
  return {
    read(text) {
      newest += 1;
      queue.read({ ...text, number: newest, today: today() });
    },
    listen(onMessage) {
      listener = onMessage;
    },
  };
}

function Unreadable({ plan }: { readonly plan: string }) {
  return (
    <main class="site-main begin" id="main" tabIndex={-1}>
      <h1>This lesson cannot be opened here</h1>
      <p class="lead">Its file cannot be read. Its plan says why.</p>
      <p>
        <a class="button button--main" href={pageAddress(plan)}>
          Open the plan
        </a>
      </p>
    </main>
  );
}

type NotHereProps = {
  readonly place: LessonHome['place'];
  readonly isFolderClosed: boolean;
  readonly children: ComponentChildren;
};

function NotHere({ place: where, isFolderClosed, children }: NotHereProps) {
  const [heading, words] = isFolderClosed ? FOLDER_CLOSED : NOT_HERE[where];
  return (
    <main class="site-main begin" id="main" tabIndex={-1}>
      <h1>{heading}</h1>
      <p class="lead">{words}</p>
      {children}
      <p>
        <a class={isFolderClosed ? 'button' : 'button button--main'} href={location.pathname}>
          My lessons
        </a>
      </p>
    </main>
  );
}

const FOLDER_CLOSED = [
  'Open your folder first',
  'This lesson isn’t in this browser. Perhaps it is in your folder.',
] as const;
const NOT_HERE: Readonly<Record<LessonHome['place'], readonly [heading: string, words: string]>> = {
  browser: [
    'This lesson isn’t in this browser',
    'Lessons stay on the computer and in the browser they were written in. Open the copy you saved, or look among your lessons here.',
  ],
  server: [
    'This lesson isn’t here',
    'Perhaps it was deleted, or Wholeclass can’t be reached. Load this page again, or look among your lessons.',
  ],
  folder: [
    'This lesson isn’t in your folder',
    'Perhaps a colleague moved or deleted it, or it hasn’t arrived on this computer yet. Load this page again, or look among your lessons.',
  ],
};
