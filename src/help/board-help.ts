import { isHidden, type HiddenContacts } from './national.ts';
import { CEOP_SITE, CHILDLINE, CHILDLINE_SITE, EMERGENCY, NSPCC } from './numbers.ts';
import {
  HELP_TITLE,
  notYourFault,
  pupilHelpLines,
  type HelpAudience,
  type HelpLine,
  type HelpSetting,
} from './pupil-help.ts';
import { own } from '../text/own.ts';

/** What a help slide says: its heading, its lines in order, and the sentence below them. */
export type BoardHelp = {
  readonly title: string;
  readonly lines: readonly HelpLine<string>[];
  readonly foot: string;
};

/** The help of a lesson's board and of its sheets: for pupils their own lines; for adults their own helplines, and Childline for the child (M21 the other way round). */
export function boardHelp({ stage, topic, setting, hidden }: HelpAudience): BoardHelp {
  return stage === 'adults'
    ? { title: 'Who can help', lines: adultHelpLines(hidden), foot: ADULTS_FOOT }
    : {
        title: HELP_TITLE,
        lines: boardLines({ stage, topic, setting, hidden }),
        foot: notYourFault({ stage, topic }),
      };
}

// Five lines that can be read from the back row are short.
function boardLines({ stage, topic, setting, hidden }: HelpAudience): readonly HelpLine<string>[] {
  const lines = pupilHelpLines({ stage, topic, hidden });
  const short = (line: HelpLine) =>
    lines.length < 5 ? line : { ...line, after: own(SHORT, line.id) ?? line.after };
  return lines.map((line) => (line.id === 'school' ? inSetting(line, setting) : short(line)));
}

// A lesson in school says where it is; youth work, and where no one knows, do not.
function inSetting(line: HelpLine, setting: HelpSetting | undefined): HelpLine {
  return setting === 'school' ? { ...line, after: ' in school' } : line;
}

const SHORT: Readonly<Record<string, string>> = {
  childline: `: chat online, or call ${CHILDLINE}`,
  'report-remove': `: help to get a nude of you taken down. ${CHILDLINE_SITE}`,
  ceop: `: pressured online? ${CEOP_SITE}`,
};

const ADULTS_FOOT = 'It is never the child’s fault, and you do not have to sort it out alone.';

/**
 * Where adults find help: the lead in school, their own helpline, Childline for the child, and 999.
 */
function adultHelpLines(
  hidden?: HiddenContacts,
): readonly HelpLine<'lead' | 'nspcc' | 'childline' | '999'>[] {
  const lines = [
    { id: 'lead', before: '', strong: 'The safeguarding lead', after: ' in school' },
    { id: 'nspcc', before: '', strong: 'NSPCC helpline', after: ` ${NSPCC}, for you` },
    {
      id: 'childline',
      before: '',
      strong: 'Childline',
      after: ` ${CHILDLINE}, free, for the child`,
    },
    { id: '999', before: 'In danger now? Call ', strong: EMERGENCY, after: '.' },
  ] as const;
  return lines.filter((line) => !isHidden(line, hidden));
}
