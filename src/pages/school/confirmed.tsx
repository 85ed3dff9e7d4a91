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
import { gateState } from '../../school/gate.ts';
import { type Role } from '../../school/school.ts';
import { dayWords } from '../../text/day.ts';
import { listWords } from '../../text/list-words.ts';
import { isNational, NEVER_HIDDEN } from '../../help/national.ts';
import { paperFor, papersOf, type PaperFor } from '../../help/on-paper.ts';
import type { Service } from '../../help/services.ts';
import { byWords } from '../../help/shown.ts';
import { RadioTicks, Section, Tick } from '../../ui/fields.view.tsx';
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
export function RoleChoice({ role, choose }: RoleProps) {
  return (
    <fieldset class="card part choice-row">
      <legend id="role">Who is confirming?</legend>
      <RadioTicks
        name="role"
        answers={namesOf(roleWords).map((one) => [one, roleWords[one]] as const)}
        chosen={role}
        choose={choose}
      />
      <p class="field__help">
        Your role and the day are kept with each tick below. Your name is not.
      </p>
    </fieldset>
  );
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
        {contactsToConfirm(school).map((service) => (
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
  home: 'Pages for home',
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

/** Where lessons are approved, now that it is done on a page of each. */
export function GateSection({ school, today }: Pick<ByRole, 'school' | 'today'>) {
  const state = gateState(school, today);
  return (
    <Section id="gate" title="Approval of lessons">
      <p>
        The safeguarding lead or a deputy approves each lesson once a term, on its own page. It
        takes two minutes. To ask them, open the lesson and choose “Ask them”.
      </p>
      {state.is === 'done' && (
        <p>
          {`All lessons were approved together by ${byWords(state.role)} on ${dayWords(state.on)}. This is valid until ${dayWords(state.until)}.`}
        </p>
      )}
      <p>
        <a class="button" href="../approve/">
          Lessons to approve
        </a>
      </p>
    </Section>
  );
}
