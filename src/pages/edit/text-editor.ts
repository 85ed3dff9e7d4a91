import { completionKeymap } from '@codemirror/autocomplete';
import {
  defaultKeymap,
  history,
  historyField,
  historyKeymap,
  undo,
  undoDepth,
} from '@codemirror/commands';
import {
  highlightSelectionMatches,
  openSearchPanel,
  search,
  searchKeymap,
} from '@codemirror/search';
import {
  ChangeSet,
  Compartment,
  EditorState,
  Prec,
  StateEffect,
  Transaction,
  type Extension,
} from '@codemirror/state';
import {
  EditorView,
  highlightActiveLine,
  highlightActiveLineGutter,
  keymap,
  lineNumbers,
} from '@codemirror/view';
import * as v from 'valibot';
import type { Fix } from '../../document/problem.ts';
import { enterKey } from '../../edit/enter-key.ts';
import type { Finding } from '../../edit/findings.ts';
import { lastLineOfHead } from '../../edit/lesson-head.ts';
import {
  freshQuestionId,
  insertedAt,
  insertions,
  type AskedWord,
  type InsertWord,
} from '../../edit/insertions.ts';
import type { Pasted } from '../../open/pasted.ts';
import { readAs } from '../../text/schema.ts';
import { editorLook } from './editor-look.ts';
import { isPicture, pastedFrom } from './files.ts';
import { findingMarks, showFindings } from './finding-marks.ts';
import { quietMarks } from './quiet-marks.ts';
import { slashMenu } from './slash-menu.ts';

/** What the editor opens with; `undo` is what `undoState` gave before a reload. */
export type Opened = {
  readonly text: string;
  readonly cursor: number;
  /** Where a selection begins that ends at the cursor. */
  readonly anchor?: number;
  readonly undo: unknown;
  readonly isReadOnly: boolean;
};

/** Who listens to the editor: `changed` after every change of the text, `moved` with the cursor's line, `present` at Ctrl+Enter, `pictures` where some are pasted or dropped, `pasted` before words are that were pasted, over all of the text or into it, `askFor` where what has a dialog of its own is wanted at the cursor. */
export type EditorEvents = {
  readonly changed: () => void;
  readonly moved: (line: number) => void;
  readonly present: () => void;
  readonly pictures: (files: readonly File[]) => void;
  readonly pasted: (pasted: Pasted, isWhole: boolean) => void;
  readonly askFor: (word: AskedWord) => void;
};

/** The text of a lesson, as a page drives it. */
export type TextEditor = {
  text(): string;
  /** In characters from the start. */
  cursor(): number;
  line(): number;
  /** What can be undone, to be handed in again after a reload; null where it is too much to save. */
  undoState(): unknown;
  canUndo(): boolean;
  undo(): void;
  find(): void;
  focus(): void;
  /** Moves the cursor to a line, from 1, and shows it. */
  goTo(line: number, then: 'focus' | 'stay'): void;
  /** Puts something of the table in: below a line, or at the cursor, below its line if that has words. */
  insert(word: InsertWord, below: number | null): void;
  /** Puts a text in, on lines of its own; `change` gives the text with another head, in the same step. */
  insertText(markup: string, below: number | null, change?: (text: string) => string): void;
  mend(fix: Fix): void;
  /** Puts another text in the place of all of it, which can be undone. */
  replaceAll(text: string): void;
  /** Puts back what may not go by typing; undoing what was typed does not take it away. */
  putBack(text: string): void;
  show(findings: readonly Finding[]): void;
  /** Adds what was loaded later, and gives what it is driven by. */
  extend(later: Extension): (effect: StateEffect<unknown>) => void;
  close(): void;
};

/** From one character of the text to another. */
type Range = { readonly from: number; readonly to: number };

const withHistory = v.object({ history: v.unknown() });

/** More than this is not saved of what can be undone, in characters. */
const MAX_UNDO = 1_000_000;

/** Starts the editor in a shadow root: there its styles are constructed sheets, and the page's policy needs no exception for them. */
export function startTextEditor(
  host: HTMLElement,
  opened: Opened,
  events: EditorEvents,
): TextEditor {
  const root = host.shadowRoot ?? host.attachShadow({ mode: 'open' });
  const readOnly = new Compartment();
  /** What was typed since the findings were shown: the places in them are of before. */
  let since = ChangeSet.empty(0);
  const extensions: readonly Extension[] = [
    lineNumbers(),
    highlightActiveLine(),
    highlightActiveLineGutter(),
    highlightSelectionMatches(),
    history(),
    search({ top: true }),
    EditorView.lineWrapping,
    editorLook,
    quietMarks,
    findingMarks((_, fix) => mend(fix)),
    slashMenu((word, typed) => put(textOf(word), typed), askFor),
    readOnly.of(EditorState.readOnly.of(opened.isReadOnly)),
    EditorView.contentAttributes.of({
      'aria-label': 'The lesson’s text',
      spellcheck: 'true',
      // It is so already; what looks for the keyboard's ways finds it by this.
      tabindex: '0',
      autocorrect: 'on',
      autocapitalize: 'sentences',
      lang: 'en-GB',
    }),
    EditorView.domEventHandlers({
      beforeinput: insertOverSelection,
      paste({ clipboardData }) {
        const hasWords = clipboardData?.types.includes('text/plain') === true;
        if (!hasWords) return takePictures(clipboardData);
        const { doc, selection, readOnly: isRead } = view.state;
        const isWhole = selection.main.from === 0 && selection.main.to === doc.length;
        if (!isRead) events.pasted(pastedFrom(clipboardData), isWhole);
        return false;
      },
      drop(event) {
        const at = view.posAtCoords({ x: event.clientX, y: event.clientY });
        return takePictures(event.dataTransfer, at);
      },
    }),
    EditorState.phrases.of(PHRASES),
    Prec.highest(
      keymap.of([{ key: 'Mod-Enter', preventDefault: true, run: () => (events.present(), true) }]),
    ),
    keymap.of([...completionKeymap, { key: 'Enter', run: goOn }]),
    keymap.of([...historyKeymap, ...searchKeymap, ...defaultKeymap]),
    EditorView.updateListener.of(({ docChanged, selectionSet, state, changes }) => {
      if (docChanged) since = since.compose(changes);
      if (docChanged) events.changed();
      if (docChanged || selectionSet) events.moved(lineOf(state));
    }),
  ];
  const view = new EditorView({ state: stateOf(opened, extensions), parent: root, root });
  since = ChangeSet.empty(view.state.doc.length);

  function put(
    markup: string,
    { from, to }: Range,
    change: (text: string) => string = (text) => text,
  ): void {
    const { doc } = view.state;
    const around = { before: doc.sliceString(0, from), after: doc.sliceString(to) };
    const inserted = insertedAt(markup, around);
    const head = changeBetween(doc.toString(), change(doc.toString()));
    const start = from + head.insert.length - (head.to - head.from);
    view.dispatch({
      changes: [head, { from, to, insert: inserted.text }],
      selection: { anchor: start + inserted.from, head: start + inserted.to },
      scrollIntoView: true,
      userEvent: 'input.insert',
    });
    view.focus();
  }

  function askFor(word: AskedWord, typed: Range): void {
    view.dispatch({ changes: typed, userEvent: 'delete' });
    events.askFor(word);
  }

  // Words that are pasted with their picture are words.
  function takePictures(data: DataTransfer | null, at: number | null = null): boolean {
    const files = [...(data?.files ?? [])].filter(isPicture);
    if (files.length === 0 || view.state.readOnly) return false;
    if (at !== null) view.dispatch({ selection: { anchor: at } });
    events.pictures(files);
    return true;
  }

  function textOf(word: InsertWord): string {
    return insertions[word].text(freshQuestionId(view.state.doc.toString()));
  }

  function mend({ from, to, insert }: Fix): void {
    if (view.state.readOnly || to > since.length) return;
    // Someone has typed right there: it is looked for again, and offered where it is then.
    if (from < to && since.touchesRange(from, to) !== false) return;
    view.dispatch({
      changes: { from: since.mapPos(from, 1), to: since.mapPos(to, from < to ? -1 : 1), insert },
      userEvent: 'input.mend',
      annotations: Transaction.addToHistory.of(true),
    });
    view.focus();
  }

  return {
    text: () => view.state.doc.toString(),
    cursor: () => view.state.selection.main.head,
    line: () => lineOf(view.state),
    undoState() {
      const saved = readAs(withHistory, view.state.toJSON({ history: historyField }))?.history;
      return JSON.stringify(saved ?? null).length > MAX_UNDO ? null : (saved ?? null);
    },
    canUndo: () => undoDepth(view.state) > 0,
    undo: () => void undo(view),
    find: () => void openSearchPanel(view),
    focus: () => view.focus(),
    goTo(line, then) {
      const { doc } = view.state;
      const { from } = doc.line(Math.min(Math.max(1, line), doc.lines));
      view.dispatch({
        selection: { anchor: from },
        effects: EditorView.scrollIntoView(from, { y: 'start', yMargin: 48 }),
      });
      if (then === 'focus') view.focus();
    },
    insert: (word, below) => put(textOf(word), placeToInsert(view.state, below)),
    insertText: (markup, below, change) => put(markup, placeToInsert(view.state, below), change),
    mend,
    replaceAll: (text) =>
      view.dispatch({
        changes: changeBetween(view.state.doc.toString(), text),
        // One step for itself, however soon after a key.
        userEvent: 'input.replace',
      }),
    putBack: (text) =>
      view.dispatch({
        changes: changeBetween(view.state.doc.toString(), text),
        annotations: Transaction.addToHistory.of(false),
      }),
    show(findings) {
      since = ChangeSet.empty(view.state.doc.length);
      view.dispatch({ effects: showFindings.of(findings) });
    },
    extend(later) {
      view.dispatch({ effects: StateEffect.appendConfig.of(later) });
      return (effects) => view.dispatch({ effects });
    },
    close: () => view.destroy(),
  };
}

// Left to itself the browser keeps the look of what is replaced, in styles that the page's policy stops, and takes minutes over a long text.
function insertOverSelection(event: InputEvent, view: EditorView): boolean {
  const { inputType, data, isComposing } = event;
  const { readOnly, selection } = view.state;
  if (inputType !== 'insertText' || data === null || isComposing || readOnly) return false;
  if (selection.main.empty && !data.includes('\n')) return false;
  view.dispatch(view.state.replaceSelection(data), {
    userEvent: 'input.type',
    scrollIntoView: true,
  });
  event.preventDefault();
  return true;
}

/** How far down it is looked for words that wait to be typed over. */
const LINES_BELOW = 3;

function goOn({
  state,
  dispatch,
}: {
  readonly state: EditorState;
  readonly dispatch: (transaction: Transaction) => void;
}): boolean {
  const { main, ranges } = state.selection;
  if (state.readOnly || !main.empty || ranges.length > 1) return false;
  const { from: start, number, text } = state.doc.lineAt(main.head);
  const last = state.doc.line(Math.min(number + LINES_BELOW, state.doc.lines));
  const [, ...below] = state.doc.sliceString(start, last.to).split('\n');
  const does = enterKey(text, main.head - start, below);
  if (does === null) return false;
  const [from, to] = [start + does.from, start + does.to];
  if (does.is === 'take') {
    dispatch(state.update({ selection: { anchor: from, head: to }, scrollIntoView: true }));
  } else {
    dispatch(
      state.update({
        changes: { from, to, insert: does.insert },
        selection: { anchor: from + does.insert.length },
        scrollIntoView: true,
        userEvent: 'input',
      }),
    );
  }
  return true;
}

/** What differs between two texts, so that the cursor stays where it is in what does not. */
function changeBetween(before: string, after: string) {
  const max = Math.min(before.length, after.length);
  let from = 0;
  while (from < max && before[from] === after[from]) from += 1;
  let same = 0;
  while (same < max - from && before.at(-1 - same) === after.at(-1 - same)) same += 1;
  return { from, to: before.length - same, insert: after.slice(from, after.length - same) };
}

// At a line without words, or below the line that has some; never within the head. Below another line it is above the blank lines that are there already.
function placeToInsert({ doc, selection }: EditorState, below: number | null): Range {
  const first = lastLineOfHead(doc.toString());
  if (below !== null) {
    let last = doc.line(Math.max(first, Math.min(below, doc.lines)));
    while (last.number > first && last.text.trim() === '') last = doc.line(last.number - 1);
    return { from: last.to, to: last.to };
  }
  const line = doc.line(Math.max(first, doc.lineAt(selection.main.head).number));
  return line.text.trim() === ''
    ? { from: line.from, to: line.to }
    : { from: line.to, to: line.to };
}

function lineOf({ doc, selection }: EditorState): number {
  return doc.lineAt(selection.main.head).number;
}

function stateOf(opened: Opened, extensions: readonly Extension[]): EditorState {
  const { text, undo: saved } = opened;
  const cursor = Math.min(opened.cursor, text.length);
  if (saved !== null && saved !== undefined) {
    try {
      return EditorState.fromJSON(
        {
          doc: text,
          selection: { ranges: [{ anchor: cursor, head: cursor }], main: 0 },
          history: saved,
        },
        { extensions: [...extensions] },
        { history: historyField },
      );
    } catch {
      // Of another version: the text is what counts.
    }
  }
  return EditorState.create({
    doc: text,
    selection: { anchor: opened.anchor ?? cursor, head: cursor },
    extensions: [...extensions],
  });
}

/** What CodeMirror says itself, in our words. */
const PHRASES = {
  Find: 'Find',
  Replace: 'Replace with',
  next: 'Next',
  previous: 'Previous',
  all: 'Select all',
  'match case': 'Match case',
  regexp: 'Pattern',
  'by word': 'Whole words',
  replace: 'Replace',
  'replace all': 'Replace all',
  close: 'Close',
  'current match': 'current match',
  'replaced $ matches': 'replaced $ places',
  'replaced match on line $': 'replaced on line $',
  'on line': 'on line',
  'Control character': 'Control character',
} as const;
