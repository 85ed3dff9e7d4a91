import { isHidden, PUPILS_ONCE_CONFIRMED, type HiddenContacts } from './national.ts';
import {
  BANKS,
  CEOP_SITE,
  CHILDLINE,
  CHILDLINE_SITE,
  EMERGENCY,
  REPORT_FRAUD_SITE,
  SCAM_TEXTS,
} from './numbers.ts';
import { helpByTopic } from './on-paper.ts';
import { type HelpTopic } from '../subjects/help-topics.ts';
import { isNameIn } from '../text/own.ts';

type PupilLine =
  | 'school'
  | 'childline'
  | 'report-remove'
  | 'ceop'
  | 'bank'
  | '159'
  | '7726'
  | 'report-fraud'
  | '999';

/** One line of help, to be shown as `before`, then `strong` in bold, then `after`, spaces included; `Id` is whose it is. */
export type HelpLine<Id extends string = PupilLine> = {
  readonly id: Id;
  readonly before: string;
  readonly strong: string;
  readonly after: string;
};

/** Where a lesson is held: only in a school does its help say so. */
export type HelpSetting = 'school' | 'youth work';

/** What decides the lines: the lesson's stage (KS1, KS2 or none get no words about pictures), its topic, where it is held, what someone found to be wrong, and what someone has confirmed. */
export type HelpAudience = {
  readonly stage: string | null;
  readonly topic?: HelpTopic | undefined;
  readonly setting?: HelpSetting | undefined;
  readonly hidden?: HiddenContacts | undefined;
  readonly confirmed?: readonly string[] | undefined;
};

/** The heading of every pupil's help: slide, card and page. */
export const HELP_TITLE = 'You can tell someone';

const lines: Readonly<Record<PupilLine, Omit<HelpLine, 'id'>>> = {
  // As it is true in every room: a pupil's page does not know whether it lies in a school or in a youth club.
  school: { before: '', strong: 'An adult you trust', after: ', here or anywhere' },
  childline: {
    before: '',
    strong: 'Childline',
    after: `: chat on ${CHILDLINE_SITE}, or call ${CHILDLINE}, free`,
  },
  'report-remove': {
    before: '',
    strong: 'Report Remove',
    after: `: help to get a nude of you taken down, if you are under 18. On ${CHILDLINE_SITE}`,
  },
  ceop: {
    before: '',
    strong: 'CEOP',
    after: `: someone online is pressuring or threatening you. ${CEOP_SITE}`,
  },
  bank: { before: '', strong: 'Your bank', after: ': call the number on your card' },
  '159': { before: '', strong: BANKS, after: ' leads to most banks' },
  '7726': { before: 'Scam text? Forward it to ', strong: SCAM_TEXTS, after: ', free' },
  'report-fraud': {
    before: '',
    strong: 'Report Fraud',
    after: `: ${REPORT_FRAUD_SITE}`,
  },
  '999': { before: 'In danger now? Call ', strong: EMERGENCY, after: '.' },
};

/** The numbers and sites in a line’s words, apart from the lines, of which the pupils’ page has every byte counted. */
export const lineContacts: Readonly<Record<PupilLine, readonly string[]>> = {
  school: [],
  childline: [CHILDLINE_SITE, CHILDLINE],
  'report-remove': [CHILDLINE_SITE],
  ceop: [CEOP_SITE],
  bank: [],
  '159': [BANKS],
  '7726': [SCAM_TEXTS],
  'report-fraud': [REPORT_FRAUD_SITE],
  '999': [EMERGENCY],
};

/** True for stages whose material has no words about pictures; a lesson that gives no stage counts as one of them. */
function isYounger(stage: string | null): boolean {
  return stage === null || stage === 'KS1' || stage === 'KS2';
}

/** Whose fault it is not, in words for every age. */
export const NOT_YOUR_FAULT = 'If someone pressures you, it is not your fault.';

/** The first sentence of every pupil's help: whose fault it is not. */
export function notYourFault({ stage, topic = 'pictures' }: HelpAudience): string {
  if (isYounger(stage)) return NOT_YOUR_FAULT;
  switch (topic) {
    case 'pictures':
      return 'If someone pressures you or passes your picture on, it is not your fault.';
    case 'money':
      return 'If someone tricks you or uses you for money, it is not your fault.';
    case 'consent':
    case 'talk':
      return NOT_YOUR_FAULT;
  }
}

/**
 * Help is there for everyone: for older pupils, also for those who did something; in words for
 * younger ones, without saying what.
 */
export function helpAllTheSame({ stage, topic = 'pictures' }: HelpAudience): string {
  if (isYounger(stage)) return 'You can always tell.';
  switch (topic) {
    case 'pictures':
      return 'Passed something on? You can still get help.';
    case 'money':
      return 'Has it begun already? You can still get help.';
    case 'consent':
    case 'talk':
      return 'You can always tell.';
  }
}

/** What stands before the line for a name that a pupil writes: younger ones, and those in youth work, may think of an adult anywhere. */
export function nameToWrite({ stage, setting }: HelpAudience): string {
  return isYounger(stage) || setting === 'youth work' ? 'An adult I trust' : 'In school';
}

/** The help that pupils are shown, on boards, pages and sheets, by the lesson’s topic and their age (`on-paper.ts`); never a word of doubt (TEACHING 0.1). */
export function pupilHelpLines({
  stage,
  topic = 'pictures',
  hidden,
  confirmed = [],
}: HelpAudience): readonly HelpLine[] {
  return helpByTopic[topic][isYounger(stage) ? 'younger' : 'pupils'].flatMap((id) => {
    if (!isPupilLine(id) || isHidden({ id }, hidden)) return [];
    if (PUPILS_ONCE_CONFIRMED.includes(id) && !confirmed.includes(id)) return [];
    return [{ id, ...lines[id] }];
  });
}

function isPupilLine(id: string): id is PupilLine {
  return isNameIn(lines, id);
}

/** The same for a page that does not know the class: in words for every age, or of a topic that is for older pupils. */
export function boardHelpLines(topic: HelpTopic = 'pictures'): readonly HelpLine[] {
  return pupilHelpLines({ stage: topic === 'pictures' ? null : 'KS3', topic });
}
