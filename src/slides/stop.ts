import { draw } from '../document/to-html.ts';
import { isEmpty, type Document, type Node, type NodeOf } from '../document/nodes.ts';
import { toText, toWords } from '../document/to-text.ts';
import { has } from '../document/visit.ts';
import { icon } from '../ui/icons.ts';
import { html, type Html } from '../text/html.ts';
import { besideHtml, castHtml } from './beside.ts';
import { isFull } from './is-full.ts';
import { BOARD_VIEW, SHORTEN, type SlideKind } from './slide-kind.ts';
import { BODY, HEADING, linesOf } from './text-size.ts';
import { withVoices } from './voices.ts';

/** Which stop a slide is of: number `n` of `of` (M5). */
export type StopPlace = { readonly stop: string; readonly n: number; readonly of: number };

/**
 * The neutral slide at a stop of the film, or of a story told without one, on its own ground, so that the room feels the change from watching to talking.
 *
 *     ### Stop the-ask: What is Alex doing to put pressure on Sam?
 *     Talk in pairs. You can pass.
 *
 * A thread, its own or the film’s, stands beside the question: it is about words that the class can still read (M5).
 */
export const stop: SlideKind<StopPlace> = {
  fence: null,
  icon: 'pause',
  label: ({ n, of }) => `Stop ${n} of ${of}`,
  words: { stop: 'no words', n: 'no words', of: 'no words' },
  whenFull: SHORTEN,
  hasTasks: false,
  draw({ heading, body, n, of }, { names, roles }) {
    const { shown, talk } = partsOf(body);
    const chip = html`<p class="slide__chip slide__chip--plum">Stop ${n} of ${of}</p>`;
    const cast = castHtml(roles, `${heading}${toText(body)}`);
    const [thread, ...more] = shown.children;
    if (thread !== undefined && isThread(thread) && more.length === 0) {
      return html`${chip}
<h2${isLongBeside(heading, talk) ? html` class="long"` : ''}>${heading}</h2>
${besideHtml(thread, roles)}${talkHtml(talk, isEmpty(talk))}${cast}`;
    }
    const around = CHIP + (isEmpty(talk) ? 0 : FOOT);
    const needs = (size: number) => isFull(shown, around + headingOf(heading, size));
    const voicesAt = (size: number) =>
      withVoices(shown, { above: around + headingOf(heading, size), names });
    const large = voicesAt(LARGE);
    const drawn = large === shown ? voicesAt(HEADING) : large;
    // Bubbles have room below a heading of the size that they were tried with.
    const hasVoices = drawn !== shown;
    const isFit = hasVoices ? drawn === large : isEmpty(shown) || !needs(LARGE);
    const isLong = heading.length > 75 || !isFit;
    return html`${chip}
<h2 class="${isLong ? 'long' : ''}">${heading}</h2>
${isEmpty(shown) ? '' : html`<div class="slide__body${!hasVoices && needs(BODY) ? ' slide__body--full' : ''}">${draw(drawn, BOARD_VIEW)}</div>`}${talkHtml(talk, isEmpty(body))}${cast}`;
  },
};

/** What the class does at a stop that says nothing of it. */
export const STOP_TALK = 'Talk in pairs. You can pass.';

/** The heights of chip and foot, of 720. */
const CHIP = 112;
const FOOT = 95;
/** The size of a stop’s own heading. */
const LARGE = 76;
/** How wide question and text are beside a thread, of 1280 and by the averages of `linesOf`; and how high all but the thread may be, of 720. */
const BESIDE = { heading: 520, text: 590, height: 672 } as const;

// Chip, question, what the class does, and who is who, one below the other.
function isLongBeside(heading: string, talk: Document): boolean {
  const words = isEmpty(talk) ? STOP_TALK : toWords(talk).trim();
  const question = linesOf(heading, { size: LARGE, width: BESIDE.heading, face: 'heading' });
  const below = linesOf(words, { size: BODY, width: BESIDE.text, face: 'text' });
  return CHIP + question * LARGE * 1.17 + below * BODY * 1.35 + FOOT > BESIDE.height;
}

function headingOf(heading: string, size: number): number {
  return linesOf(heading, { size, width: 1136, face: 'heading' }) * size * 1.17 + 28;
}

function talkHtml(talk: Document, saysNothing: boolean): Html | '' {
  if (isEmpty(talk) && !saysNothing) return '';
  return html`<div class="slide__foot slide__foot--talk">${icon('talk')}<div>${saysNothing ? html`<p>${STOP_TALK}</p>` : draw(talk, BOARD_VIEW)}</div></div>`;
}

// What the class does, in words, stands beside the sign for talking; a list, a thread or a picture, and what leads to it, above.
function partsOf(body: Document): { readonly shown: Document; readonly talk: Document } {
  const { children } = body;
  const from = 1 + children.findLastIndex((node) => !isWords(node));
  return {
    shown: { ...body, children: children.slice(0, from) },
    talk: { ...body, children: children.slice(from) },
  };
}

function isThread(node: Node): node is NodeOf<'thread'> {
  return node.kind === 'thread';
}

function isWords(node: Node): boolean {
  return node.kind === 'break' || (node.kind === 'paragraph' && !has(node, 'picture'));
}
