import { useCallback, useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { findingsInWords } from '../../edit/findings.ts';
import {
  freshQuestionId,
  isHandout,
  isSlide,
  type AskedWord,
  type InsertWord,
} from '../../edit/insertions.ts';
import { shownSlide } from '../../edit/last-good.ts';
import {
  stateInWords,
  type LessonHome,
  type Refusal,
  type SavedLesson,
  type SaveState,
} from '../../edit/lesson-home.ts';
import { FILM_SLIDE, withFilm } from '../../edit/lesson-film.ts';
import type { NamedFilm } from '../../film/named-film.ts';
import { withDraft } from '../../edit/lesson-draft.ts';
import { withTitle } from '../../edit/lesson-title.ts';
import { picturesIn, savedWithout } from '../../edit/lesson-pictures.ts';
import { handoutAtLine, lastLineAt, slideAtLine, slidesIn } from '../../edit/outline.ts';
import type { Beside, Reading } from '../../edit/reading.ts';
import type { Pasted } from '../../open/pasted.ts';
import { slugOf } from '../../text/ids.ts';
import { isServedHere } from '../../text/served-here.view.ts';
import { slugOfMine } from '../../text/my-lesson.ts';
import { namesOf, own } from '../../text/own.ts';
import { Button, Icon } from '../../ui/controls.view.tsx';
import { isInFolder, pageAddress } from '../../text/site-file.view.ts';
import { BoardPane } from './board-pane.tsx';
import { ChecksDialog } from './checks-dialog.tsx';
import { Dots } from './dots.tsx';
import { isPicture, onDroppedFiles, saveAsFile } from './files.ts';
import { offerFile, zipFile } from '../../ui/offer-file.view.ts';
import { InsertBar, InsertDialog } from './insert-bar.tsx';
import { OutlinePane } from './outline-pane.tsx';
import { PresentHere } from './present-here.tsx';
import { inPage, pictureBytes, useMissingPictures, usePicturesHere } from './pictures-here.ts';
import { PlanPane } from './plan-pane.tsx';
import { SheetPane } from './sheet-pane.tsx';
import { SubjectDialog } from './subject-dialog.tsx';
import {
  CompareDialog,
  FilmDialog,
  HandoutPane,
  loadLater,
  PictureDialog,
  PictureHandle,
  QuestionDialog,
  ReviewPane,
  ShareDialog,
  VersionsDialog,
} from './shown-later.ts';
import { TabletPane } from './tablet-pane.tsx';
import {
  NOTHING_YET,
  startSession,
  type OpenedLesson,
  type PageReader,
  type PastedPlan,
  type Session,
} from './session.ts';

const STAYS_DRAFT =
  'This lesson is still a draft, so its line “draft: yes” is back. To publish it, press “Share”.';

type EditorProps = {
  readonly lesson: OpenedLesson;
  readonly home: LessonHome;
  readonly reader: PageReader;
  /** From this page to the site’s root. */
  readonly root: string;
  /** The films that are in folders here. */
  readonly films: readonly NamedFilm[];
  /** The pictures of the site, by their paths under `media/`; null where they are not known. */
  readonly inSite: readonly string[] | null;
  /** Why no copy of the lesson could be saved; null where none was tried. */
  readonly copyRefused: Refusal | null;
  /** What was left out of the file it came from; empty for nothing. */
  readonly notice: string;
  /** Whether a copy of it is for a subject that is asked for first. */
  readonly asksSubject: 'no' | 'at a copy' | 'now';
  /** Goes on to check what the class will see of a plan that was pasted. */
  readonly check: (pasted: Pasted) => void;
};

/** How long after a lesson is shown the rest of the page comes, in ms. */
const LATER_MS = 1_500;

type Opened =
  | 'nothing'
  | 'checks'
  | 'question'
  | 'picture'
  | 'film'
  | 'more'
  | 'present'
  | 'compare'
  | 'share'
  | 'versions'
  | 'subject';
type Side = 'text' | 'board' | 'outline';

/** The text at the left, the board at the right, the outline beside them: each follows the others. */
export function EditorPage({
  lesson,
  home,
  reader,
  root,
  films,
  inSite,
  copyRefused,
  notice: openedWithout,
  asksSubject,
  check,
}: EditorProps) {
  const host = useRef<HTMLDivElement>(null);
  const [session, setSession] = useState<Session | null>(null);
  const [view, setView] = useState(NOTHING_YET);
  const [opened, setOpened] = useState<Opened>(asksSubject === 'now' ? 'subject' : 'nothing');
  const openedRef = useRef(opened);
  useEffect(() => {
    openedRef.current = opened;
  }, [opened]);
  const [side, setSide] = useState<Side>('text');
  const [right, setRight] = useState<Beside | 'review'>('board');
  /** The handout, by its first line, beside which another side was chosen. */
  const [handoutLeft, setHandoutLeft] = useState<number | null>(null);
  const [picked, setPicked] = useState<readonly File[]>([]);
  const [refused, setRefused] = useState(copyRefused);
  const [notice, setNotice] = useState(openedWithout);
  const [plan, setPlan] = useState<PastedPlan | null>(null);
  const [isLeftOut, setLeftOut] = useState(false);
  const { reading, good, line, findings } = view;
  const state: SaveState = refused === null ? view.state : { is: 'not saved', why: refused };
  const leftSafeguarding = lesson.isReadOnly
    ? undefined
    : findings.find(({ code }) => code === 'stays-safeguarding');
  const title = reading?.title ?? '';
  const editor = session?.editor ?? null;
  const pictures = usePicturesHere(home, editor, reading);
  const missing = useMissingPictures(home, reading, inSite);
  useEffect(() => session?.lacks(missing), [session, missing]);
  const here = useCallback(
    (markup: string) => inPage(markup, { root, pictures, place: home.place }),
    [root, pictures, home.place],
  );

  useEffect(() => {
    if (host.current === null) return;
    const present = () => setOpened('present');
    const started = startSession(host.current, {
      lesson,
      home,
      reader,
      notify: setView,
      present,
      pictures: takePictures,
      pastedPlan: setPlan,
      askFor,
      staysDraft: () => setNotice(STAYS_DRAFT),
    });
    setSession(started);
    return () => started.close();
  }, [lesson, home, reader]);

  // The text takes what is dropped on it; beside it the browser would leave the page.
  useEffect(
    () => onDroppedFiles((files) => !lesson.isReadOnly && takePictures(files.filter(isPicture))),
    [lesson],
  );

  // It has come when the network goes.
  const isShown = reading !== null;
  useEffect(() => {
    const load = () =>
      void loadLater()
        .then(({ prepareDrawing }) => (home.place === 'server' ? undefined : prepareDrawing()))
        .catch(() => undefined);
    // Where it has gone already, what is needed is loaded once it is back.
    const begin = () => {
      if (navigator.onLine) load();
      else addEventListener('online', load, { once: true });
    };
    const waiting = isShown && !lesson.isReadOnly ? setTimeout(begin, LATER_MS) : undefined;
    return () => {
      clearTimeout(waiting);
      removeEventListener('online', load);
    };
  }, [isShown, lesson, home]);

  useEffect(() => {
    if (title !== '') document.title = `${title} · Write a lesson · Wholeclass`;
  }, [title]);

  // Where a lead can be asked: in the program’s home.
  const isReviewed = home.place === 'server' && !lesson.isReadOnly && reading?.isReviewed === true;

  const slide = reading === null ? null : slideAtLine(reading.outline, line);
  const handout = reading === null ? null : handoutAtLine(reading.handouts, line);
  // A board and a tablet have nothing of a handout, until one of them is asked for.
  const isOfSlide = right === 'board' || right === 'tablet' || right === 'sheet';
  const isOnPaper = handout !== null && handoutLeft !== handout.line && isOfSlide;
  const looked = isOnPaper ? 'sheet' : right;
  const shown = reading === null || slide === null ? null : shownSlide(good, reading, slide.id);

  function goTo(to: number, then: 'focus' | 'stay'): void {
    if (then === 'focus') setSide('text');
    editor?.goTo(to, then);
  }

  function look(at: Beside): void {
    const isHandout = at === 'sheet' && handout !== null;
    setHandoutLeft(isHandout ? null : (handout?.line ?? null));
    // What was looked at beside the slides is there again beside the next one.
    if (isHandout && isOfSlide) return;
    setRight(at);
    session?.look(at);
  }

  // Another dialog stays as it is.
  function takePictures(files: readonly File[]): void {
    if (files.length === 0) return;
    if (openedRef.current === 'picture') return setPicked((before) => [...before, ...files]);
    if (openedRef.current === 'nothing') askForPicture(files);
  }

  function askForPicture(files: readonly File[] = []): void {
    setPicked(files);
    setOpened('picture');
  }

  // A slide comes after the one that is written, and cuts none in two.
  function endOf(of: 'slide' | 'part'): number | null {
    if (reading === null || editor === null) return null;
    return lastLineAt(reading.outline, editor.line(), of);
  }

  function insert(word: InsertWord): void {
    setSide('text');
    // Below all slides it is in no slide’s way.
    if (isHandout(word)) return editor?.insert(word, Infinity);
    editor?.insert(word, isSlide(word) ? endOf(word === 'part' ? 'part' : 'slide') : null);
  }

  function askFor(word: AskedWord): void {
    if (word === 'picture') askForPicture();
    else setOpened('film');
  }

  // A lesson shows one film, in the place where it is already.
  function nameFilm(film: string): void {
    setOpened('nothing');
    setSide('text');
    const hasFilm = reading?.deck.slides.some(({ kind }) => kind === 'film');
    setTimeout(() => {
      if (editor === null) return;
      if (hasFilm === true) {
        editor.replaceAll(withFilm(editor.text(), film));
        editor.focus();
      } else {
        editor.insertText(FILM_SLIDE, endOf('slide'), (text) => withFilm(text, film));
      }
    }, 0);
  }

  function goToSlide(id: string): void {
    const there =
      reading === null ? undefined : slidesIn(reading.outline).find((one) => one.id === id);
    if (there !== undefined) goTo(there.line, 'focus');
  }

  // What is not saved yet is saved first: its page has the lesson from its home.
  async function leaveToTeach(page: string): Promise<void> {
    if (session === null) return;
    if (session.saving.state().is === 'untouched') session.saving.changed();
    await session.saving.flush();
    if (session.saving.state().is !== 'saved') setNotice(NOT_SAVED_YET);
    else if (navigator.onLine || isInFolder() || (await isThere(page))) location.assign(page);
    else setNotice(NOT_HERE_OFFLINE);
  }

  // What was here before is here again: the plan becomes a lesson of its own.
  async function checkPlan({ pasted, before }: PastedPlan): Promise<void> {
    if (session === null) return;
    session.editor.replaceAll(before);
    await session.saving.flush();
    check(pasted);
  }

  function taught(): void {
    // Not everything that was written is in its home.
    if (session?.saving.state().is !== 'saved' || lesson.isReadOnly) return;
    void home.history?.taught?.(session.saving.id(), session.editor.text());
  }

  // Its page makes the copy, so that Back from it asks nothing again.
  function copyFor(subject: string): void {
    const asked = new URLSearchParams({ copy: '', subject });
    location.replace(`?${asked.toString()}`);
  }

  async function editCopy(): Promise<void> {
    if (asksSubject !== 'no') return setOpened('subject');
    const copied = await copyOf(lesson, { home, title: title || lesson.title, root });
    if (copied.is === 'made') location.assign(copied.address);
    else if (home.place !== 'browser') setRefused(copied.why);
    // Where this browser keeps nothing, the copy is written at this address, and saved as a file.
    else location.search = '?copy';
  }

  async function saveCopy(): Promise<void> {
    const text = editor?.text() ?? lesson.text;
    const slug = slugOf(title) || 'lesson';
    const shows = picturesIn(text).length;
    const named = reading?.film ?? null;
    setNotice('');
    const loaded = shows > 0 || named !== null ? await loadLater().catch(() => null) : null;
    const film = named === null ? null : ((await loaded?.filmHere(named, root)) ?? null);
    // Its words at least, where the part that packs pictures does not come.
    if (loaded === null || (shows === 0 && film === null)) {
      saveAsFile(title, text);
      return setNotice(savedWithout(shows));
    }
    const { bytes, missing } = await loaded.packedLesson(
      { slug, text },
      home,
      film === null ? [] : [film],
    );
    offerFile(`${slug}.lesson.zip`, zipFile(bytes));
    setNotice(savedWithout(missing));
  }

  /** A slide's number in the whole lesson, from 1; 0 for one that is not in it. */
  function numberOf(id: string): number {
    return (reading?.deck.slides.findIndex((one) => one.id === id) ?? -1) + 1;
  }

  /** Saves the slide at the cursor as a picture; the program draws what is saved. */
  async function savePicture(): Promise<string> {
    if (session === null || reading === null || shown === null) return 'There is no slide yet.';
    await session.saving.flush();
    const { is } = session.saving.state();
    if (is !== 'saved' && is !== 'untouched') {
      return NOT_SAVED_YET;
    }
    const number = numberOf(shown.slide.id);
    if (number < 1) return 'This slide has a mistake. Mend it first.';
    const { saveSlidePicture } = await import('../../outputs/plan/slide-picture.view.ts');
    return saveSlidePicture(root, { slug: nameNow(lesson), slide: number });
  }

  /** The same where no program draws: this page does, as the text is now. */
  async function drawPicture(): Promise<string> {
    if (reading === null || shown === null) return 'There is no slide yet.';
    const number = numberOf(shown.slide.id);
    if (number < 1) return 'This slide has a mistake. Mend it first.';
    const later = await loadLater().catch(() => null);
    if (later === null) {
      return 'A part of this page did not load. Check the connection, then try again.';
    }
    const name = `${lesson.isReadOnly ? lesson.slug : slugOf(title) || 'lesson'}-${number}`;
    const pictureAt = (address: string) => pictureBytes(address, { home, root });
    return later.saveDrawnSlide({ name, slide: shown.slide, deck: reading.deck, pictureAt });
  }

  async function keep(what: 'mine' | 'theirs' | 'both', theirs: SavedLesson): Promise<void> {
    setOpened('nothing');
    switch (what) {
      case 'theirs':
        session?.takeTheirs(theirs.text);
        return session?.saving.replaceTheirs();
      case 'mine':
        return session?.saving.replaceTheirs();
      case 'both': {
        const name = title === theirs.title ? copyName(title) : title;
        if (name !== title && editor !== null) {
          editor.replaceAll(withTitle(editor.text(), name));
        }
        const id = await home.freshId(name);
        await session?.saving.goOnAs(id);
        history.replaceState(null, '', `?lesson=${id}`);
      }
    }
  }

  return (
    <>
      <header class="edit-head">
        <a class="edit-head__mark" href={pageAddress(root)} aria-label="Wholeclass: all lessons">
          <Dots />
        </a>
        <h1 class="edit-head__title">{title || lesson.title || 'Lesson'}</h1>
        {reading !== null && reading.about !== '' && (
          <p class="edit-head__about">{reading.about}</p>
        )}
        <p
          class={`edit-head__state edit-head__state--${state.is.replaceAll(' ', '-')}`}
          role="status"
        >
          {state.is === 'saved' && <Icon name="check" />}
          <span>
            {lesson.isReadOnly && refused === null
              ? 'This lesson came with Wholeclass.'
              : stateInWords(state, home.name)}
          </span>
        </p>
        {lesson.isReadOnly ? (
          <Button variant="main" onPress={() => void editCopy()}>
            Edit a copy
          </Button>
        ) : (
          <Button icon="replay" disabled={!view.canUndo} onPress={() => editor?.undo()}>
            Undo
          </Button>
        )}
        <Button icon="save" onPress={() => void saveCopy()}>
          Save a copy
        </Button>
        <Button onPress={() => setOpened('share')}>Share</Button>
        <a class="button" href={pageAddress(`${root}edit/`)}>
          My lessons
        </a>
        <Button icon="play" disabled={shown === null} onPress={() => setOpened('present')}>
          Preview
        </Button>
        <TeachButton
          page={teachPage(lesson, { home, root, id: session?.saving.id() ?? lesson.id })}
          isReadOnly={lesson.isReadOnly}
          isSaved={state.is === 'saved'}
          leave={(page) => void leaveToTeach(page)}
          refuse={() => setNotice(ONLY_HERE)}
        />
      </header>
      <div>
        {state.is === 'changed elsewhere' && (
          <div class="edit-notice" role="alert">
            <p>
              This lesson was changed somewhere else. Nothing is lost: your text is here, the other
              is saved.
            </p>
            <Button onPress={() => setOpened('compare')}>Compare</Button>
          </div>
        )}
        {state.is === 'not saved' && state.why === 'folder closed' && home.reopen && (
          <div class="edit-notice" role="alert">
            <p>Your folder is closed. Nothing is lost: your words are in this browser.</p>
            <Button onPress={() => void home.reopen?.().then(() => session?.saving.flush())}>
              Open the folder again
            </Button>
          </div>
        )}
        {leftSafeguarding !== undefined && !isLeftOut && (
          <div class="edit-notice" role="alert">
            <p>
              <b>Is this still a safeguarding lesson?</b> {leftSafeguarding.message}.
            </p>
            {leftSafeguarding.fixes.map((fix) => (
              <Button key={fix.label} variant="main" onPress={() => editor?.mend(fix)}>
                {fix.label}
              </Button>
            ))}
            <Button onPress={() => (setLeftOut(true), editor?.focus())}>Leave it out</Button>
          </div>
        )}
        {plan !== null && (
          <div class="edit-notice" role="alert">
            <p>This looks like a plan. As it is, the class may see answers and your own words.</p>
            <Button variant="main" onPress={() => void checkPlan(plan)}>
              Check what the class will see
            </Button>
            <Button onPress={() => setPlan(null)}>Close</Button>
          </div>
        )}
        {notice !== '' && (
          <div class="edit-notice" role="alert">
            <p>{notice}</p>
            <Button onPress={() => setNotice('')}>Close</Button>
          </div>
        )}
      </div>
      <section class="edit-bar" aria-label="Tools">
        {!lesson.isReadOnly && (
          <InsertBar
            insert={insert}
            ask={() => setOpened('question')}
            picture={() => askForPicture()}
            more={() => setOpened('more')}
          />
        )}
        <nav class="edit-sides" aria-label="What is shown">
          {(['text', 'board', 'outline'] as const).map((one) => (
            <button
              key={one}
              type="button"
              class="button"
              aria-pressed={side === one}
              onClick={() => setSide(one)}
            >
              {SIDES[one]}
            </button>
          ))}
        </nav>
        <span class="edit-bar__gap" />
        <Button variant="quiet" onPress={() => (setSide('text'), editor?.find())}>
          Find
        </Button>
        {home.history && !lesson.isReadOnly && (
          <Button variant="quiet" onPress={() => setOpened('versions')}>
            Versions
          </Button>
        )}
        <button type="button" class="button edit-bar__checks" onClick={() => setOpened('checks')}>
          {findings.some(({ weight }) => weight === 'fix') && (
            <span class="edit-bar__count" aria-hidden="true">
              !
            </span>
          )}
          <span>{findingsInWords(findings)}</span>
        </button>
        <p class="unseen" role="status">
          {findingsInWords(findings)}
        </p>
      </section>
      <main class="edit-main" id="main" data-side={side} tabIndex={-1}>
        <div class="edit-main__outline">
          {reading && (
            <OutlinePane
              outline={reading.outline}
              handouts={reading.handouts}
              at={handout === null ? (slide?.id ?? null) : handout.line}
              findings={findings}
              goTo={goTo}
            />
          )}
        </div>
        <div class="edit-main__text" ref={host} />
        <div class="edit-main__board">
          <div class="pane__tabs" role="group" aria-label="What this side shows">
            {namesOf(BESIDES).map((one) => (
              <button
                key={one}
                type="button"
                class="pane__tab"
                aria-pressed={looked === one}
                onClick={() => look(one)}
              >
                {one === 'sheet' && handout !== null ? 'Handout' : BESIDES[one]}
              </button>
            ))}
            {isReviewed && (
              <button
                type="button"
                class="pane__tab"
                aria-pressed={right === 'review'}
                onClick={() => setRight('review')}
              >
                Review
              </button>
            )}
          </div>
          {view.hasFailed && (
            <p class="pane__failed" role="status">
              This text could not be shown. It is saved all the same: undo what you typed last, or
              load the page again.
            </p>
          )}
          {handout !== null && isOnPaper && (
            <HandoutPane title={handout.title} markup={handout.sheet} inPage={here} />
          )}
          {reading && looked === 'sheet' && !isOnPaper && (
            <SheetPane
              markup={reading.worksheet}
              at={slide?.id ?? null}
              inPage={here}
              goTo={goToSlide}
            />
          )}
          {reading && right === 'plan' && (
            <PlanPane markup={reading.plan} at={slide?.id ?? null} inPage={here} goTo={goToSlide} />
          )}
          {reading && looked === 'tablet' && (
            <TabletPane question={own(reading.questions, slide?.id ?? '') ?? null} />
          )}
          {isReviewed && session !== null && (
            <ReviewPane
              slug={session.saving.id()}
              root={root}
              editor={session.editor}
              isSaved={state.is === 'saved'}
              line={line}
              isShown={right === 'review'}
              goTo={(to) => goTo(to, 'focus')}
            />
          )}
          {reading && (looked === 'board' || (right === 'review' && !isReviewed)) && (
            <BoardPane
              reading={reading}
              shown={shown}
              root={root}
              inPage={here}
              goTo={goTo}
              present={() => setOpened('present')}
              handle={
                shown !== null &&
                editor !== null &&
                !lesson.isReadOnly &&
                reading.pictures.some((one) => one.line === line) && (
                  <PictureHandle editor={editor} reading={reading} shown={shown} />
                )
              }
            />
          )}
        </div>
      </main>
      {opened === 'checks' && (
        <ChecksDialog
          findings={findings}
          goTo={(to) => {
            setOpened('nothing');
            // The dialog gives the focus back first.
            setTimeout(() => goTo(to, 'focus'), 0);
          }}
          mend={(fix) => {
            setOpened('nothing');
            setTimeout(() => editor?.mend(fix), 0);
          }}
          close={() => setOpened('nothing')}
        />
      )}
      {opened === 'compare' && state.is === 'changed elsewhere' && (
        <CompareDialog
          mine={editor?.text() ?? ''}
          theirs={state.theirs.text}
          keep={(what) => void keep(what, state.theirs)}
          close={() => setOpened('nothing')}
        />
      )}
      {opened === 'more' && (
        <InsertDialog
          insert={(word) => {
            setOpened('nothing');
            setTimeout(() => insert(word), 0);
          }}
          askFor={askFor}
          close={() => setOpened('nothing')}
        />
      )}
      {opened === 'subject' && (
        <SubjectDialog choose={copyFor} close={() => setOpened('nothing')} />
      )}
      {opened === 'versions' && home.history && session && (
        <VersionsDialog
          history={home.history}
          id={session.saving.id()}
          text={session.editor.text()}
          bringBack={(text) => {
            setOpened('nothing');
            setSide('text');
            setTimeout(() => {
              session.editor.replaceAll(text);
              session.editor.focus();
            }, 0);
          }}
          close={() => setOpened('nothing')}
        />
      )}
      {opened === 'question' && (
        <QuestionDialog
          id={freshQuestionId(editor?.text() ?? '')}
          insert={(markup) => {
            setOpened('nothing');
            setSide('text');
            setTimeout(() => editor?.insertText(markup, endOf('slide')), 0);
          }}
          close={() => setOpened('nothing')}
        />
      )}
      {opened === 'picture' && (
        <PictureDialog
          files={picked}
          slug={lesson.slug}
          home={home}
          insert={(markup) => {
            setSide('text');
            editor?.insertText(markup, null);
          }}
          close={() => {
            setOpened('nothing');
            setTimeout(() => editor?.focus(), 0);
          }}
        />
      )}
      {opened === 'film' && (
        <FilmDialog
          films={films}
          named={reading?.film ?? null}
          place={home.place}
          isSafeguarding={reading?.needsApproval === true}
          filmsPage={pageAddress(`${root}film/`)}
          choose={nameFilm}
          close={() => setOpened('nothing')}
        />
      )}
      {opened === 'share' && (
        <ShareDialog
          title={title}
          text={editor?.text() ?? lesson.text}
          link={linkOf(lesson, { home, root })}
          // What came with the site is in no folder.
          place={lesson.isReadOnly && home.place === 'folder' ? 'browser' : home.place}
          publish={lesson.isReadOnly ? null : (is) => session?.publish(is)}
          picture={{
            slide: slide === null ? '' : `, ${numberOf(slide.id)} “${slide.name}”,`,
            save: home.place === 'server' ? savePicture : drawPicture,
          }}
          saveCopy={() => {
            setOpened('nothing');
            void saveCopy();
          }}
          close={() => setOpened('nothing')}
        />
      )}
      {opened === 'present' && reading !== null && shown !== null && (
        <PresentWhole
          reading={reading}
          from={shown.slide.id}
          root={root}
          inPage={here}
          taught={taught}
          close={(at) => {
            setOpened('nothing');
            setTimeout(() => goToSlide(at), 0);
          }}
        />
      )}
    </>
  );
}

const BESIDES: Readonly<Record<Beside, string>> = {
  board: 'Board',
  tablet: 'Pupils’ tablets',
  sheet: 'Worksheet',
  plan: 'Lesson plan',
};
const SIDES: Readonly<Record<Side, string>> = { text: 'Text', board: 'Board', outline: 'Outline' };

const NOT_SAVED_YET = 'Your last words are not saved yet. Try again once they are.';
const NOT_HERE_OFFLINE =
  'You’re offline, and this browser hasn’t kept the page that teaches and prints. Your words are saved: connect, then press “Teach or print” again.';
const ONLY_HERE =
  'This lesson is in this browser only, so it can’t be taught from here. Press “Save a copy”, then open that file under “My lessons”: there it can be taught.';

/** Whether a page comes without a network: from what this browser keeps of the site. */
function isThere(page: string): Promise<boolean> {
  return fetch(page).then(
    ({ ok }) => ok,
    () => false,
  );
}

type TeachProps = {
  /** The lesson’s own page; null where it has none. */
  readonly page: string | null;
  readonly isReadOnly: boolean;
  readonly isSaved: boolean;
  /** Saves what is not saved yet, and goes there. */
  readonly leave: (page: string) => void;
  /** Says why it cannot be taught from here. */
  readonly refuse: () => void;
};

// The same words lead to the same page from My lessons.
function TeachButton({ page, isReadOnly, isSaved, leave, refuse }: TeachProps) {
  const inside = (
    <>
      <Icon name="screen" />
      <span>Teach or print</span>
    </>
  );
  if (page === null) {
    return (
      <button type="button" class="button edit-head__teach" onClick={refuse}>
        {inside}
      </button>
    );
  }
  // A tab of its own would have older words where these are not saved.
  const go = (event: MouseEvent) => {
    event.preventDefault();
    leave(page);
  };
  return (
    <a
      class={isReadOnly ? 'button edit-head__teach' : 'button button--main edit-head__teach'}
      href={page}
      onClick={(event) => {
        const isElsewhere = event.ctrlKey || event.metaKey || event.shiftKey;
        if (!isReadOnly && !(isElsewhere && isSaved)) go(event);
      }}
      // The middle button.
      onAuxClick={(event) => {
        if (event.button === 1 && !isReadOnly && !isSaved) go(event);
      }}
    >
      {inside}
    </a>
  );
}

type TaughtAt = { readonly home: LessonHome; readonly root: string; readonly id: string };

/** The page from which a lesson is taught and printed; null for one of this browser where a program has the others. */
function teachPage(lesson: OpenedLesson, { home, root, id }: TaughtAt): string | null {
  if (lesson.isReadOnly) return pageAddress(`${root}lesson/${lesson.slug}/`);
  if (home.place === 'server') return pageAddress(`${root}lesson/${id}/`);
  return isServedHere() ? null : pageAddress(`${root}lesson/${slugOfMine(id)}/`);
}

/** The page of a lesson that others can open; null for one that is in this browser only. */
function linkOf(
  lesson: OpenedLesson,
  { home, root }: { readonly home: LessonHome; readonly root: string },
): URL | null {
  const isThere = lesson.isReadOnly || home.place === 'server';
  if (location.protocol === 'file:' || !isThere) return null;
  return new URL(`${root}lesson/${nameNow(lesson)}/`, location.href);
}

// A lesson that went on under another name has that in its address.
function nameNow({ slug, isReadOnly }: OpenedLesson): string {
  return isReadOnly ? slug : (new URLSearchParams(location.search).get('lesson') ?? slug);
}

function copyName(title: string): string {
  return `${title} (copy)`;
}

/** A copy that was made, and where it is edited; or why it could not be saved. */
type Copied =
  | { readonly is: 'made'; readonly address: string }
  | { readonly is: 'refused'; readonly why: Refusal };

/** Makes a copy of a lesson that came with the site; one that could not be saved leaves nothing behind. */
export async function copyOf(
  { text, staysSafeguarding }: Pick<OpenedLesson, 'text' | 'staysSafeguarding'>,
  {
    home,
    title,
    root,
  }: { readonly home: LessonHome; readonly title: string; readonly root: string },
): Promise<Copied> {
  // In the library, or once a folder is one, it lies beside the one it was made from.
  const isBeside = home.place !== 'browser';
  const name = isBeside ? copyName(title) : title;
  const id = await home.freshId(name);
  const fresh = { v: 1, id, version: 0, saved: Date.now(), cursor: 0, undo: null } as const;
  const titled = isBeside ? withTitle(text, name) : text;
  const copied = home.place === 'server' ? withDraft(titled, true) : titled;
  const made = await home.save({ ...fresh, title: name, text: copied, staysSafeguarding });
  if (made.is === 'saved') {
    return { is: 'made', address: `${pageAddress(`${root}edit/`)}?lesson=${id}` };
  }
  await home.drafts?.remove(id);
  const why = made.is === 'refused' ? made.why : 'failed';
  // It is not in this browser either.
  return { is: 'refused', why: why === 'away' ? 'away, and blocked' : why };
}

type WholeProps = {
  readonly reading: Reading;
  readonly from: string;
  readonly root: string;
  readonly inPage: (markup: string) => string;
  /** Called once it was shown for as long as a lesson is. */
  readonly taught: () => void;
  readonly close: (slide: string) => void;
};

/** Who only looks how a slide has turned out teaches no one, in ms. */
const TAUGHT_MS = 10 * 60_000;

function PresentWhole({ reading, from, root, inPage: here, taught, close }: WholeProps) {
  const whenTaught = useRef(taught);
  useEffect(() => {
    if (reading.needsApproval) return;
    const timer = setTimeout(() => whenTaught.current(), TAUGHT_MS);
    return () => clearTimeout(timer);
  }, [reading.needsApproval]);

  const deck = useMemo(
    () => ({
      ...reading.deck,
      slides: reading.deck.slides.map((slide) => ({ ...slide, html: here(slide.html) })),
    }),
    [reading, here],
  );
  return (
    <PresentHere
      deck={deck}
      from={from}
      root={root}
      isPreview={reading.needsApproval}
      close={close}
    />
  );
}
