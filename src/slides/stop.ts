import { draw } from '../document/to-html.ts';
import { isEmpty, type Document, type Node } from '../document/nodes.ts';
import { has } from '../document/visit.ts';
import { icon } from '../ui/icons.ts';
import { html, type Html } from '../text/html.ts';
import { isFull } from './is-full.ts';
import { BOARD_VIEW, SHORTEN, type SlideKind } from './slide-kind.ts';
import { BODY, linesOf } from './text-size.ts';

/** Which stop a slide is of: number `n` of `of` (M5). */
export type StopPlace = { readonly stop: string; readonly n: number; readonly of: number };

/**
 * The neutral slide at a stop of the film, or of a story told without one, on its own ground, so that the room feels the change from watching to talking.
 *
 *     ### Stop the-ask: What is Alex doing to put pressure on Sam?
 *     Talk in pairs. You can pass.
 */
export const stop: SlideKind<StopPlace> = {
  fenceHeading: null,
  label: ({ n, of }) => `Stop ${n} of ${of}`,
  words: { stop: 'no words', n: 'no words', of: 'no words' },
  whenFull: SHORTEN,
  hasTasks: false,
  draw({ heading, body, n, of }) {
    const { shown, talk } = partsOf(body);
    const around = CHIP + (isEmpty(talk) ? 0 : FOOT);
    const needs = (size: number) => isFull(shown, around + headingOf(heading, size));
    const isLong = heading.length > 75 || (!isEmpty(shown) && needs(LARGE));
    return html`<p class="slide__chip slide__chip--plum">Stop ${n} of ${of}</p>
<h2 class="${isLong ? 'long' : ''}">${heading}</h2>
${isEmpty(shown) ? '' : html`<div class="slide__body${needs(BODY) ? ' slide__body--full' : ''}">${draw(shown, BOARD_VIEW)}</div>`}${talkHtml(talk, isEmpty(body))}`;
  },
};

/** What the class does at a stop that says nothing of it. */
export const STOP_TALK = 'Talk in pairs. You can pass.';

/** The heights of chip and foot, of 720. */
const CHIP = 112;
const FOOT = 95;
/** The size of a stop’s own heading. */
const LARGE = 76;

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

function isWords(node: Node): boolean {
  return node.kind === 'break' || (node.kind === 'paragraph' && !has(node, 'picture'));
}
