import { dayWords } from '../text/day.ts';
import { listWords } from '../text/list-words.ts';
import { own } from '../text/own.ts';
import { isCurrent, type Confirmation } from './confirmation.ts';
import { isHidden, isNational, NEVER_CHECKED, type HiddenContacts } from './national.ts';
import { isHere, type Nation } from './nations.ts';
import { services, type Service } from './services.ts';

/** What a school has checked, by the id of the contact, what someone there found to be wrong, and the nation it is in. */
export type ContactChecks = {
  readonly confirmed: Readonly<Record<string, Confirmation>>;
  readonly hidden?: HiddenContacts | undefined;
  readonly nation?: Nation | '' | undefined;
};

type OnADay = ContactChecks & { readonly today: string };

/** True where a service may be shown to adults on a day: a national one unless it is hidden, any other while someone has confirmed it within six months (TEACHING 0.1). */
export function isShown(
  service: Pick<Service, 'id' | 'nation'>,
  { confirmed, hidden, nation, today }: OnADay,
): boolean {
  return (
    !isHidden(service, hidden) &&
    isHere(service, nation) &&
    (isNational(service) || isCurrent(own(confirmed, service.id), today))
  );
}

/** The ids of services that a school’s pupils may be shown on a day since someone has confirmed them: the others of their lists always are. */
export function confirmedIds({ confirmed, hidden, nation, today }: OnADay): readonly string[] {
  return services
    .filter((one) => !isHidden(one, hidden) && isHere(one, nation))
    .map(({ id }) => id)
    .filter((id) => isCurrent(own(confirmed, id), today));
}

/** True for a national service that no one has checked within six months: it stays shown, and the school is reminded. */
export function isCheckDue(
  service: Pick<Service, 'id'>,
  { confirmed, hidden, today }: OnADay,
): boolean {
  if (!isNational(service) || NEVER_CHECKED.includes(service.id) || isHidden(service, hidden)) {
    return false;
  }
  return !isCurrent(own(confirmed, service.id), today);
}

/**
 * When and by which role each was last checked, in sentences for adults:
 * `Checked on 24 November 2026 by the safeguarding lead: NSPCC helpline. Not yet checked by {your school}: Shout.`
 * Where all were checked at once, `All checked on 24 November 2026 by the safeguarding lead.`
 */
export function checkedWords(
  shown: readonly Pick<Service, 'id' | 'name'>[],
  confirmed: ContactChecks['confirmed'],
): string {
  const groups = new Map<string, string[]>();
  for (const { id, name } of shown.filter((one) => !NEVER_CHECKED.includes(one.id))) {
    const one = own(confirmed, id);
    const how =
      one === undefined ? NOT_YET : `Checked on ${dayWords(one.on)} by ${byWords(one.by)}`;
    groups.set(how, [...(groups.get(how) ?? []), name]);
  }
  const [only] = groups.keys();
  if (groups.size === 1 && only !== undefined && only !== NOT_YET && shown.length > 1) {
    return `All ${only.slice(0, 1).toLowerCase()}${only.slice(1)}.`;
  }
  return [...groups]
    .toSorted(([a], [b]) => Number(a === NOT_YET) - Number(b === NOT_YET))
    .map(([how, names]) => `${how}: ${listWords(names)}.`)
    .join(' ');
}

const NOT_YET = 'Not yet checked by {your school}';

/** A role as the one who did something: `the safeguarding lead`, `a member of staff`. */
export function byWords(role: string): string {
  return role.startsWith('another ') ? role.replace('another ', 'a ') : `the ${role}`;
}
