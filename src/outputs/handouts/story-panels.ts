import { allOf, has } from '../../document/visit.ts';
import { toText } from '../../document/to-text.ts';
import { draw } from '../../document/to-html.ts';
import { isParent, type Kind, type Node } from '../../document/nodes.ts';
import type { Block, Slide } from '../../lesson/lesson.ts';
import { html, type Html } from '../../text/html.ts';
import { writeLines } from './write-on.ts';

/** True for a block that tells a story in pictures: it has a stop of its own, and more than one picture, and not more messages without one. A film’s block has its story in the film. */
export function isPictureStory({ slides }: Block): boolean {
  const pictured = slides.filter((slide) => pictureAndWords(slide) !== null);
  const inMessages = slides.filter(
    (slide) => slide.kind === 'text' && has(slide.body, 'thread') && !pictured.includes(slide),
  );
  return (
    slides.some(({ kind }) => kind === 'stop') &&
    !slides.some(({ kind }) => kind === 'film') &&
    pictured.length > Math.max(1, inMessages.length)
  );
}

/** A story in pictures as far as its last stop, since what comes after it is the answer; two panels in a row and in its order: a picture with its words, or a stop with lines to write on. A stop that would begin a row has it to itself. */
export function storyPanels({ slides }: Block): Html {
  const rows: { readonly panels: Html[]; readonly isFull: boolean }[] = [];
  for (const slide of slides.slice(0, slides.findLastIndex(({ kind }) => kind === 'stop') + 1)) {
    const panel = slide.kind === 'stop' ? stopPanel(slide, slide.n) : picturePanel(slide);
    const last = rows.at(-1);
    if (panel === '') continue;
    if (last?.panels.length === 1 && !last.isFull) last.panels.push(panel);
    else rows.push({ panels: [panel], isFull: slide.kind === 'stop' });
  }
  return html`<div class="panels">${rows.map(({ panels }) => html`<div class="panels__row">${panels}</div>`)}</div>`;
}

function stopPanel({ id, heading }: Slide, n: number): Html {
  return html`<section class="panel panel--stop" data-slide="${id}"><h2><b class="sheet__stop">Stop ${n}</b> ${heading}</h2>${writeLines(2)}</section>`;
}

function picturePanel(slide: Slide): Html | '' {
  const panel = pictureAndWords(slide);
  if (panel === null) return '';
  return html`<div class="panel" data-slide="${slide.id}">${draw(panel.picture)}<div class="panel__words">${draw(panel.words)}</div></div>`;
}

// Null where a slide has no picture, or more than one, and where it tells none of the story: steps and points to remember are on the board. Of what may stand around them, only columns are boxes.
function pictureAndWords({
  kind,
  body,
}: Slide): { readonly picture: Node; readonly words: readonly Node[] } | null {
  const [picture, ...more] = kind === 'text' ? allOf(body, 'picture') : [];
  if (picture === undefined || more.length > 0) return null;
  if (has(body, 'cards') || has(body, 'list')) return null;
  return { picture, words: trimmed(withoutEmpty(wordsBeside(body.children))) };
}

function wordsBeside(nodes: readonly Node[]): readonly Node[] {
  return nodes.flatMap((node): readonly Node[] => {
    if (node.kind === 'picture') return [];
    if (!isParent(node)) return [node];
    const children = wordsBeside(node.children);
    return isBox(node) ? children : [{ ...node, children }];
  });
}

const BOXES: ReadonlySet<Kind> = new Set<Kind>(['columns', 'column', 'later']);

function isBox(node: Node): boolean {
  return BOXES.has(node.kind) || (node.kind === 'element' && node.tag === 'div');
}

// The paragraph in which the picture stood alone.
function withoutEmpty(nodes: readonly Node[]): readonly Node[] {
  const at = nodes.findIndex((node) => node.kind === 'paragraph' && toText(node).trim() === '');
  return nodes.filter((_, nth) => nth !== at);
}

function trimmed(nodes: readonly Node[]): readonly Node[] {
  const first = nodes.findIndex((node) => node.kind !== 'break' || node.isForced);
  const last = nodes.findLastIndex((node) => node.kind !== 'break' || node.isForced);
  return first < 0 ? [] : nodes.slice(first, last + 1);
}
