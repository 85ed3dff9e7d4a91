import { StateEffect, StateField, type Extension, type Range } from '@codemirror/state';
import { Decoration, EditorView, WidgetType, type DecorationSet } from '@codemirror/view';
import type { Fix } from '../../document/problem.ts';
import type { Finding } from '../../edit/findings.ts';

/** Shows other findings than before. */
export const showFindings = StateEffect.define<readonly Finding[]>();

const underlines = {
  fix: Decoration.mark({ class: 'ed-found--fix' }),
  suggestion: Decoration.mark({ class: 'ed-found--suggestion' }),
} as const;

/** What was found under its line, with a press for each way to mend it; `mend` puts a fix in. */
export function findingMarks(mend: (finding: Finding, fix: Fix) => void): Extension {
  return StateField.define<DecorationSet>({
    create: () => Decoration.none,
    update(marks, transaction) {
      const shown = transaction.effects.find((effect) => effect.is(showFindings));
      if (shown === undefined) return marks.map(transaction.changes);
      const { length } = transaction.state.doc;
      const inside = shown.value.filter(({ to }) => to <= length);
      return Decoration.set(
        inside.flatMap((finding) => marksOf(finding, mend)),
        true,
      );
    },
    provide: (field) => EditorView.decorations.from(field),
  });
}

function marksOf(
  finding: Finding,
  mend: (finding: Finding, fix: Fix) => void,
): readonly Range<Decoration>[] {
  const { from, to, weight } = finding;
  const note = Decoration.widget({
    widget: new FindingNote(finding, mend),
    block: true,
    side: 1,
  }).range(to);
  return from < to ? [underlines[weight].range(from, to), note] : [note];
}

/** One finding below its line. A class, since CodeMirror asks for one. */
class FindingNote extends WidgetType {
  readonly #finding: Finding;
  readonly #mend: (finding: Finding, fix: Fix) => void;

  constructor(finding: Finding, mend: (finding: Finding, fix: Fix) => void) {
    super();
    this.#finding = finding;
    this.#mend = mend;
  }

  override eq(other: FindingNote): boolean {
    const [a, b] = [this.#finding, other.#finding];
    return (
      a.weight === b.weight &&
      a.message === b.message &&
      a.fixes.length === b.fixes.length &&
      a.fixes.every(
        (fix, at) => fix.from === b.fixes[at]?.from && fix.insert === b.fixes[at].insert,
      )
    );
  }

  override toDOM(): HTMLElement {
    const { weight, message, fixes } = this.#finding;
    const box = document.createElement('div');
    box.className = 'ed-found';
    const note = document.createElement('div');
    note.className = `ed-finding ed-finding--${weight}`;
    note.setAttribute('role', 'group');
    note.setAttribute('aria-label', weight === 'fix' ? 'To fix' : 'Suggestion');
    const words = document.createElement('p');
    const kind = document.createElement('strong');
    kind.textContent = weight === 'fix' ? 'To fix: ' : 'Suggestion: ';
    words.append(kind, message);
    note.append(words);
    for (const fix of fixes) {
      const button = document.createElement('button');
      button.type = 'button';
      button.textContent = fix.label;
      button.addEventListener('click', () => this.#mend(this.#finding, fix));
      note.append(button);
    }
    box.append(note);
    return box;
  }

  override ignoreEvent(): boolean {
    return true;
  }
}
