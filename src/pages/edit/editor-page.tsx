import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { nanoid } from 'nanoid';
import { startAutosave, type Autosave } from '../../edit/autosave.ts';
import { findingsInWords, findingsOf, type Finding } from '../../edit/findings.ts';
import { freshQuestionId, type InsertWord } from '../../edit/insertions.ts';
import { NONE_GOOD, rememberGood, shownSlide } from '../../edit/last-good.ts';
import { stateInWords, type LessonHome, type SaveState } from '../../edit/lesson-home.ts';
import { slideAtLine } from '../../edit/outline.ts';
import type { Reading } from '../../edit/reading.ts';
import type { Problem } from '../../document/problem.ts';
import { Button } from '../../ui/controls.view.tsx';
import { today } from '../../text/today.view.ts';
import { pageAddress } from '../../text/site-file.view.ts';
import { BoardPane, inMedia } from './board-pane.tsx';
import { ChecksDialog } from './checks-dialog.tsx';
import { Dots } from './dots.tsx';
import { saveAsFile } from './files.ts';
import { InsertBar } from './insert-bar.tsx';
import { OutlinePane } from './outline-pane.tsx';
import { PresentHere } from './present-here.tsx';
import { QuestionDialog } from './question-dialog.tsx';
import { startTextEditor, type TextEditor } from './text-editor.ts';
import { startReader } from './worker-reader.ts';

/** A lesson as the editor opens it: `id` and `version` as its home has them, 0 for one that is in no home yet. */
export type OpenedLesson = {
  readonly id: string;
  readonly slug: string;
  readonly version: number;
  readonly text: string;
  readonly cursor: number;
  readonly undo: unknown;
  /** One that came with the site: it is read, and a copy is edited. */
  readonly isReadOnly: boolean;
};

type EditorProps = {
  readonly lesson: OpenedLesson;
  readonly home: LessonHome;
  /** From this page to the site’s root. */
  readonly root: string;
};

type Opened = 'nothing' | 'checks' | 'question' | 'present';
type Side = 'text' | 'board' | 'outline';

/** How long no key was pressed before what was found is shown, in ms: nothing moves under someone who types. */
const QUIET_MS = 500;

/** The text at the left, the board at the right, the outline beside them: each follows the others. */
export function EditorPage({ lesson, home, root }: EditorProps) {
  const host = useRef<HTMLDivElement>(null);
  const editor = useRef<TextEditor | null>(null);
  const saving = useRef<Autosave | null>(null);
  const [reading, setReading] = useState<Reading | null>(null);
  const [good, setGood] = useState(NONE_GOOD);
  const [line, setLine] = useState(1);
  const [checked, setChecked] = useState<readonly Problem[]>([]);
  const [findings, setFindings] = useState<readonly Finding[]>([]);
  const [state, setState] = useState<SaveState>({ is: 'untouched' });
  const [opened, setOpened] = useState<Opened>('nothing');
  const [side, setSide] = useState<Side>('text');
  const [, redraw] = useState(0);
  const title = reading?.title ?? '';
  const titleNow = useRef('');
  titleNow.current = title;

  useEffect(() => {
    if (host.current === null) return;
    let number = 0;
    const reader = startReader((message) => {
      if (message.type === 'checked') {
        if (message.number === number) setChecked(message.problems);
        return;
      }
      if (message.number !== number) return;
      setReading(message.reading);
      setGood((before) => rememberGood(before, message.reading));
    });
    const text = startTextEditor(host.current, lesson, {
      changed() {
        read();
        saving.current?.changed();
        redraw((n) => n + 1);
      },
      moved: setLine,
      present: () => setOpened('present'),
    });
    editor.current = text;
    const autosave = startAutosave({
      home,
      id: lesson.id,
      version: lesson.version,
      snapshot: () => ({
        title: titleNow.current || 'Lesson',
        text: text.text(),
        saved: Date.now(),
        cursor: text.cursor(),
        undo: text.undoState(),
      }),
      later: (work, ms) => setTimeout(work, ms),
      notify: setState,
    });
    saving.current = autosave;
    setState(autosave.state());
    setLine(text.line());

    function read(): void {
      number += 1;
      reader.read({ number, slug: lesson.slug, text: text.text(), today: today() });
    }
    const leave = () => void autosave.flush();
    const hold = (event: BeforeUnloadEvent) => {
      const now = autosave.state().is;
      if (now === 'not saved' || now === 'saving' || now === 'changed elsewhere') {
        event.preventDefault();
      }
    };
    document.addEventListener('visibilitychange', leave);
    addEventListener('pagehide', leave);
    addEventListener('beforeunload', hold);
    read();
    if (!lesson.isReadOnly) text.focus();
    return () => {
      document.removeEventListener('visibilitychange', leave);
      removeEventListener('pagehide', leave);
      removeEventListener('beforeunload', hold);
      text.close();
    };
  }, [lesson, home]);

  useShownFindings({ reading, checked, editor, show: setFindings });
  useEffect(() => {
    if (title !== '') document.title = `${title} · Write a lesson · Wholeclass`;
  }, [title]);

  const slide = reading === null ? null : slideAtLine(reading.outline, line);
  const shown = reading === null || slide === null ? null : shownSlide(good, reading, slide.id);

  function goTo(to: number, then: 'focus' | 'stay'): void {
    if (then === 'focus') setSide('text');
    editor.current?.goTo(to, then);
  }

  async function editCopy(): Promise<void> {
    await copyOf(lesson, { home, title, root });
  }

  async function keepMine(): Promise<void> {
    const id = nanoid();
    await saving.current?.goOnAs(id);
    history.replaceState(null, '', `?lesson=${id}`);
  }

  return (
    <>
      <header class="edit-head">
        <a class="edit-head__mark" href={pageAddress(root)} aria-label="Wholeclass: all lessons">
          <Dots />
        </a>
        <h1 class="edit-head__title">{title || 'Lesson'}</h1>
        <p class="edit-head__state" role="status">
          {lesson.isReadOnly ? 'This lesson came with Wholeclass.' : stateInWords(state, home.name)}
        </p>
        <span class="edit-head__gap" />
        {lesson.isReadOnly ? (
          <Button variant="main" onPress={() => void editCopy()}>
            Edit a copy
          </Button>
        ) : (
          <Button
            icon="replay"
            disabled={editor.current?.canUndo() !== true}
            onPress={() => editor.current?.undo()}
          >
            Undo
          </Button>
        )}
        <Button
          icon="save"
          onPress={() => saveAsFile(title, editor.current?.text() ?? lesson.text)}
        >
          Save a copy
        </Button>
        <a class="button" href={pageAddress(`${root}edit/`)}>
          My lessons
        </a>
        <Button
          variant={lesson.isReadOnly ? 'plain' : 'main'}
          icon="screen"
          disabled={shown === null}
          onPress={() => setOpened('present')}
        >
          Present
        </Button>
      </header>
      {state.is === 'changed elsewhere' && (
        <div class="edit-notice" role="alert">
          <p>
            This lesson was changed in another window. Nothing is lost: your text is here, the other
            is saved.
          </p>
          <Button onPress={() => void keepMine()}>Keep mine as a copy</Button>
          <Button onPress={() => location.reload()}>Open the other</Button>
        </div>
      )}
      <div class="edit-bar">
        {!lesson.isReadOnly && (
          <InsertBar
            insert={(word: InsertWord) => {
              setSide('text');
              editor.current?.insert(word);
            }}
            ask={() => setOpened('question')}
          />
        )}
        <span class="edit-head__gap" />
        <Button variant="quiet" onPress={() => (setSide('text'), editor.current?.find())}>
          Find
        </Button>
        <button type="button" class="button edit-bar__checks" onClick={() => setOpened('checks')}>
          {findings.some(({ weight }) => weight === 'fix') && (
            <span class="edit-bar__count" aria-hidden="true">
              !
            </span>
          )}
          <span>{findingsInWords(findings)}</span>
        </button>
      </div>
      <div class="edit-sides" role="group" aria-label="What is shown">
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
      </div>
      <main class="edit-main" id="main" data-side={side} tabIndex={-1}>
        <div class="edit-main__outline">
          {reading && (
            <OutlinePane
              outline={reading.outline}
              at={slide?.id ?? null}
              findings={findings}
              goTo={goTo}
            />
          )}
        </div>
        <div class="edit-main__text" ref={host} />
        <div class="edit-main__board">
          {reading && (
            <BoardPane
              reading={reading}
              shown={shown}
              root={root}
              goTo={goTo}
              present={() => setOpened('present')}
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
            setTimeout(() => editor.current?.mend(fix), 0);
          }}
          close={() => setOpened('nothing')}
        />
      )}
      {opened === 'question' && (
        <QuestionDialog
          id={freshQuestionId(editor.current?.text() ?? '')}
          insert={(markup) => {
            setOpened('nothing');
            setSide('text');
            setTimeout(() => editor.current?.insertText(markup), 0);
          }}
          close={() => setOpened('nothing')}
        />
      )}
      {opened === 'present' && reading !== null && shown !== null && (
        <PresentWhole
          reading={reading}
          from={shown.slide.id}
          root={root}
          close={(at) => {
            setOpened('nothing');
            const there = reading.outline.blocks
              .flatMap(({ slides }) => slides)
              .find(({ id }) => id === at);
            setTimeout(() => there !== undefined && goTo(there.line, 'focus'), 0);
          }}
        />
      )}
    </>
  );
}

const SIDES: Readonly<Record<Side, string>> = { text: 'Text', board: 'Board', outline: 'Outline' };

/** Makes a copy of a lesson that came with the site, and opens it; where this browser keeps nothing, it says so there. */
export async function copyOf(
  { text, version }: Pick<OpenedLesson, 'text' | 'version'>,
  {
    home,
    title,
    root,
  }: { readonly home: LessonHome; readonly title: string; readonly root: string },
): Promise<boolean> {
  const id = nanoid();
  const saved = Date.now();
  const made = await home.save({ v: 1, id, version, title, text, saved, cursor: 0, undo: null });
  if (made.is === 'saved') location.assign(`${pageAddress(`${root}edit/`)}?lesson=${id}`);
  return made.is === 'saved';
}

type FindingsProps = {
  readonly reading: Reading | null;
  readonly checked: readonly Problem[];
  readonly editor: { readonly current: TextEditor | null };
  readonly show: (findings: readonly Finding[]) => void;
};

// What was found is of the text as it was read; it is shown once nothing was typed for a while.
function useShownFindings({ reading, checked, editor, show }: FindingsProps): void {
  useEffect(() => {
    if (reading === null) return;
    const timer = setTimeout(() => {
      const text = editor.current?.text() ?? '';
      const found = findingsOf([...reading.problems, ...checked], text);
      show(found);
      editor.current?.show(found);
    }, QUIET_MS);
    return () => clearTimeout(timer);
  }, [reading, checked]);
}

type WholeProps = {
  readonly reading: Reading;
  readonly from: string;
  readonly root: string;
  readonly close: (slide: string) => void;
};

function PresentWhole({ reading, from, root, close }: WholeProps) {
  const deck = useMemo(
    () => ({
      ...reading.deck,
      slides: reading.deck.slides.map((slide) => ({ ...slide, html: inMedia(slide.html, root) })),
    }),
    [reading, root],
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
