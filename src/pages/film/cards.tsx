import { ROLES, type Role } from '../../document/roles.ts';
import {
  CONFIRMATIONS,
  CONFIRMING_ROLES,
  type Confirmation,
  type ConfirmingRole,
} from '../../film/confirmations.ts';
import { dayWords } from '../../text/day.ts';
import { today } from '../../text/today.view.ts';
import { RadioTicks, TextField, Tick } from '../../ui/fields.view.tsx';
import type { DraftDesk } from './use-draft.ts';

type CardProps = { readonly desk: DraftDesk };

/** What the film is called, and why it may be shown. */
export function TitleCard({ desk: { draft, change } }: CardProps) {
  return (
    <section class="card film-card" aria-labelledby="film-named">
      <h2 id="film-named">Title</h2>
      <TextField
        id="film-title"
        label="What the class reads on its slide"
        value={draft.title}
        change={(title) => change({ ...draft, title }, 'title')}
      />
      <TextField
        id="film-rights"
        label="Whose film it is, and who said you may show it"
        value={draft.rights}
        change={(rights) => change({ ...draft, rights }, 'rights')}
      />
    </section>
  );
}

/** What is in the film, in calm words, and whether anyone speaks. */
export function NoteCard({ desk: { draft, change } }: CardProps) {
  return (
    <section class="card film-card" aria-labelledby="note-title">
      <h2 id="note-title">Content note</h2>
      <p class="field">
        <label htmlFor="film-note">Read to the class before the film</label>
        <textarea
          id="film-note"
          rows={2}
          maxLength={300}
          value={draft.contentNote}
          onInput={(event) => change({ ...draft, contentNote: event.currentTarget.value }, 'note')}
        />
      </p>
      <fieldset class="choice-row" id="film-spoken" tabIndex={-1}>
        <legend>Does anyone speak in it?</legend>
        <RadioTicks
          name="spoken"
          answers={[
            ['yes', 'Yes'],
            ['no', 'No, you read or watch'],
          ]}
          chosen={yesNo(draft.hasSpokenWords)}
          choose={(answer) => change({ ...draft, hasSpokenWords: answer === 'yes' }, '')}
        />
      </fieldset>
    </section>
  );
}

const WHO: Readonly<Record<Role, string>> = {
  asks: 'The one who asks',
  'is asked': 'The one who is asked',
  'passes it on': 'Who passes it on',
  helps: 'Who helps',
};

/** What people are called in the film. */
export function PeopleCard({ desk: { draft, change } }: CardProps) {
  return (
    <section class="card film-card" aria-labelledby="film-people">
      <h2 id="film-people">Names in the film</h2>
      <p>The lesson calls its characters what the film calls them. Leave out who isn’t named.</p>
      <div class="film-two">
        {ROLES.map((role) => (
          <TextField
            key={role}
            id={`person-${role.replaceAll(' ', '-')}`}
            label={WHO[role]}
            value={draft.people[role] ?? ''}
            change={(name) =>
              change({ ...draft, people: { ...draft.people, [role]: name } }, `person ${role}`)
            }
          />
        ))}
      </div>
    </section>
  );
}

/** How the film ends, and what to say where a lesson ends before it. */
export function EndingCard({ desk: { draft, change } }: CardProps) {
  return (
    <section class="card film-card" aria-labelledby="ends-title">
      <h2 id="ends-title">How it ends</h2>
      <fieldset class="choice-row" id="film-ending" tabIndex={-1}>
        <legend class="unseen">How it ends</legend>
        <RadioTicks
          name="ending"
          answers={[
            ['yes', 'It ends with help'],
            ['no', 'It does not'],
          ]}
          chosen={yesNo(draft.endsWithHelp)}
          choose={(answer) => change({ ...draft, endsWithHelp: answer === 'yes' }, '')}
        />
      </fieldset>
      <p class="field">
        <label htmlFor="film-calm">If you must end early, what do you say?</label>
        <span class="field__help" id="film-calm-help">
          Three short sentences: how the story ends, that it isn’t their fault, who helps. A line
          each. “End calmly” shows them to you.
        </span>
        <textarea
          id="film-calm"
          aria-describedby="film-calm-help"
          rows={3}
          value={draft.endCalmly}
          onInput={(event) => change({ ...draft, endCalmly: event.currentTarget.value }, 'calm')}
        />
      </p>
    </section>
  );
}

const CONFIRM: Readonly<Record<Confirmation, string>> = {
  'watched to the end': 'I have watched all of it',
  'no one nude or hurting themselves': 'No one in it is nude or hurts themselves, shown or implied',
  'we may show it': 'We may show it',
};

/** What someone confirms before a class sees the film: by role and day, never by name. */
export function ConfirmCard({ desk: { draft, change } }: CardProps) {
  const { role, confirmed } = draft;

  function choose(next: ConfirmingRole | null): void {
    change({ ...draft, role: next, confirmed: next === role ? confirmed : {} }, '');
  }

  function tick(what: Confirmation, isOn: boolean): void {
    const { [what]: _, ...rest } = confirmed;
    const by = role === null ? null : { role, day: today() };
    change({ ...draft, confirmed: isOn && by ? { ...rest, [what]: by } : rest }, '');
  }

  return (
    <section class="card film-card" aria-labelledby="film-confirm">
      <h2 id="film-confirm" tabIndex={-1}>
        Before a class sees it
      </h2>
      <p class="field">
        <label htmlFor="film-role">Who is confirming?</label>
        <select
          id="film-role"
          value={role ?? ''}
          onChange={(event) => {
            const chosen = event.currentTarget.value;
            choose(CONFIRMING_ROLES.find((one) => one === chosen) ?? null);
          }}
        >
          <option value="">Choose a role</option>
          {CONFIRMING_ROLES.map((one) => (
            <option key={one} value={one}>
              {one.slice(0, 1).toUpperCase() + one.slice(1)}
            </option>
          ))}
        </select>
      </p>
      {CONFIRMATIONS.map((what, index) => {
        const by = confirmed[what];
        return (
          <Tick
            key={what}
            id={`confirm-${index}`}
            on={by !== undefined}
            disabled={role === null}
            change={(isOn) => tick(what, isOn)}
          >
            {CONFIRM[what]}
            {by && <span class="film-by"> ({dayWords(by.day)})</span>}
          </Tick>
        );
      })}
      <p class="film-by">Your role and the day are saved with the film, and no name.</p>
    </section>
  );
}

function yesNo(is: boolean | null): 'yes' | 'no' | null {
  return is === null ? null : is ? 'yes' : 'no';
}
