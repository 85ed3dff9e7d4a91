import { useState } from 'preact/hooks';
import { CHOICE_NAMES, CHOICES, choiceOf, placeInWords } from '../../../edit/check-words.ts';
import { firstWords, shownWords } from '../../../open/shown-words.ts';
import type { CheckedPart, PartChoice } from '../../../open/check-plan.ts';
import type { Deck } from '../../../outputs/board/deck.ts';
import { previewHtml } from '../../../outputs/board/preview.ts';
import { Icon } from '../../../ui/controls.view.tsx';
import type { IconName } from '../../../ui/icons.ts';

type PartProps = {
  readonly part: CheckedPart;
  /** False where the part above has the same heading. */
  readonly isTitled: boolean;
  /** What its author chose; undefined where the suggestion holds. */
  readonly chosen: PartChoice | undefined;
  /** False while the lesson is made again with what was chosen last. */
  readonly isMade: boolean;
  readonly deck: Deck;
  /** A slide’s HTML with the pictures of this page. */
  readonly preview: (html: string) => string;
  readonly turn: (id: number, choice: PartChoice | null) => void;
};

/** One part: what was written, its switch with the reason, and what the class sees of it. */
export function CheckPart({ part, isTitled, chosen, isMade, deck, preview, turn }: PartProps) {
  const now = isMade ? choiceOf(part.goes) : (chosen ?? choiceOf(part.suggested.goes));
  const name = part.written === '' ? part.title : firstWords(part.written);
  return (
    <li class="part" id={`part-${part.id}`}>
      <div class="part__words">
        {isTitled && <h2 class="part__title">{titleOf(part)}</h2>}
        <Written written={part.written} />
      </div>
      <div class="part__place">
        <Switch part={part} now={now} name={name} turn={turn} />
        <Reason part={part} now={now} name={name} chosen={chosen} turn={turn} />
      </div>
      <Seen part={part} deck={deck} preview={preview} />
    </li>
  );
}

function titleOf({ title }: CheckedPart): string {
  return title === 'at the start' ? 'At the start' : title.replace(/^line (\d+)$/, 'Line $1');
}

/** Longer parts fold after four lines, about so many characters. */
const LONG = 230;

function Written({ written }: Pick<CheckedPart, 'written'>) {
  const [isOpen, setOpen] = useState(false);
  const words = shownWords(written);
  const isLong = words.length > LONG || words.split('\n').length > 4;
  if (words === '') return null;
  return (
    <>
      <p class={isLong && !isOpen ? 'part__text part__text--folded' : 'part__text'}>{words}</p>
      {isLong && (
        <button
          type="button"
          class="part__more"
          aria-expanded={isOpen}
          onClick={() => setOpen(!isOpen)}
        >
          {isOpen ? 'Show less' : 'Show all of it'}
        </button>
      )}
    </>
  );
}

const ICONS: Readonly<Record<PartChoice, IconName>> = {
  teacher: 'lock',
  board: 'screen',
  worksheet: 'sheet',
};

type SwitchProps = Pick<PartProps, 'part' | 'turn'> & {
  readonly now: PartChoice | null;
  readonly name: string;
};

function Switch({ part: { id, choices, goes }, now, name, turn }: SwitchProps) {
  if (choices.length === 0) {
    return (
      <p class="switch switch--fixed">
        {now !== null && <Icon name={ICONS[now]} />}
        <span>{now === null ? noPlace(goes) : CHOICE_NAMES[now]}</span>
      </p>
    );
  }
  return (
    <fieldset class="switch" aria-describedby={`reason-${id}`}>
      <legend class="unseen">Where it goes: {name}</legend>
      {CHOICES.filter((choice) => choices.includes(choice) || choice === now).map((choice) => (
        <label key={choice} class={`switch__one switch__one--${choice}`}>
          <input
            type="radio"
            name={`place-${id}`}
            checked={choice === now}
            onChange={() => turn(id, choice)}
          />
          <span>
            {choice === now && <Icon name={ICONS[choice]} />}
            {CHOICE_NAMES[choice]}
          </span>
        </label>
      ))}
    </fieldset>
  );
}

function noPlace(goes: CheckedPart['goes']): string {
  return goes === 'some' ? 'Some on the board' : 'Not in the lesson';
}

type ReasonProps = SwitchProps & Pick<PartProps, 'chosen'>;

function Reason({ part: { id, suggested }, now, name, chosen, turn }: ReasonProps) {
  if (chosen === undefined) {
    return (
      <p class="part__reason" id={`reason-${id}`}>
        Suggested: {suggested.reason}
      </p>
    );
  }
  return (
    <p class="part__reason" id={`reason-${id}`}>
      {changedWords(chosen, now)}{' '}
      <button
        type="button"
        class="part__more"
        aria-label={`Undo: ${name}`}
        onClick={({ currentTarget }) => {
          const own = currentTarget.closest('.part');
          turn(id, null);
          // The button goes; the switch has what it did.
          setTimeout(() => own?.querySelector<HTMLElement>('input:checked')?.focus(), 0);
        }}
      >
        Undo
      </button>
    </p>
  );
}

function changedWords(chosen: PartChoice, now: PartChoice | null): string {
  if (chosen === now) return 'You changed this.';
  return chosen === 'worksheet'
    ? 'You changed this, but the worksheet has no place for it: it stays on the board.'
    : 'You changed this, but it can only be moved in the editor.';
}

type SeenProps = Pick<PartProps, 'part' | 'deck' | 'preview'>;

// The words beside it say what it is; the slide itself is for the eyes.
function Seen({ part, deck, preview }: SeenProps) {
  const isShown = part.goes === 'board' || part.goes === 'worksheet' || part.goes === 'some';
  const slide = isShown && part.slide !== null ? deck.slides[part.slide - 1] : undefined;
  const drawing = slide && preview(previewHtml(slide, { ...formulasOf(deck), room: null }));
  return (
    <div class="part__seen">
      {drawing === undefined ? (
        <span class="part__hidden">
          <Icon name="lock" />
        </span>
      ) : (
        <div
          class="slide-frame drawing part__slide"
          aria-hidden="true"
          inert
          dangerouslySetInnerHTML={{ __html: drawing }}
        />
      )}
      <p>{placeInWords(part)}</p>
    </div>
  );
}

function formulasOf({ formulas }: Deck): Pick<Deck, 'formulas'> {
  return formulas === undefined ? {} : { formulas };
}
