import { draw } from '../document/to-html.ts';
import { isEmpty } from '../document/nodes.ts';
import { boardHelp } from '../help/board-help.ts';
import type { HelpAudience } from '../help/pupil-help.ts';
import { boardIcon, type BoardIconName } from '../ui/board-icons.ts';
import { unbroken } from '../text/contact-link.ts';
import { html, type Html } from '../text/html.ts';
import { own } from '../text/own.ts';
import { asBody, BOARD_VIEW, SHORTEN, type FencedKind } from './slide-kind.ts';

const icons: Readonly<Record<string, BoardIconName>> = {
  school: 'people',
  lead: 'people',
  nspcc: 'talk',
  childline: 'talk',
  'report-remove': 'shield',
  ceop: 'shield',
  bank: 'shield',
  '999': 'help',
};

/**
 * Who can help, from our own list, for pupils or for adults: early in the lesson and last in it.
 *
 *     ::: help
 *     :::
 */
export const help: FencedKind = {
  fence: {
    heading: 'You can tell someone',
    read: asBody,
    insert: {
      name: 'Who can help',
      about: 'Who to talk to, with numbers',
      text: () => '### ‹Who can help›\n\n::: help\n:::\n',
    },
  },
  icon: 'help',
  label: () => 'Help',
  words: {},
  whenFull: SHORTEN,
  hasTasks: false,
  draw({ heading, body }, { stage, topic, setting, atHome = '' }) {
    const foot = isEmpty(body) ? '' : draw(body, BOARD_VIEW);
    return helpSlide({ heading, foot, stage, topic, setting, atHome });
  },
};

/** Its heading and foot as the lesson has them, whose help it is, and where that is found at home, empty for nowhere. */
type HelpSlide = HelpAudience & {
  readonly heading: string;
  readonly foot: Html | '';
  readonly atHome?: string;
};

/** Words whose numbers stay whole at the end of a line. */
function inOneLine(words: string): string {
  return words.replaceAll(/\d[\d ]*\d/g, unbroken);
}

/** The help slide; an empty heading gives the usual one, an empty foot the sentence that says whose fault it is not. */
export function helpSlide({ heading, foot, atHome = '', ...audience }: HelpSlide): Html {
  const { title, lines, foot: usual } = boardHelp(audience);
  const items = lines.map(
    ({ id, before, strong, after }) =>
      html`<li>${boardIcon(own(icons, id) ?? 'shield')}<span>${before}<b>${inOneLine(strong)}</b>${inOneLine(after)}</span></li>`,
  );
  return html`<h2>${heading || title}</h2>
<ul class="help-lines">${items}</ul>
<div class="slide__foot">${foot === '' ? html`<p>${usual}</p>` : foot}${atHome === '' ? '' : html` <p class="at-home-line">At home: <b>${atHome}</b></p>`}</div>`;
}
