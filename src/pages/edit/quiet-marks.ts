import type { EditorState, Line, Range } from '@codemirror/state';
import {
  Decoration,
  ViewPlugin,
  type DecorationSet,
  type EditorView,
  type ViewUpdate,
} from '@codemirror/view';

const mark = (name: string) => Decoration.mark({ class: `ed-${name}` });
const line = (name: string) => Decoration.line({ class: `ed-${name}` });
const MARKS = {
  quiet: mark('quiet'),
  minutes: mark('minutes'),
  fence: mark('fence'),
  tick: mark('tick'),
  strong: mark('strong'),
  emphasis: mark('emphasis'),
  code: mark('code'),
} as const;
const LINES = {
  head: line('head'),
  notes: line('notes'),
  h1: line('h1'),
  h2: line('h2'),
  h3: line('h3'),
} as const;

/** How far up it is looked for what a line stands in. */
const FAR = 200;

/** What a line stands in: the lesson's head, a block of code, notes, or nothing of these. */
type Within = 'head' | 'code' | 'notes' | 'text';

/** Makes the marks of the grammar quiet and headings large: only in the lines that are in sight. It is a look alone, the reader decides what anything is. */
export const quietMarks = ViewPlugin.define(
  (view) => {
    let decorations = marksIn(view);
    return {
      get decorations(): DecorationSet {
        return decorations;
      },
      update({ docChanged, viewportChanged, view: now }: ViewUpdate) {
        if (docChanged || viewportChanged) decorations = marksIn(now);
      },
    };
  },
  { decorations: (plugin) => plugin.decorations },
);

function marksIn(view: EditorView): DecorationSet {
  const { state } = view;
  const ranges: Range<Decoration>[] = [];
  for (const { from, to } of view.visibleRanges) {
    const first = state.doc.lineAt(from).number;
    const last = state.doc.lineAt(to).number;
    let within = withinBefore(state, first);
    for (let at = first; at <= last; at += 1) {
      const one = state.doc.line(at);
      within = withinOf(one.text, at, within);
      ranges.push(...marksOf(one, within));
    }
  }
  return Decoration.set(ranges, true);
}

function withinBefore(state: EditorState, first: number): Within {
  let within: Within = 'text';
  for (let at = Math.max(1, first - FAR); at < first; at += 1) {
    within = withinOf(state.doc.line(at).text, at, within);
  }
  return within;
}

function withinOf(text: string, number: number, above: Within): Within {
  if (number === 1) return text.trimEnd() === '---' ? 'head' : noted(text, 'text');
  if (above === 'head') return /^---\s*$/.test(text) ? 'text' : 'head';
  if (/^ {0,3}(?:```|~~~)/.test(text)) return above === 'code' ? 'text' : 'code';
  if (above === 'code') return 'code';
  return noted(text, above);
}

function noted(text: string, above: Within): Within {
  if (/^(?:#{1,6} |:::|-{3,}\s*$)/.test(text)) return 'text';
  return /^(?:\*\*)?(?:Teacher )?notes:/i.test(text) ? 'notes' : above;
}

function marksOf({ from, text }: Line, within: Within): readonly Range<Decoration>[] {
  if (within === 'head') return [LINES.head.range(from)];
  if (within === 'code') {
    return text === '' ? [] : [MARKS.code.range(from, from + text.length)];
  }
  const own: Range<Decoration>[] = within === 'notes' ? [LINES.notes.range(from)] : [];
  const put = (what: Decoration, [start, end]: readonly [number, number]) => {
    if (end > start) own.push(what.range(from + start, from + end));
  };
  const heading = /^(#{1,6}) /.exec(text);
  if (heading !== null) {
    const level = heading[1]?.length ?? 1;
    own.push((level === 1 ? LINES.h1 : level === 2 ? LINES.h2 : LINES.h3).range(from));
    put(MARKS.quiet, [0, level]);
    const minutes = /\(\d+ ?(?:min|mins|minutes)\)\s*$/.exec(text);
    if (minutes !== null) put(MARKS.minutes, [minutes.index, text.trimEnd().length]);
    return own;
  }
  const fence = /^(:{3,}) *([a-z-]*)/.exec(text);
  if (fence !== null) {
    put(MARKS.fence, [0, fence[0].length]);
    put(MARKS.quiet, [fence[0].length, text.length]);
    return own;
  }
  const label = /^(?:\*\*)?(?:Teacher )?notes:/i.exec(text);
  if (label !== null) put(MARKS.quiet, [0, label[0].length]);
  const item = /^(\s*(?:[-*+]|\d+[.)]|>) )(\[[ xX]?\])?/.exec(text);
  if (item !== null) {
    const [all, bullet = '', box] = item;
    put(MARKS.quiet, [0, bullet.length]);
    if (box !== undefined) {
      put(/x/i.test(box) ? MARKS.tick : MARKS.quiet, [bullet.length, all.length]);
    }
  }
  for (const [pattern, what] of INLINE) {
    for (const { index, 0: found } of text.matchAll(pattern)) {
      put(what, [index, index + found.length]);
    }
  }
  return own;
}

const INLINE: readonly (readonly [RegExp, Decoration])[] = [
  [/\*\*[^*\s](?:[^*]*[^*\s])?\*\*/g, MARKS.strong],
  [/(?<![*\w])\*[^*\s](?:[^*]*[^*\s])?\*(?![*\w])/g, MARKS.emphasis],
  [/`[^`]+`/g, MARKS.code],
];
