import { boardHelp } from '../help/board-help.ts';
import { boardHelpLines, helpAllTheSame, nameToWrite, pupilHelpLines, type Confirmations, type HelpLine } from '../help/pupil-help.ts';
import { audienceOf, type Lesson } from '../lesson/lesson.ts';
import { html, type Html } from '../text/html.ts';

type Held = Pick<Lesson, 'stage' | 'setting'>;
type Standing = { readonly today: string; readonly confirmed?: Confirmations };

/** The frame of help that a sheet for pupils ends on; adults’ own where adults sit there. */
export function helpSection({ stage, setting }: Held, standing: Standing): Html {
  const { title, foot } = boardHelp({ stage, setting });
  const more = audienceOf({ stage }) === 'adults' ? '' : helpAllTheSame({ stage });
  return html`<section class="sheet__part sheet__help"><h2>${title}</h2><p>${`${foot} ${more}`.trim()}</p>
<ul data-help-list="${stage ?? ''}" data-setting="${setting}">${helpList({ stage, setting }, standing)}</ul></section>`;
}

/** Its lines, as they stand on a day. */
export function helpList(held: Held, { today, confirmed = {} }: Standing): Html {
  const { stage } = held;
  const lines = audienceOf({ stage }) === 'adults' ? boardHelp(held).lines : pupilHelpLines({ stage, confirmed }, today);
  return html`${lines.map((line) => helpLine(line, held))}`;
}

function helpLine({ id, before, strong, after }: HelpLine<string>, held: Held): Html {
  return id === 'school'
    ? html`<li class="write-on"><b>${nameToWrite(held)}</b> <span></span></li>`
    : html`<li>${before}<b>${strong}</b>${after}</li>`;
}

/** Childline as it stands on every sheet, in a line. */
export function childlineWords(): Html {
  const line = boardHelpLines().find(({ id }) => id === 'childline');
  return html`${line?.before ?? ''}<b>${line?.strong ?? ''}</b>${line?.after ?? ''}`;
}
