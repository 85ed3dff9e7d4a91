import {
  LESSON_LENGTHS,
  MAX_PERIODS,
  nextPeriod,
  periodTrouble,
  type Period,
  type SchoolDay,
} from '../../school/school-day.ts';
import { Button } from '../../ui/controls.view.tsx';
import { Section, TextField } from '../../ui/fields.view.tsx';
import type { PartProps } from './people.tsx';

const { min, max } = LESSON_LENGTHS;
const lengths = Array.from({ length: (max - min) / 5 + 1 }, (_, i) => min + i * 5);

/** How long lessons are and when periods start and end, so that the start of a lesson knows when it ends. */
export function LessonTimesSection({ school: { day }, change }: PartProps) {
  const { minutes, periods } = day;
  const set = (field: string, part: Partial<SchoolDay>) =>
    change(field, { day: { ...day, ...part } });
  function add(): void {
    const id = `period-${periods.length}`;
    set(id, { periods: [...periods, nextPeriod(day)] });
    // The field is there from the next frame on.
    requestAnimationFrame(() => document.getElementById(`${id}-starts`)?.focus());
  }
  return (
    <Section id="lesson-times" title="Lesson times">
      <p>Fills in when a lesson ends, and which version fits. It can be changed every time.</p>
      <p class="field">
        <label htmlFor="lesson-minutes">How long are your lessons?</label>
        <select
          id="lesson-minutes"
          value={minutes ?? ''}
          onChange={({ currentTarget: { value } }) =>
            set('lesson-minutes', { minutes: value === '' ? null : Number(value) })
          }
        >
          <option value="">Not set</option>
          {(minutes === null || lengths.includes(minutes) ? lengths : [minutes, ...lengths]).map(
            (one) => (
              <option key={one} value={one}>
                {one} minutes
              </option>
            ),
          )}
        </select>
      </p>
      {periods.map((period, i) => (
        <PeriodFields
          key={i}
          n={i + 1}
          period={period}
          change={(part) =>
            set(`period-${i}-${Object.keys(part).join()}`, {
              periods: periods.map((one, j) => (i === j ? { ...one, ...part } : one)),
            })
          }
          remove={() =>
            set(`periods-${periods.length}`, { periods: periods.filter((_, j) => i !== j) })
          }
        />
      ))}
      {periods.length < MAX_PERIODS && (
        <Button onPress={add} icon="plus">
          Add a period
        </Button>
      )}
    </Section>
  );
}

type PeriodProps = {
  readonly n: number;
  readonly period: Period;
  readonly change: (part: Partial<Period>) => void;
  readonly remove: () => void;
};

function PeriodFields({ n, period, change, remove }: PeriodProps) {
  const trouble = periodTrouble(period, n);
  const id = `period-${n - 1}`;
  return (
    <div class="pair">
      <TextField
        id={`${id}-starts`}
        type="time"
        label={`Period ${n} starts`}
        value={period.starts}
        change={(starts) => change({ starts })}
      />
      <TextField
        id={`${id}-ends`}
        type="time"
        label={`Period ${n} ends`}
        value={period.ends}
        change={(ends) => change({ ends })}
      />
      <Button onPress={remove}>
        Remove<span class="unseen"> period {n}</span>
      </Button>
      {trouble !== '' && (
        <p class="advice" role="status">
          {trouble}
        </p>
      )}
    </div>
  );
}
