import type { CheckedMinutes, OpenedCheck } from '../../../edit/opened-check.ts';
import { minutesInWords } from '../../../edit/outline.ts';
import { MAX_MINUTES } from '../../../open/correct-minutes.ts';

type MinutesProps = {
  readonly checked: Pick<OpenedCheck, 'minutes' | 'total'>;
  /** null gives a part the minutes that were found or guessed. */
  readonly correct: (key: string, minutes: number | null) => void;
};

/** How long each part takes: what was found is filled, what we guessed has an outline, and each can be typed. */
export function CheckMinutes({ checked: { minutes, total }, correct }: MinutesProps) {
  const planned = minutes.reduce((sum, one) => sum + one.minutes, 0);
  const left = Math.max(0, (total ?? planned) - planned);
  const hasGuess = minutes.some(({ is }) => is === 'guessed');
  return (
    <section class="times" aria-labelledby="times">
      <div class="times__head">
        <h2 id="times">{minutesInWords({ planned, stated: total })}</h2>
        {hasGuess && <p>Outlined times are our guess</p>}
      </div>
      <div class="times__bar" aria-hidden="true">
        {minutes.map((one) => (
          <span key={one.key} data-is={one.is} style={{ flexGrow: one.minutes }}>
            {one.title} {one.minutes}
          </span>
        ))}
        {left > 0 && (
          <span data-is="left" style={{ flexGrow: left }}>
            {left}
          </span>
        )}
      </div>
      <details class="times__change">
        <summary>Change the minutes</summary>
        <ul>
          {minutes.map((one) => (
            <Minutes key={one.key} one={one} correct={correct} />
          ))}
        </ul>
      </details>
    </section>
  );
}

const WORDS: Readonly<Record<CheckedMinutes['is'], string>> = {
  found: 'in your plan',
  guessed: 'our guess',
  corrected: 'changed by you',
};

type OneProps = { readonly one: CheckedMinutes } & Pick<MinutesProps, 'correct'>;

function Minutes({ one: { key, title, minutes, is }, correct }: OneProps) {
  return (
    <li>
      <label>
        <span class="times__title">{title}</span>
        <input
          type="number"
          inputMode="numeric"
          min={1}
          max={MAX_MINUTES}
          value={minutes}
          onChange={(event) => {
            const typed = event.currentTarget.valueAsNumber;
            const isRead = Number.isInteger(typed) && typed >= 1 && typed <= MAX_MINUTES;
            if (isRead) correct(key, typed);
            else event.currentTarget.value = String(minutes);
          }}
        />
        <span>minutes, {WORDS[is]}</span>
      </label>
    </li>
  );
}
