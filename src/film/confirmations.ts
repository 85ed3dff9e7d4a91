/** What someone confirms who has seen a film before a class does, as its film.yaml names it (TEACHING 0.4). */
export const CONFIRMATIONS = [
  'watched to the end',
  'no one nude or hurting themselves',
  'we may show it',
] as const;

/** One of them. */
export type Confirmation = (typeof CONFIRMATIONS)[number];

/** Who confirms: by role, and never by name. */
export const CONFIRMING_ROLES = [
  'teacher',
  'safeguarding lead',
  'deputy safeguarding lead',
  'head',
  'head of year',
  'PSHE lead',
  'youth worker',
  'maker of the film',
] as const;

/** One of them. */
export type ConfirmingRole = (typeof CONFIRMING_ROLES)[number];

/** Who confirmed it, and the day, `2026-11-30`. */
export type ConfirmedBy = { readonly role: ConfirmingRole; readonly day: string };

/** What is confirmed of a film; what is not there is not. */
export type Confirmed = Readonly<Partial<Record<Confirmation, ConfirmedBy>>>;

/** What of a film a person reads as still to be confirmed. */
const TO_CONFIRM: Readonly<Record<Confirmation, string>> = {
  'watched to the end': 'that someone has watched it to the end',
  'no one nude or hurting themselves':
    'that no one in it is nude or hurts themselves, shown or implied',
  'we may show it': 'that you may show it',
};

/** What no one has confirmed yet of a film before it is a safeguarding lesson’s, in words that go after “It doesn’t say”; empty where nothing is missing. */
export function unconfirmed({
  confirmed = {},
  endsWithHelp,
}: {
  readonly confirmed?: Confirmed;
  readonly endsWithHelp?: boolean;
}): readonly string[] {
  return [
    ...CONFIRMATIONS.filter((one) => confirmed[one] === undefined).map((one) => TO_CONFIRM[one]),
    ...(endsWithHelp === undefined ? ['whether it ends with help'] : []),
  ];
}
