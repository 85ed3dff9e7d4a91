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

/** The print of the film.mp4 that was confirmed, as film.yaml has it; `elsewhere` for one that was in no folder here. */
export type ConfirmedFile = string;

/** The same for a film that was confirmed while its file was elsewhere: whatever comes into the folder is another file. */
export const ELSEWHERE: ConfirmedFile = 'elsewhere';

/** True where what was confirmed is of another film.mp4 than the one that is here, by their prints; where one of them is not known, it is of this one. */
export function isOtherFile(confirmed: ConfirmedFile | undefined, here: string | null): boolean {
  return confirmed !== undefined && here !== null && confirmed !== here;
}

/** What no one has confirmed yet of a film before it is a safeguarding lesson’s, in words that go after “It doesn’t say”; empty where nothing is missing. `here` is the print of its film.mp4: of another one than was confirmed nothing is. */
export function unconfirmed(
  {
    confirmed = {},
    endsWithHelp,
    file,
  }: {
    readonly confirmed?: Confirmed;
    readonly endsWithHelp?: boolean;
    readonly file?: ConfirmedFile;
  },
  here: string | null = null,
): readonly string[] {
  if (isOtherFile(file, here)) {
    return ['that someone has watched this film.mp4: it is another one than was confirmed'];
  }
  return [
    ...CONFIRMATIONS.filter((one) => confirmed[one] === undefined).map((one) => TO_CONFIRM[one]),
    ...(endsWithHelp === undefined ? ['whether it ends with help'] : []),
  ];
}
