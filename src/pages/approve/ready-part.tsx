import type { ComponentChildren } from 'preact';
import { gateWords, termTrouble } from '../../school/gate.ts';
import { gateTicks, schoolMax, type GateTick, type School } from '../../school/school.ts';
import { today } from '../../text/today.view.ts';
import { Icon } from '../../ui/controls.view.tsx';
import { TextField, Tick } from '../../ui/fields.view.tsx';
import { wording } from '../../ui/wording.view.ts';
import { Step } from './contacts-part.tsx';

/** What the lead ticks here; that contacts are right is the part before. */
export const ownTicks = gateTicks.filter((one) => one !== 'contacts');

type ReadyProps = {
  readonly school: School;
  readonly change: (field: string, part: Partial<School>) => void;
  readonly ticked: readonly GateTick[];
  readonly tick: (one: GateTick, on: boolean) => void;
  /** True where an approval has them: then they are shown and not asked for. */
  readonly isGiven: boolean;
  /** What is said below the ticks. */
  readonly children: ComponentChildren;
};

/** Who leads, deputises and covers, and what the school has seen to (M27). */
export function ReadyPart({ school, change, ticked, tick, isGiven, children }: ReadyProps) {
  const isEmpty = school.lead.name === '' && school.cover === '';
  return (
    <section class="approve-part" aria-labelledby="ready">
      <h2 id="ready">
        <Step n={4} />
        {wording('Check {your school} is ready')}
      </h2>
      <details class="approve-names">
        <summary>
          <span>{peopleWords(school)}</span>{' '}
          <span class="approve-names__change">{isEmpty ? 'Add names' : 'Change'}</span>
        </summary>
        <NameFields school={school} change={change} />
      </details>
      {isGiven ? (
        <ul class="approve-given">
          {ownTicks.map((one) => (
            <li key={one}>
              <Icon name="check" />
              {gateWords[one]}
            </li>
          ))}
        </ul>
      ) : (
        <div class="ticks">
          {ownTicks.map((one) => (
            <Tick
              key={one}
              id={`gate-${one}`}
              on={ticked.includes(one)}
              change={(on) => tick(one, on)}
            >
              {gateWords[one]}
            </Tick>
          ))}
        </div>
      )}
      {children}
    </section>
  );
}

function peopleWords({ lead, deputies, cover }: School): string {
  const [deputy] = deputies;
  const reach = lead.reach === '' ? '' : `, ${lead.reach}`;
  return [
    lead.name === '' ? 'No lead named yet.' : `Lead: ${lead.name}${reach}.`,
    ...(deputy === undefined || deputy.name === '' ? [] : [`Deputy: ${deputy.name}.`]),
    cover === '' ? 'Nobody named to cover.' : `Cover: ${cover}.`,
  ].join(' ');
}

function NameFields({ school, change }: Pick<ReadyProps, 'school' | 'change'>) {
  const { lead, deputies, cover, termEnds } = school;
  const [deputy = { name: '', reach: '' }, ...others] = deputies;
  return (
    <div class="approve-fields">
      <TextField
        id="lead-name"
        max={schoolMax.name}
        label="Safeguarding lead"
        value={lead.name}
        change={(name) => change('lead-name', { lead: { ...lead, name } })}
      />
      <TextField
        id="lead-reach"
        max={schoolMax.reach}
        label="How to reach them"
        value={lead.reach}
        change={(reach) => change('lead-reach', { lead: { ...lead, reach } })}
      />
      <TextField
        id="deputy-name"
        max={schoolMax.name}
        label="Deputy"
        value={deputy.name}
        change={(name) => change('deputy-name', { deputies: [{ ...deputy, name }, ...others] })}
      />
      <TextField
        id="cover"
        max={schoolMax.cover}
        label="Who covers"
        value={cover}
        change={(value) => change('cover', { cover: value })}
      />
      <TextField
        id="term-ends"
        type="date"
        label="Last day of this term"
        value={termEnds}
        change={(value) => change('term-ends', { termEnds: value })}
      />
      <p class="approve-small">
        <span role="status">{termTrouble(termEnds, today())}</span> Saved as you type, for all
        lessons.
      </p>
    </div>
  );
}
