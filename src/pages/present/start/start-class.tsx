import type { LessonAudience } from '../../../lesson/lesson.ts';
import type { Doing } from '../../../school/before-teaching.ts';
import { bellAt, bellTrouble } from '../session/bell.ts';
import { startWords } from './start-words.ts';
import { wording } from '../../../ui/wording.view.ts';

type BellProps = {
  readonly value: string;
  readonly change: (typed: string) => void;
  readonly isStarting: boolean;
};

/** When the lesson ends, as it is typed; a time that is still being typed is no mistake until someone starts. */
export function BellField({ value, change, isStarting }: BellProps) {
  const trouble = isStarting || value.trim().length >= 4 ? troubleNow(value) : '';
  return (
    <p class="bell">
      <label htmlFor="bell">When does this lesson end?</label>
      <input
        id="bell"
        type="text"
        inputMode="numeric"
        autoComplete="off"
        placeholder="10:40"
        size={6}
        value={value}
        aria-invalid={trouble !== ''}
        aria-describedby="bell-help"
        onInput={(event) => change(event.currentTarget.value)}
      />
      <span id="bell-help" class="bell__help" role="status">
        {trouble}
      </span>
    </p>
  );
}

/** True for what is no time that the lesson could end at; leaving it empty is fine. */
export function isBellWrong(typed: string): boolean {
  return troubleNow(typed) !== '';
}

function troubleNow(typed: string): string {
  return bellTrouble(typed, new Date());
}

/** Whole minutes until the end that was typed; null where that is no time. */
export function minutesUntil(typed: string): number | null {
  const now = new Date();
  const ends = bellAt(typed, now);
  return ends === null ? null : Math.floor((ends - now.getTime()) / 60_000);
}

/** What pupils answer on. */
export type Tablets = 'none' | 'own' | 'shared';

const tablets: Readonly<Record<Tablets, string>> = {
  none: 'None: hands',
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
    <fieldset class="pick">
      <legend>{wording('{Pupil devices}')}</legend>
      {(['none', 'own', 'shared'] as const).map((way) => (
        <label class="button" key={way}>
          <input
            type="radio"
            name="devices"
            checked={devices === way}
            onChange={() => choose(way)}
          />
          {wording(tablets[way])}
        </label>
      ))}
    </fieldset>
  );
}

type DoingProps = {
  readonly audience: LessonAudience;
  readonly doing: Doing;
  readonly choose: (doing: Doing) => void;
};

/** What this is: a lesson, a rehearsal or a look. */
export function DoingChoice({ audience, doing, choose }: DoingProps) {
  return (
    <fieldset class="pick pick--doing">
      <legend class="unseen">What are you about to do?</legend>
      {(['teach', 'rehearse', 'preview'] as const).map((one) => (
        <label class="button" key={one}>
          <input type="radio" name="doing" checked={doing === one} onChange={() => choose(one)} />
          {wording(startWords[audience].doing[one])}
        </label>
      ))}
    </fieldset>
  );
}
