import { isNational, NEVER_HIDDEN } from '../../help/national.ts';
import { papersOf } from '../../help/on-paper.ts';
import type { Service } from '../../help/services.ts';
import { contactState, contactsToConfirm } from '../../school/contacts.ts';
import type { School } from '../../school/school.ts';
import { contactLink } from '../../text/contact-link.ts';
import { today } from '../../text/today.view.ts';
import { Button } from '../../ui/controls.view.tsx';
import { wording } from '../../ui/wording.view.ts';

/** The contacts that pupils and parents are shown, which are asked for here; and all others, for the paper of staff. */
const shown = contactsToConfirm().filter(isForHome);
const forStaff = contactsToConfirm().filter((one) => !isForHome(one));

function isForHome(one: Service): boolean {
  const papers = papersOf(one);
  return papers.includes('pupils') || papers.includes('parents');
}

type ContactsProps = {
  readonly school: School;
  readonly change: (field: string, part: Partial<School>) => void;
  /** Which are ticked on this page; they are stored with the answer. */
  readonly ticked: ReadonlySet<string>;
  readonly tick: (ids: ReadonlySet<string>) => void;
};

/** Which contacts of a school are right as they are: those that someone has checked within six months. */
export function checkedAlready(school: School): ReadonlySet<string> {
  return new Set(
    contactsToConfirm()
      .filter((one) => contactState(school, one, today()).is === 'checked')
      .map(({ id }) => id),
  );
}

/** The contacts: one press for all that are right, and one each for what is wrong, which hides it at once. */
export function ContactsPart({ school, change, ticked, tick }: ContactsProps) {
  const row = (service: Service) => (
    <Contact key={service.id} service={service} {...{ school, change, ticked, tick }} />
  );
  const right = shown.filter((one) => contactState(school, one, today()).is !== 'hidden');
  const isDone = right.every(({ id }) => ticked.has(id));
  return (
    <section class="approve-part" aria-labelledby="who-helps">
      <h2 id="who-helps">
        <Step n={3} />
        Check the contacts
      </h2>
      <ul class="approve-contacts">{shown.map(row)}</ul>
      <Button
        icon="check"
        disabled={isDone}
        onPress={() => tick(new Set([...ticked, ...right.map(({ id }) => id)]))}
      >
        {isDone ? 'All are confirmed' : 'Confirm all'}
      </Button>
      <p class="approve-small">
        {wording('Shown to {pupils} and parents. National ones stay if you don’t confirm them.')}
      </p>
      <details class="approve-more">
        <summary>{forStaff.length} more, for staff’s sheets</summary>
        <p class="approve-small">These are left off until you tick them.</p>
        <ul class="approve-contacts">{forStaff.map(row)}</ul>
      </details>
    </section>
  );
}

function Contact({
  service,
  school,
  change,
  ticked,
  tick,
}: ContactsProps & { readonly service: Service }) {
  const { id, name, contacts, owner = name, page } = service;
  const isWrong = contactState(school, service, today()).is === 'hidden';
  const toHide = isWrong ? 'Show it again' : 'This is wrong';
  const links = contacts.map((one) => `${contactLink(one, { owner, page })}`).join(', ');

  function hide(): void {
    const others = school.hidden.filter((one) => one !== id);
    const { [id]: _, ...confirmed } = school.confirmed;
    tick(new Set([...ticked].filter((one) => one !== id)));
    change(`contact-${id}`, isWrong ? { hidden: others } : { hidden: [...others, id], confirmed });
  }

  return (
    <li>
      <label class="tick" for={`contact-${id}`}>
        <input
          id={`contact-${id}`}
          type="checkbox"
          checked={ticked.has(id)}
          disabled={isWrong}
          onChange={({ currentTarget }) =>
            tick(
              new Set(
                currentTarget.checked ? [...ticked, id] : [...ticked].filter((one) => one !== id),
              ),
            )
          }
        />
        <b>{name}</b>
      </label>
      <span class="approve-contacts__how">
        {isWrong ? 'Hidden everywhere' : <span dangerouslySetInnerHTML={{ __html: links }} />}
      </span>
      {isNational(service) && !NEVER_HIDDEN.includes(id) && (
        <button
          type="button"
          class="approve-contacts__wrong"
          aria-label={`${toHide}: ${name}`}
          onClick={hide}
        >
          {toHide}
        </button>
      )}
    </li>
  );
}

/** The number of a step, for the eye. */
export function Step({ n }: { readonly n: number }) {
  return (
    <span class="approve-step" aria-hidden="true">
      {n}
    </span>
  );
}
