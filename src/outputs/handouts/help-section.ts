import { boardHelp } from '../../help/board-help.ts';
import type { HiddenContacts } from '../../help/national.ts';
import { CHILDLINE } from '../../help/numbers.ts';
import {
  helpAllTheSame,
  nameToWrite,
  pupilHelpLines,
  type HelpLine,
} from '../../help/pupil-help.ts';
import type { HelpTopic } from '../../subjects/help-topics.ts';
import { audienceOf, helpTopicOf, type Lesson } from '../../lesson/lesson.ts';
import { html, type Html } from '../../text/html.ts';

type Setting = Pick<Lesson, 'stage' | 'setting'> & { readonly topic: HelpTopic };
type Shown = {
  readonly hidden?: HiddenContacts | undefined;
  readonly confirmed?: readonly string[] | undefined;
};

/** The frame of help that a lesson's sheets end on, as its subject has it. */
export function helpOf(lesson: Lesson): Html | '' {
  const { help } = lesson.subject.pack;
  switch (help.from) {
    case 'helplines':
      return helpSection({ ...lesson, topic: helpTopicOf(lesson) });
    case 'school':
      return html`<section class="sheet__part sheet__help"><h2>${help.title}</h2><ul>${help.lines.map((line) => html`<li>${line}</li>`)}</ul></section>`;
    case 'nobody':
      return '';
  }
}

/** The frame of help that a sheet for pupils ends on; adults’ own where adults sit there. */
export function helpSection({ stage, setting, topic }: Setting): Html {
  const { title, foot } = boardHelp({ stage, setting, topic });
  const more = audienceOf({ stage }) === 'adults' ? '' : helpAllTheSame({ stage, topic });
  return html`<section class="sheet__part sheet__help"><h2>${title}</h2><p>${`${foot} ${more}`.trim()}</p>
<ul data-help-list="${stage ?? ''}"${topicData(topic)} data-setting="${setting}">${helpList({ stage, setting, topic }, {})}</ul></section>`;
}

/** Its lines, without what someone found to be wrong, and with what someone has confirmed. */
export function helpList(held: Setting, shown: Shown): Html {
  const { stage, topic } = held;
  const lines =
    audienceOf({ stage }) === 'adults'
      ? boardHelp({ ...held, ...shown }).lines
      : pupilHelpLines({ stage, topic, ...shown });
  return html`${lines.map((line) => helpLine(line, held))}`;
}

function helpLine({ id, before, strong, after }: HelpLine<string>, held: Setting): Html {
  return id === 'school'
    ? html`<li class="write-on"><b>${nameToWrite(held)}</b> <span></span></li>`
    : html`<li>${before}<b>${strong}</b>${after}</li>`;
}

/** Childline with its number, where there is one short line and no more. */
export function childlineWords(): Html {
  return html`<b>Childline</b> ${CHILDLINE}, free`;
}

/** What says on an element which topic its help is of; nothing for pictures, a word that filters and younger pupils’ sheets are spared. */
export function topicData(topic: HelpTopic): Html | '' {
  return topic === 'pictures' ? '' : html` data-help-topic="${topic}"`;
}
