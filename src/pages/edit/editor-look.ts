import { EditorView } from '@codemirror/view';

/** How the text looks: the reading font, marks quiet, headings large. Colours are the page's own tokens, so that dark and high contrast come along. */
export const editorLook = EditorView.theme({
  '&': { height: '100%', backgroundColor: 'var(--card)', color: 'var(--ink)' },
  '&.cm-focused': { outline: 'none' },
  '.cm-scroller': { fontFamily: 'var(--text)', fontSize: '1.0625rem', lineHeight: '1.65' },
  '.cm-content': { padding: '12px 16px 40vh 0', caretColor: 'var(--ink)' },
  '.cm-line': { padding: '0 6px 0 8px' },
  '&.cm-focused .cm-cursor': { borderLeftColor: 'var(--ink)' },
  '.cm-activeLine, .cm-activeLineGutter': { backgroundColor: 'var(--edit-line)' },
  '.cm-gutters': {
    border: 'none',
    backgroundColor: 'var(--card)',
    color: 'var(--ink-soft)',
    fontSize: '0.875rem',
  },
  '.cm-lineNumbers .cm-gutterElement': { minWidth: '44px', padding: '2px 8px 0 12px' },
  '.cm-activeLineGutter': { color: 'var(--ink)', fontWeight: '700' },
  '.cm-selectionMatch': { backgroundColor: 'var(--sun-tint)' },
  '.cm-searchMatch': { backgroundColor: 'var(--sun-tint)', outline: '1px solid var(--ink-soft)' },
  '.cm-searchMatch-selected': { backgroundColor: 'var(--sun)', color: 'var(--edit-on-sun)' },

  // Marks of the grammar.
  '.ed-quiet': { color: 'var(--ink-soft)' },
  '.ed-head': { color: 'var(--ink-soft)' },
  '.ed-h1, .ed-h2, .ed-h3': { fontFamily: 'var(--heading)', fontWeight: '600' },
  '.ed-h1': { fontSize: '1.35em' },
  '.ed-h2': { fontSize: '1.2em' },
  '.ed-h3': { fontSize: '1.08em' },
  '.ed-minutes': {
    padding: '0 6px',
    borderRadius: '6px',
    backgroundColor: 'var(--sun-tint)',
  },
  '.ed-fence': { color: 'var(--teal)', fontWeight: '700' },
  '.ed-tick': { color: 'var(--teal)', fontWeight: '700' },
  '.ed-strong': { fontWeight: '700' },
  '.ed-emphasis': { fontStyle: 'italic' },
  '.ed-code': { fontFamily: 'ui-monospace, monospace', fontSize: '0.92em' },
  '.ed-notes': { boxShadow: 'inset 3px 0 0 var(--sun)' },

  // What was found.
  '.ed-found--fix': {
    textDecoration: 'underline wavy var(--edit-wave)',
    textUnderlineOffset: '4px',
    textDecorationThickness: '1px',
  },
  '.ed-found--suggestion': {
    textDecoration: 'underline dotted var(--teal)',
    textUnderlineOffset: '4px',
  },
  // Its room is padding: what is outside a margin moves the line numbers.
  '.ed-found': { padding: '2px 6px 8px 8px' },
  '.ed-finding': {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: '8px 12px',
    padding: '10px 14px',
    borderRadius: '10px',
    fontSize: '0.9375rem',
    lineHeight: '1.45',
    whiteSpace: 'normal',
    color: 'var(--ink)',
  },
  '.ed-finding--fix': { backgroundColor: 'var(--sun-tint)' },
  '.ed-finding--suggestion': { backgroundColor: 'var(--teal-tint)' },
  '.ed-finding p': { flex: '1 1 16em', margin: '0' },
  '.ed-finding button': {
    minHeight: '36px',
    padding: '4px 14px',
    border: '1px solid var(--ink-soft)',
    borderRadius: '10px',
    backgroundColor: 'var(--card)',
    color: 'var(--ink)',
    font: '600 0.9375rem/1.3 var(--heading)',
    cursor: 'pointer',
  },
  '.ed-finding button:focus-visible': {
    outline: '3px solid var(--focus)',
    outlineOffset: '2px',
  },

  // Find and replace, and the list that “/” opens.
  '.cm-panels': {
    borderColor: 'var(--line)',
    backgroundColor: 'var(--paper)',
    color: 'var(--ink)',
  },
  '.cm-panel.cm-search': { padding: '10px 36px 10px 12px', fontFamily: 'var(--text)' },
  '.cm-panel.cm-search label': { fontSize: '0.9375rem' },
  '.cm-panel.cm-search [name=close]': { width: '28px', height: '28px', fontSize: '1.25rem' },
  '.cm-textfield': {
    padding: '5px 10px',
    border: '1px solid var(--ink-soft)',
    borderRadius: '8px',
    backgroundColor: 'var(--card)',
    color: 'var(--ink)',
    fontFamily: 'inherit',
    fontSize: '0.9375rem',
  },
  '.cm-panel.cm-search input[type=checkbox]': { accentColor: 'var(--teal)' },
  '.cm-button': {
    padding: '5px 12px',
    border: '1px solid var(--line)',
    borderRadius: '8px',
    backgroundImage: 'none',
    backgroundColor: 'var(--card)',
    color: 'var(--ink)',
    font: '600 0.875rem/1.3 var(--heading)',
  },
  '.cm-tooltip': {
    border: '1px solid var(--line)',
    borderRadius: '12px',
    backgroundColor: 'var(--card)',
    color: 'var(--ink)',
    boxShadow: 'var(--shadow-high)',
    overflow: 'hidden',
  },
  '.cm-tooltip.cm-tooltip-autocomplete > ul': {
    maxHeight: '16em',
    fontFamily: 'var(--text)',
    fontSize: '1rem',
  },
  '.cm-tooltip.cm-tooltip-autocomplete > ul > li': { padding: '7px 12px' },
  '.cm-tooltip-autocomplete ul li[aria-selected]': {
    backgroundColor: 'var(--teal-tint)',
    boxShadow: 'inset 4px 0 0 var(--teal)',
    color: 'var(--ink)',
  },
  '.cm-completionDetail': { color: 'var(--ink-soft)', fontStyle: 'normal' },

  // Grounds go there: what they say is said by edges, and by the system's own colours.
  '@media (forced-colors: active)': {
    '.ed-finding': { border: '1px solid' },
    '.ed-finding--fix': { borderWidth: '2px' },
    '.ed-minutes': { border: '1px solid' },
    '.ed-notes': { borderLeft: '3px solid' },
    '.cm-searchMatch-selected, .cm-tooltip-autocomplete ul li[aria-selected]': {
      forcedColorAdjust: 'none',
      backgroundColor: 'Highlight',
      color: 'HighlightText',
    },
    'li[aria-selected] .cm-completionDetail': { color: 'inherit' },
  },
});
