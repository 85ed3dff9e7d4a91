import { namesOf } from '../../text/own.ts';
import {
  checksDueWords,
  contactState,
  contactsToConfirm,
  leftOff,
  STILL_SHOWN,
  whatToCheck,
  type ContactState,
} from '../../school/contacts.ts';
import { gateSentence, gateState, gateWords } from '../../school/gate.ts';
import { gateTicks, type Approver, type GateTick, type Role } from '../../school/school.ts';
import { dayWords } from '../../text/day.ts';
import { listWords } from '../../text/list-words.ts';
import { isNational, NEVER_HIDDEN } from '../../help/national.ts';
import { paperFor, papersOf, type PaperFor } from '../../help/on-paper.ts';
import type { Service } from '../../help/services.ts';
import { byWords } from '../../help/shown.ts';
import { Icon } from '../../ui/controls.view.tsx';
import { Section, TextField, Tick } from './fields.tsx';
import type { PartProps } from './people.tsx';
import { wording } from '../../ui/wording.view.ts';

type ByRole = PartProps & { readonly role: Role | null; readonly today: string };

const roleWords: Readonly<Record<Role, string>> = {
  'safeguarding lead': 'The safeguarding lead',
  'deputy safeguarding lead': 'A deputy',
  'another member of staff': 'Another member of staff',
};

type RoleProps = { readonly role: Role | null; readonly choose: (role: Role) => void };

/** Who is here: a role, kept beside each tick. No name is. */
export function RoleChoice(props: RoleProps) {
  return (
    <fieldset class="card part choice-row">
      <legend id="role">Who is confirming?</legend>
      <RoleRadios name="role" words={roleWords} {...props} />
      <p class="field__help">
        Your role and the day are kept with each tick below. Your name is not.
      </p>
    </fieldset>
  );
}

/** Who may approve, in their own words. */
const approverWords: Readonly<Record<Approver, string>> = {
  'safeguarding lead': 'I’m the safeguarding lead',
  'deputy safeguarding lead': 'I’m a deputy',
};

function RoleRadios<One extends Role>({
  name,
  words,
  role,
  choose,
}: RoleProps & { readonly name: string; readonly words: Readonly<Record<One, string>> }) {
  return namesOf(words).map((one, i) => (
    <label class="tick" key={one} for={`${name}-${i}`}>
      <input
        id={`${name}-${i}`}
        type="radio"
        name={name}
        checked={role === one}
        onChange={() => choose(one)}
      />
      <span>{words[one]}</span>
    </label>
  ));
}

// Comes before what cannot be ticked yet: a keyboard user would pass it by unseen.
function SayWho({ what }: { readonly what: string }) {
  return (
    <p class="advice">
      To tick {what}, first choose <a href="#role-0">who is confirming</a>.
    </p>
  );
}

/** Each contact with its source, what to check, and the tick (M20). */
export function ContactsSection({ school, change, role, today }: ByRole) {
  function confirm(id: string, on: boolean): void {
    const { [id]: _, ...others } = school.confirmed;
    change(`contact-${id}`, {
      confirmed: on && role ? { ...others, [id]: { on: today, by: role } } : others,
    });
  }

  function hide(id: string, isWrong: boolean): void {
    const others = school.hidden.filter((one) => one !== id);
    const { [id]: _, ...confirmed } = school.confirmed;
    change(`contact-${id}`, isWrong ? { hidden: [...others, id], confirmed } : { hidden: others });
  }

  return (
    <Section id="contacts" title="Contacts">
      <p>
        National helplines are always on pages and paper. Please check each of them every six
        months: adults see when it was checked, and by which role. Local lines, and lines for staff,
        are shown only while someone here has checked them.
      </p>
      <ChecksDue school={school} today={today} />
      <LeftOff school={school} today={today} />
      {role === null && <SayWho what="a contact" />}
      <ul class="contacts">
        {contactsToConfirm().map((service) => (
          <Contact
            key={service.id}
            service={service}
            state={contactState(school, service, today)}
            mayTick={role !== null}
            {...{ confirm, hide }}
          />
        ))}
      </ul>
    </Section>
  );
}

type ContactProps = {
  readonly service: Service;
  readonly state: ContactState;
  readonly mayTick: boolean;
  readonly confirm: (id: string, on: boolean) => void;
  readonly hide: (id: string, isWrong: boolean) => void;
};

/** One contact: its tick, its facts, and the one press that hides a national one that is wrong. */
function Contact({ service, state, mayTick, confirm, hide }: ContactProps) {
  const { id, name, contacts } = service;
  const isWrong = state.is === 'hidden';
  const toHide = isWrong ? 'Show it again' : 'This is wrong';
  return (
    <li>
      <div class="contacts__one">
        <Tick
          id={`contact-${id}`}
          on={state.is === 'checked'}
          disabled={isWrong || (!mayTick && state.is !== 'checked')}
          change={(on) => confirm(id, on)}
        >
          <b>{name}</b> {contacts.join(', ')}
        </Tick>
        {isNational(service) && !NEVER_HIDDEN.includes(id) && (
          <button
            type="button"
            class="button"
            aria-label={`${toHide}: ${name}`}
            onClick={() => hide(id, !isWrong)}
          >
            {toHide}
          </button>
        )}
      </div>
      <Facts service={service} state={state} />
    </li>
  );
}

const paperWords: Readonly<Record<PaperFor, string>> = {
  pupils: '{Pupils’} cards and worksheets',
  parents: 'Parents’ sheets',
  staff: 'Staff’s sheets',
  lead: 'The lead’s sheets',
  governors: 'Governors’ summary',
};

/** The reminder: what no one has checked lately, though everyone sees it. */
function ChecksDue({ school, today }: Pick<ByRole, 'school' | 'today'>) {
  const due = checksDueWords(school, today);
  return due === '' ? null : (
    <p class="advice">
      {due}. {STILL_SHOWN}
    </p>
  );
}

/** What is missing on whose paper today, by name. */
function LeftOff({ school, today }: Pick<ByRole, 'school' | 'today'>) {
  const missing = paperFor
    .map((paper) => ({ paper, names: leftOff(school, paper, today).map(({ name }) => name) }))
    .filter(({ names }) => names.length > 0);
  if (missing.length === 0) return <p class="left-off">Nothing is left off any paper today.</p>;
  return (
    <div class="left-off">
      <p>
        <b>Left off today.</b> You can leave out contacts for other areas.
      </p>
      <dl>
        {missing.map(({ paper, names }) => (
          <div key={paper}>
            <dt>{wording(paperWords[paper])}</dt>
            <dd>{listWords(names)}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
}

function Facts({ service, state }: { readonly service: Service; readonly state: ContactState }) {
  return (
    <div class="contacts__facts">
      <p>
        <span class="chip">
          {papersOf(service).includes('pupils') ? wording('{Pupils} and adults') : 'Adults only'}
        </span>{' '}
        {stateWords(state, isNational(service))}
      </p>
      <p>
        {service.use} <b>Goes on:</b>{' '}
        {wording(listWords(papersOf(service).map((paper) => paperWords[paper].toLowerCase())))}.
      </p>
      <p>
        <b>To check:</b> {whatToCheck(service)} <b>Read in:</b> {service.source},{' '}
        {dayWords(service.checked)}.
      </p>
    </div>
  );
}

function stateWords(state: ContactState, always: boolean): string {
  switch (state.is) {
    case 'always':
      return 'Always shown.';
    case 'checked':
      return `Checked on ${dayWords(state.on)} by ${byWords(state.by)}. ${always ? 'Check it again by' : 'Valid until'} ${dayWords(state.until)}.`;
    case 'lapsed':
      return `Checked on ${dayWords(state.on)}, more than six months ago: please check it again.`;
    case 'waiting':
      return wording('Not yet checked by {your school}.');
    case 'hidden':
      return 'Hidden: someone here marked it as wrong. It’s on none of your pages or sheets.';
  }
}

/** The approval of the term (M27): all that a lesson waits for on this page, with its own choice of who gives it. */
export function GateSection({ school, change, role, choose, today }: ByRole & RoleProps) {
  const state = gateState(school, today);
  const mayTick = role === 'safeguarding lead' || role === 'deputy safeguarding lead';
  const ticked = state.is === 'lapsed' ? [] : (school.gate?.ticked ?? []);

  function tick(one: GateTick, on: boolean): void {
    if (!mayTick) return;
    const next = gateTicks.filter((tick) => (tick === one ? on : ticked.includes(tick)));
    change(`gate-${one}`, {
      gate: next.length === 0 ? null : { ticked: next, on: today, by: role },
    });
  }

  return (
    <Section id="gate" title="Approval for this term">
      <p>
        <b>This part is all that lessons wait for:</b> say who you are and tick five things, once a
        term. The rest of this page can wait. It is for the safeguarding lead or a deputy; a
        rehearsal or a preview needs no approval.
      </p>
      <p class={`gate-state gate-state--${state.is}`} role="status">
        <Icon name={state.is === 'done' ? 'check' : 'todo'} />
        <span>{gateSentence(state)}</span>
      </p>
      <fieldset class="choice-row gate-role">
        <legend>Who is approving?</legend>
        <RoleRadios name="gate-role" words={approverWords} role={role} choose={choose} />
      </fieldset>
      {role === null && (
        <p class="advice">First say who is approving. Then the boxes can be ticked.</p>
      )}
      {role !== null && !mayTick && (
        <p class="advice">These are for the lead or a deputy to tick.</p>
      )}
      <div class="ticks">
        {gateTicks.map((one) => (
          <Tick
            key={one}
            id={`gate-${one}`}
            on={ticked.includes(one)}
            disabled={!mayTick}
            change={(on) => tick(one, on)}
          >
            {gateWords[one]}
          </Tick>
        ))}
      </div>
      <TextField
        id="term-ends"
        type="date"
        label="Last day of this term"
        value={school.termEnds}
        change={(termEnds) => change('term-ends', { termEnds })}
        help="Approval ends then; without a date, four months after it was given"
      />
    </Section>
  );
}
