import {
  paperFonts,
  paperStyles,
  type PaperFont,
  type PaperStyle,
} from '../../../outputs/handouts/paper-look.ts';
import { MAX_PEOPLE } from '../../../outputs/handouts/pile.ts';
import type { Choice, DeskData } from './choice.ts';
import type { WayHere } from './ways.view.ts';
import { wording } from '../../../ui/wording.view.ts';

/** What every part of the page works with. */
export type Choosing = {
  readonly data: DeskData;
  readonly choice: Choice;
  readonly change: (part: Partial<Choice>) => void;
};

const styles: Readonly<Record<PaperStyle, readonly [string, string]>> = {
  standard: ['Standard', '12 to 14 point'],
  large: ['Large print', '18 point, new layout'],
  spaced: ['More space', 'on cream'],
};
const fonts: Readonly<Record<PaperFont, string>> = {
  atkinson: 'Atkinson Hyperlegible',
  lexend: 'Lexend',
  andika: 'Andika: round a and g',
};

/** Which lesson, for how many, which way through it, and how it looks. */
export function Controls({
  data,
  choice,
  change,
  ways,
}: Choosing & { readonly ways: WayHere | null }) {
  return (
    <div class="desk-controls">
      <LessonField data={data} choice={choice} change={change} />
      <NumberField
        id="pupils"
        label={wording('{Pupils}')}
        value={choice.pupils}
        change={(pupils) => change({ pupils })}
      />
      <NumberField
        id="adults"
        label="Adults"
        value={choice.adults}
        change={(adults) => change({ adults })}
      />
      {ways && <WayField ways={ways} />}
      <fieldset class="pick desk-styles">
        <legend>Layout</legend>
        {paperStyles.map((style) => (
          <label class="button" key={style}>
            <input
              type="radio"
              name="style"
              checked={choice.style === style}
              onChange={() => change({ style })}
            />
            <span>
              {styles[style][0]} <small>{styles[style][1]}</small>
            </span>
          </label>
        ))}
      </fieldset>
      <SidesField bothSides={choice.bothSides} change={change} />
      <p class="field desk-font">
        <label htmlFor="font">Font</label>
        <select
          id="font"
          value={choice.font}
          onChange={({ currentTarget }) =>
            change({
              font: paperFonts.find((font) => font === currentTarget.value) ?? choice.font,
            })
          }
        >
          {paperFonts.map((font) => (
            <option key={font} value={font}>
              {fonts[font]}
            </option>
          ))}
        </select>
      </p>
    </div>
  );
}

function LessonField({ data, choice, change }: Choosing) {
  const open = data.lessons.filter(({ card }) => card.opens);
  return (
    <p class="field desk-lesson">
      <label htmlFor="lesson">What for</label>
      <select
        id="lesson"
        value={choice.lesson ?? ''}
        onChange={({ currentTarget }) =>
          change({
            lesson: currentTarget.value === '' ? null : currentTarget.value,
            without: [],
            counts: {},
          })
        }
      >
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
  readonly label: string;
  readonly value: number;
  readonly change: (value: number) => void;
};

function NumberField({ id, label, value, change }: NumberProps) {
  return (
    <p class="field desk-number">
      <label htmlFor={id}>{label}</label>
      <NumberInput id={id} value={value} change={change} />
    </p>
  );
}

/** A number of people or copies that can be typed; a number that cannot be printed changes nothing. `label` names it where no label stands beside it. */
export function NumberInput({
  id,
  label,
  value,
  change,
}: Omit<NumberProps, 'label'> & { readonly label?: string }) {
  return (
    <input
      id={id}
      type="number"
      inputMode="numeric"
      min={1}
      max={MAX_PEOPLE}
      aria-label={label}
      value={value}
      onInput={({ currentTarget: { valueAsNumber } }) => {
        if (Number.isInteger(valueAsNumber) && valueAsNumber >= 1 && valueAsNumber <= MAX_PEOPLE) {
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
