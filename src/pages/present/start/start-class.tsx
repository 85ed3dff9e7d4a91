import type { PeriodNow } from '../../../school/school-day.ts';
import { ENDS_LIKE } from '../../../outputs/plan/start-words.ts';
import { bellAt, bellTrouble } from '../session/bell.ts';
import { fitOf } from '../room/fit-words.ts';
import {
  isVersion,
  shortVersionName,
  versionName,
  type Version,
} from '../../../lesson/versions.ts';
import { Icon } from '../../../ui/controls.view.tsx';
import { wording } from '../../../ui/wording.view.ts';

type VersionProps = {
  readonly all: readonly Version[];
  readonly chosen: Version | undefined;
  readonly choose: (version: Version) => void;
};

/** Which version is taught. */
export function VersionChoice({ all, chosen, choose }: VersionProps) {
  return (
    <div class="row" role="group" aria-labelledby="row-version">
      <span class="row__name" id="row-version">
        Version
      </span>
      <div class="segments">
        {all.map((one) => (
          <label key={`${one.cut} ${one.session}`}>
            <input
              type="radio"
              name="version"
              aria-label={versionName(one, all)}
              checked={chosen !== undefined && isVersion(one, chosen)}
              onChange={() => choose(one)}
            />
            {shortVersionName(one, all)}
          </label>
        ))}
      </div>
    </div>
  );
}

type BellProps = {
  readonly value: string;
  readonly change: (typed: string) => void;
  readonly isStarting: boolean;
  readonly minutes: number | null;
  readonly all: readonly Version[];
  readonly choose: (version: Version) => void;
  /** The period in which the lesson is, by the school’s times; null where they are not known. */
  readonly period: PeriodNow | null;
};

/** When the lesson ends, as it is typed, and whether the version fits; a time that is still being typed is no mistake until someone starts. */
export function BellField(props: BellProps) {
  const { value, change, isStarting, minutes, all, choose, period } = props;
  const trouble = isStarting || value.trim().length >= 4 ? troubleNow(value) : '';
  const fit = trouble === '' ? fitOf(minutes, minutesUntil(value), all) : null;
  const use = fit?.use ?? null;
  return (
    <div class="row">
      <label htmlFor="bell">Lesson ends at</label>
      <div class="row__inside bell">
        <input
          id="bell"
          type="text"
          inputMode="numeric"
          autoComplete="off"
          size={6}
          placeholder={ENDS_LIKE}
          value={value}
          aria-invalid={trouble !== ''}
          aria-describedby="bell-help"
          onInput={(event) => change(event.currentTarget.value)}
        />
        <span
          id="bell-help"
          class={fit?.isOver || trouble !== '' ? 'bell__help bell__help--over' : 'bell__help'}
          role="status"
        >
          {trouble || fit?.words}
        </span>
        {use !== null && (
          <button type="button" class="button" onClick={() => choose(use)}>
            {use.minutes === null
              ? 'Use a shorter version'
              : `Use the ${use.minutes}-minute version`}
          </button>
        )}
        {period !== null &&
          (value.trim() === period.ends ? (
            <span class="bell__now">Period {period.n}</span>
          ) : (
            <button type="button" class="button" onClick={() => change(period.ends)}>
              Ends at {period.ends} (period {period.n})
            </button>
          ))}
        <span class="bell__now">Now {clockNow()}</span>
      </div>
    </div>
  );
}

function clockNow(): string {
  return new Date().toLocaleTimeString('en-GB', { hour: '2-digit', minute: '2-digit' });
}

/** True for what is no time that the lesson could end at; leaving it empty is fine. */
export function isBellWrong(typed: string): boolean {
  return troubleNow(typed) !== '';
}

function troubleNow(typed: string): string {
  return bellTrouble(typed, new Date());
}

// Whole minutes until the end that was typed; null where that is no time.
function minutesUntil(typed: string): number | null {
  const now = new Date();
  const ends = bellAt(typed, now);
  return ends === null ? null : Math.floor((ends - now.getTime()) / 60_000);
}

/** What pupils answer on. */
export type Tablets = 'none' | 'own' | 'shared';

const tablets: Readonly<Record<Tablets, string>> = {
  none: 'Hands up',
  own: '{School tablets}',
  shared: 'Shared tablets',
};

/** The choice of pupils' devices, where there is a program that they could reach. */
export function Devices({
  devices,
  choose,
}: {
  readonly devices: Tablets;
  readonly choose: (devices: Tablets) => void;
}) {
  return (
    <fieldset class="segments-only">
      <legend class="unseen">{wording('{Pupil devices}')}</legend>
      <div class="segments">
        {(['none', 'own', 'shared'] as const).map((way) => (
          <label key={way}>
            <input
              type="radio"
              name="devices"
              checked={devices === way}
              onChange={() => choose(way)}
            />
            {way !== 'shared' && <Icon name={way === 'none' ? 'hand' : 'tablet'} />}
            {wording(tablets[way])}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
