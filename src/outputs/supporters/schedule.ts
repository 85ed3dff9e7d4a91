/** One day of the schedule, `2027-02-09`: what happens, and the piece or post it takes, by its id. */
export type Day = { readonly on: string; readonly what: string; readonly piece: string | null };

/** Safer Internet Day. Its theme is not announced, and the date follows the rule of every year: the Tuesday of the second week. */
export const SAFER_INTERNET_DAY = '2027-02-09';

/** The weeks around Safer Internet Day. */
export const schedule: readonly Day[] = [
  {
    on: '2027-01-12',
    what: 'Agree with your safeguarding lead what you will share, and who watches replies',
    piece: null,
  },
  {
    on: '2027-01-19',
    what: 'Check that your own contact works; see whether the theme of the day is announced',
    piece: null,
  },
  { on: '2027-01-26', what: 'Newsletter item to families', piece: 'newsletter' },
  { on: '2027-01-28', what: 'Put the posters up', piece: null },
  { on: '2027-02-01', what: 'Signature under e-mails; first post', piece: 'families' },
  { on: '2027-02-03', what: 'Post', piece: 'pressure' },
  { on: '2027-02-05', what: 'Post', piece: 'a-no' },
  { on: '2027-02-08', what: 'Press release to the local paper', piece: 'press-release' },
  {
    on: '2027-02-09',
    what: 'Safer Internet Day (theme to be announced): post, key messages, a talk with your {class}',
    piece: 'the-day',
  },
  { on: '2027-02-10', what: 'Post', piece: 'leave-it' },
  { on: '2027-02-11', what: 'Post', piece: 'friends' },
  { on: '2027-02-12', what: 'Post; take the signature off', piece: 'put-right' },
  { on: '2027-02-16', what: 'Post', piece: 'tell-someone' },
  {
    on: '2027-02-23',
    what: 'Look back with your safeguarding lead: what was used, what was asked, what to change',
    piece: null,
  },
];

const dayNames = [
  'Sunday',
  'Monday',
  'Tuesday',
  'Wednesday',
  'Thursday',
  'Friday',
  'Saturday',
] as const;

/** The name of a day, `2027-02-09` → `Tuesday`. */
export function weekday(on: string): string {
  return dayNames[new Date(`${on}T00:00:00Z`).getUTCDay()] ?? '';
}

/** The day after, `2027-02-28` → `2027-03-01`. */
export function dayAfter(on: string): string {
  return new Date(Date.parse(`${on}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);
}
