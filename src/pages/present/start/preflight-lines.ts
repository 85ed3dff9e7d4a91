import { STILL_SHOWN, uncheckedWords } from '../../../school/contacts.ts';
import type { ScreenAdvice } from '../board/screens.ts';

/** What is known before a lesson; null where it has not been looked at yet. */
export type PreflightFacts = {
  /** Empty where the lesson plays no film. */
  readonly filmTitle: string;
  readonly plays: boolean | null;
  /** How many captions there are; 0 where the film has none. */
  readonly captions: number | null;
  readonly sound: boolean;
  readonly paper: boolean;
  readonly screens: ScreenAdvice;
  readonly isByTablet: boolean;
  /** A tablet has opened this computer’s address today. */
  readonly isReached: boolean;
  readonly contacts: { readonly standing: number; readonly of: number } | null;
  /** True where the lesson's subject has help to hand out. */
  readonly hasHelp: boolean;
  /** As it was typed; empty where no one said when the lesson ends. */
  readonly bell: string;
};

/** One line of the look before a lesson; none of them keeps it from starting. */
export type PreflightLine = {
  readonly id:
    | 'film'
    | 'sound'
    | 'captions'
    | 'screens'
    | 'tablets'
    | 'paper'
    | 'contacts'
    | 'bell';
  readonly name: string;
  readonly isReady: boolean;
  /** What there is, or what to do. */
  readonly words: string;
};

/** Everything in one look, in the order in which a teacher would go round the room. */
export function preflightLines(facts: PreflightFacts): readonly PreflightLine[] {
  const { screens, isByTablet, isReached, paper, contacts, bell, hasHelp } = facts;
  const line = (
    id: PreflightLine['id'],
    name: string,
    [isReady, words]: readonly [boolean, string],
  ) => ({ id, name, isReady, words });
  return [
    ...(facts.filmTitle === '' ? [] : filmLines(facts, line)),
    line('screens', 'Second screen', screenWords(screens)),
    ...(isByTablet ? [line('tablets', 'Tablets', tabletWords(isReached))] : []),
    line('paper', 'Paper', paper ? [true, printedWords(hasHelp)] : [false, toPrintWords(hasHelp)]),
    ...(hasHelp ? [line('contacts', 'Contacts', contactWords(contacts))] : []),
    line(
      'bell',
      'Bell',
      bell === ''
        ? [false, 'Add the end time above to get timing reminders.']
        : [true, `The lesson ends at ${bell}.`],
    ),
  ];
}

function printedWords(hasHelp: boolean): string {
  return hasHelp ? 'Help cards and worksheets are printed.' : 'Worksheets are printed.';
}

function toPrintWords(hasHelp: boolean): string {
  return hasHelp
    ? 'Help cards go out in the first five minutes. Tick when they are printed.'
    : 'Tick when the worksheets are printed.';
}

type Line = (
  id: PreflightLine['id'],
  name: string,
  state: readonly [boolean, string],
) => PreflightLine;

function filmLines(
  { filmTitle, plays, captions, sound }: PreflightFacts,
  line: Line,
): readonly PreflightLine[] {
  const film: readonly [boolean, string] =
    plays === null
      ? [false, 'Trying it, without sound…']
      : plays
        ? [true, `“${filmTitle}” plays.`]
        : [
            false,
            'It does not play here. Tell the story from the notes: every stop has its own slide.',
          ];
  const words: readonly [boolean, string] =
    captions === null
      ? [false, 'Looking…']
      : captions > 0
        ? [true, 'They are there, and on from the start.']
        : [false, 'There are none. Read the film in words beside it, or tell the story.'];
  return [
    line('film', 'Film', film),
    line(
      'sound',
      'Sound',
      sound
        ? [true, 'You have heard it.']
        : [false, 'Play a sound, and tick when it comes from the room’s speakers.'],
    ),
    line('captions', 'Captions', words),
  ];
}

function tabletWords(isReached: boolean): readonly [boolean, string] {
  return isReached
    ? [true, 'One has reached this computer.']
    : [false, 'Try one tablet, above: it shows whether they reach this computer.'];
}

function screenWords(screens: ScreenAdvice): readonly [boolean, string] {
  switch (screens) {
    case 'several':
      return [true, 'There is one: the board can have it to itself.'];
    case 'one':
      return [false, 'None, or it is mirrored: this window becomes the board. Print your notes.'];
    case 'unknown':
      return [
        false,
        'The browser does not tell. Look at the big screen: if it shows this page, it is mirrored.',
      ];
  }
}

function contactWords(contacts: PreflightFacts['contacts']): readonly [boolean, string] {
  if (contacts === null) return [false, 'Looking…'];
  const { standing, of } = contacts;
  if (standing === 0) return [false, `${uncheckedWords('the helplines')}. ${STILL_SHOWN}`];
  return [true, `${standing} of ${of} checked in the last six months. ${STILL_SHOWN}`];
}

/** The look in a few words. */
export function preflightSum(lines: readonly PreflightLine[]): string {
  const open = lines.filter(({ isReady }) => !isReady).length;
  return open === 0 ? 'everything works' : `${lines.length - open} of ${lines.length} done`;
}
