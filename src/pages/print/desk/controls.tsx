import {
  paperFonts,
  type PaperFont,
  type PaperStyle,
} from '../../../outputs/handouts/paper-look.ts';
import { MAX_PEOPLE } from '../../../outputs/handouts/pile.ts';
import type { SheetEntry } from '../../../outputs/handouts/sheet.ts';
import { idOfMine, shippedOf } from '../../../text/my-lesson.ts';
import type { Choice, DeskData, MineToPrint } from './choice.ts';
import type { WayHere } from './ways.view.ts';
import { wording } from '../../../ui/wording.view.ts';

/** What every part of the page works with. */
export type Choosing = {
  readonly data: DeskData;
  readonly choice: Choice;
  readonly change: (part: Partial<Choice>) => void;
};

/** The layouts by the names that people choose them by, and what each is. */
export const layouts: Readonly<Record<PaperStyle, readonly [string, string]>> = {
  standard: ['Standard', '12 to 14 point'],
  large: ['Large print', '18 point, new layout'],
  spaced: ['More space', 'for cream paper'],
};
const fonts: Readonly<Record<PaperFont, string>> = {
  atkinson: 'Atkinson Hyperlegible',
  lexend: 'Lexend',
  andika: 'Andika: round a and g',
};

type ControlsProps = Choosing & {
  readonly mine: readonly MineToPrint[];
  readonly chooseLesson: (lesson: string | null) => void;
  readonly sheets: readonly SheetEntry[];
  readonly ways: WayHere | null;
};

/** Which lesson, for how many, which version of it, and how it comes out. */
export function Controls({
  data,
  mine,
  choice,
  change,
  chooseLesson,
  sheets,
  ways,
}: ControlsProps) {
  return (
    <>
      <div class="desk-controls">
        <LessonField {...{ data, mine, choice, chooseLesson }} />
        <NumberField
          id="pupils"
          label={wording('{Pupils}')}
          value={choice.pupils}
          min={Math.max(1, choice.large + choice.spaced)}
          change={(pupils) => change({ pupils })}
        />
        {sheets.some(({ copies }) => copies === 'each adult') && (
          <NumberField
            id="adults"
            label="Adults"
            value={choice.adults}
            change={(adults) => change({ adults })}
          />
        )}
        {ways && <WayField ways={ways} />}
      </div>
      <details class="desk-how">
        <summary>
          <b>Large print, sides and font</b> <span>{inWords(choice)}</span>
        </summary>
        <div class="desk-how__fields">
          <LayoutFields choice={choice} change={change} />
          <SidesField bothSides={choice.bothSides} change={change} />
          <FontField font={choice.font} change={change} />
        </div>
      </details>
    </>
  );
}

/** How it comes out, in a line. */
function inWords({ pupils, large, spaced, bothSides, font }: Choice): string {
  const counts = [
    ...(large > 0 ? [`${large} in large print`] : []),
    ...(spaced > 0 ? [`${spaced} with more space`] : []),
  ];
  const layout =
    counts.length === 0
      ? 'standard for everyone'
      : [`${pupils - large - spaced} standard`, ...counts].join(', ');
  return `${layout}, ${bothSides ? 'both sides' : 'one side'}, ${fonts[font].split(':', 1)[0]}`;
}

function LayoutFields({ choice, change }: Pick<Choosing, 'choice' | 'change'>) {
  const { pupils, large, spaced } = choice;
  return (
    <fieldset class="pick desk-layouts">
      <legend>{wording('Layout, for how many {pupils}')}</legend>
      <LayoutNumber style="large" value={large} max={pupils - spaced} change={change} />
      <LayoutNumber style="spaced" value={spaced} max={pupils - large} change={change} />
      <p>
        {layouts.standard[0]} <small>{layouts.standard[1]}</small>
        <b>{pupils - large - spaced}</b>
      </p>
    </fieldset>
  );
}

type LayoutNumberProps = Pick<Choosing, 'change'> & {
  readonly style: 'large' | 'spaced';
  readonly value: number;
  readonly max: number;
};

function LayoutNumber({ style, value, max, change }: LayoutNumberProps) {
  const [name, about] = layouts[style];
  return (
    <p>
      <label htmlFor={style}>
        {name} <small>{about}</small>
      </label>
      <NumberInput
        id={style}
        value={value}
        min={0}
        max={max}
        change={(count) => change({ [style]: count })}
      />
    </p>
  );
}

function FontField({ font, change }: Pick<Choice, 'font'> & Pick<Choosing, 'change'>) {
  return (
    <p class="field desk-font">
      <label htmlFor="font">Font</label>
      <select
        id="font"
        value={font}
        onChange={({ currentTarget }) =>
          change({ font: paperFonts.find((one) => one === currentTarget.value) ?? font })
        }
      >
        {paperFonts.map((one) => (
          <option key={one} value={one}>
            {fonts[one]}
          </option>
        ))}
      </select>
    </p>
  );
}

type LessonFieldProps = Pick<ControlsProps, 'data' | 'mine' | 'choice' | 'chooseLesson'>;

function LessonField({ data, mine, choice, chooseLesson }: LessonFieldProps) {
  const open = data.lessons.filter(({ card }) => card.opens && idOfMine(card.slug) === null);
  const own = mine.filter(({ slug }) => shippedOf(slug) === null);
  const filmed = mine.filter(({ slug }) => shippedOf(slug) !== null);
  return (
    <p class="field desk-lesson">
      <label htmlFor="lesson">What for</label>
      <select
        id="lesson"
        value={choice.lesson ?? ''}
        onChange={({ currentTarget: { value } }) => chooseLesson(value === '' ? null : value)}
      >
        {own.length > 0 && (
          <optgroup label="My lessons">
            {own.map(({ slug, title }) => (
              <option key={slug} value={slug}>
                {title}
              </option>
            ))}
          </optgroup>
        )}
        {filmed.map(({ slug, title }) => (
          <option key={slug} value={slug}>
            {title}
          </option>
        ))}
        {open.map(({ card }) => (
          <option key={card.slug} value={card.slug}>
            {card.title}
          </option>
        ))}
        <option value="">The safeguarding lead’s pack</option>
      </select>
    </p>
  );
}

function SidesField({ bothSides, change }: Pick<Choice, 'bothSides'> & Pick<Choosing, 'change'>) {
  const ways = [
    {
      both: true,
      words: 'Both sides',
      about: 'each copy starts a new sheet, backs of cut-outs stay blank',
    },
    { both: false, words: 'One side', about: 'set the printer to one side, too' },
  ] as const;
  return (
    <fieldset class="pick desk-styles desk-sides">
      <legend>Print on</legend>
      {ways.map(({ both, words, about }) => (
        <label class="button" key={words}>
          <input
            type="radio"
            name="sides"
            checked={bothSides === both}
            onChange={() => change({ bothSides: both })}
          />
          <span>
            {words} <small>{about}</small>
          </span>
        </label>
      ))}
    </fieldset>
  );
}

type NumberProps = {
  readonly id: string;
  readonly value: number;
  readonly change: (value: number) => void;
  /** 1, and as many as a pile is made for, if left out. */
  readonly min?: number;
  readonly max?: number;
};

function NumberField({ label, ...number }: NumberProps & { readonly label: string }) {
  return (
    <p class="field desk-number">
      <label htmlFor={number.id}>{label}</label>
      <NumberInput {...number} />
    </p>
  );
}

/** A number of people or copies that can be typed; a number that cannot be printed changes nothing. `label` names it where no label stands beside it. */
export function NumberInput({
  id,
  label,
  value,
  change,
  min = 1,
  max = MAX_PEOPLE,
}: NumberProps & { readonly label?: string }) {
  return (
    <input
      id={id}
      type="number"
      inputMode="numeric"
      min={min}
      max={max}
      aria-label={label}
      value={value}
      onInput={({ currentTarget: { valueAsNumber } }) => {
        if (Number.isInteger(valueAsNumber) && valueAsNumber >= min && valueAsNumber <= max) {
          change(valueAsNumber);
        }
      }}
      onBlur={({ currentTarget }) => (currentTarget.value = String(value))}
    />
  );
}

function WayField({ ways }: { readonly ways: WayHere }) {
  return (
    <p class="field desk-way">
      <label htmlFor="way">Version</label>
      <select
        id="way"
        value={ways.chosen}
        onChange={({ currentTarget }) => ways.choose(currentTarget.value)}
      >
        {ways.all.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </select>
    </p>
  );
}
