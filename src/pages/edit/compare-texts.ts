import { MergeView } from '@codemirror/merge';
import { EditorState, type Extension } from '@codemirror/state';
import { EditorView } from '@codemirror/view';
import { editorLook } from './editor-look.ts';

/** A text that is compared, and what it is called. */
export type NamedText = { readonly name: string; readonly text: string };

/** Shows two texts side by side, where they differ marked and where they do not folded; returns how to end it. */
export function showBoth(host: HTMLElement, left: NamedText, right: NamedText): () => void {
  // As the editor's own, its styles are constructed sheets there.
  const root = host.shadowRoot ?? host.attachShadow({ mode: 'open' });
  const view = new MergeView({
    a: { doc: left.text, extensions: textOf(left.name) },
    b: { doc: right.text, extensions: textOf(right.name) },
    collapseUnchanged: { margin: 2, minSize: 6 },
    gutter: false,
    parent: root,
    root,
  });
  return () => view.destroy();
}

function textOf(label: string): Extension[] {
  return [
    compareLook,
    editorLook,
    EditorView.lineWrapping,
    EditorState.readOnly.of(true),
    EditorView.contentAttributes.of({ 'aria-label': label, tabindex: '0', lang: 'en-GB' }),
  ];
}

const compareLook = EditorView.theme({
  '.cm-scroller': { fontSize: '1rem' },
  '.cm-content': { padding: '8px 4px' },
  '&.cm-merge-a .cm-changedLine': { backgroundColor: 'var(--sun-tint)' },
  '&.cm-merge-b .cm-changedLine': { backgroundColor: 'var(--teal-tint)' },
  '&.cm-merge-a .cm-changedText, &.cm-merge-b .cm-changedText': {
    background: 'none',
    textDecoration: 'underline',
    textUnderlineOffset: '4px',
  },
  '.cm-collapsedLines': {
    background: 'var(--paper)',
    color: 'var(--ink)',
    padding: '6px 12px',
  },
  '.cm-collapsedLines:before, .cm-collapsedLines:after': { content: '"…"' },
  '@media (forced-colors: active)': {
    '.cm-changedLine': { outline: '1px solid', outlineOffset: '-1px' },
    '.cm-collapsedLines': { border: '1px solid' },
  },
});
