import { isHidden, type HiddenContacts } from './national.ts';
import { CEOP_SITE, CHILDLINE, CHILDLINE_SITE, EMERGENCY } from './numbers.ts';

type PupilLine = 'school' | 'childline' | 'report-remove' | 'ceop' | '999';

/** One line of help, to be shown as `before`, then `strong` in bold, then `after`, spaces included; `Id` is whose it is. */
export type HelpLine<Id extends string = PupilLine> = {
  readonly id: Id;
  readonly before: string;
  readonly strong: string;
  readonly after: string;
};

/** Where a lesson is held: only in a school does its help say so. */
export type HelpSetting = 'school' | 'youth work';

/** What decides the lines: the lesson's stage (KS1, KS2 or none get no words about pictures), where it is held, and what someone found to be wrong. */
export type HelpAudience = {
  readonly stage: string | null;
  readonly setting?: HelpSetting | undefined;
  readonly hidden?: HiddenContacts | undefined;
};

/** The heading of every pupil's help: slide, card and page. */
export const HELP_TITLE = 'You can tell someone';

// As it is true in every room: a pupil's page does not know whether it lies in a school or in a youth club.
const school: HelpLine = {
  id: 'school',
  before: '',
  strong: 'An adult you trust',
  after: ', here or anywhere',
};
const childline: HelpLine = {
  id: 'childline',
  before: '',
  strong: 'Childline',
  after: `: chat on ${CHILDLINE_SITE}, or call ${CHILDLINE}, free`,
};
const emergency: HelpLine = {
  id: '999',
  before: 'In danger now? Call ',
  strong: EMERGENCY,
  after: '.',
};
const reportRemove: HelpLine = {
  id: 'report-remove',
  before: '',
  strong: 'Report Remove',
  after: `: help to get a nude of you taken down, if you are under 18. On ${CHILDLINE_SITE}`,
};
const ceop: HelpLine = {
  id: 'ceop',
  before: '',
  strong: 'CEOP',
  after: `: someone online is pressuring or threatening you. ${CEOP_SITE}`,
};

/** The numbers and sites in a line’s words, apart from the lines, of which the pupils’ page has every byte counted. */
export const lineContacts: Readonly<Record<PupilLine, readonly string[]>> = {
  school: [],
  childline: [CHILDLINE_SITE, CHILDLINE],
  'report-remove': [CHILDLINE_SITE],
  ceop: [CEOP_SITE],
  '999': [EMERGENCY],
};

/** True for stages whose material has no words about pictures; a lesson that gives no stage counts as one of them. */
function isYounger(stage: string | null): boolean {
  return stage === null || stage === 'KS1' || stage === 'KS2';
}

/** Whose fault it is not, in words for every age. */
export const NOT_YOUR_FAULT = 'If someone pressures you, it is not your fault.';

/** The first sentence of every pupil's help: whose fault it is not. */
export function notYourFault({ stage }: HelpAudience): string {
  return isYounger(stage)
    ? NOT_YOUR_FAULT
    : 'If someone pressures you or passes your picture on, it is not your fault.';
}

/**
 * Help is there for everyone: for older pupils, also for those who passed something on; in words
 * for younger ones, without saying what.
 */
export function helpAllTheSame({ stage }: HelpAudience): string {
  return isYounger(stage) ? 'You can always tell.' : 'Passed something on? You can still get help.';
}

/** What stands before the line for a name that a pupil writes: younger ones, and those in youth work, may think of an adult anywhere. */
export function nameToWrite({ stage, setting }: HelpAudience): string {
  return isYounger(stage) || setting === 'youth work' ? 'An adult I trust' : 'In school';
}

/** The help that pupils are shown, on boards, pages and sheets: an adult they trust, Childline and 999, CEOP, and from KS3 on Report Remove; never a word of doubt (TEACHING 0.1). */
export function pupilHelpLines({ stage, hidden }: HelpAudience): readonly HelpLine[] {
  const more = isYounger(stage) ? [ceop] : [reportRemove, ceop];
  return [school, childline, ...more.filter((line) => !isHidden(line, hidden)), emergency];
}

/** The same in words for every room and every age, where no one knows the class. */
export function boardHelpLines(): readonly HelpLine[] {
  return [school, childline, ceop, emergency];
}
