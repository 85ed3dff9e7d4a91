import { RangeSet, StateEffect, StateField, type Extension } from '@codemirror/state';
import { EditorView, gutter, GutterMarker } from '@codemirror/view';

/** Shows comments at these lines, from 1, and no others; more than one on a line is one mark. */
export const showComments = StateEffect.define<readonly number[]>();

/** A mark in the margin. A class, since CodeMirror asks for one. */
class CommentMark extends GutterMarker {
  override toDOM(): Node {
    const mark = document.createElement('span');
    mark.className = 'ed-comment';
    mark.textContent = '●';
    mark.title = 'A comment on this line: see “Review”';
    return mark;
  }
}

const MARK = new CommentMark();

const marks = StateField.define<RangeSet<GutterMarker>>({
  create: () => RangeSet.empty,
  update(shown, { changes, effects, newDoc }) {
    const lines = effects.find((effect) => effect.is(showComments))?.value;
    if (lines === undefined) return shown.map(changes);
    const there = [...new Set(lines)].filter((line) => line >= 1 && line <= newDoc.lines);
    return RangeSet.of(
      there.map((line) => MARK.range(newDoc.line(line).from)),
      true,
    );
  },
});

/** Marks in the margin for lines with comments; they go with their lines while someone types. */
export const commentMarks: Extension = [
  marks,
  gutter({ class: 'ed-comments', markers: (view) => view.state.field(marks) }),
  EditorView.baseTheme({
    '.ed-comments': { minWidth: '1em' },
    '.ed-comment': { color: 'var(--teal)', cursor: 'default' },
  }),
];
