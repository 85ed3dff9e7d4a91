import { draw } from '../document/to-html.ts';
import { toText } from '../document/to-text.ts';
import type { Node, NodeOf } from '../document/nodes.ts';
import type { Role, Roles } from '../document/roles.ts';
import { figure, type Figure } from '../ui/cast.ts';
import { html, type Html } from '../text/html.ts';
import { BOARD_VIEW } from './slide-kind.ts';
import { BODY, linesOf } from './text-size.ts';

/** As many lines as fit beside a question. */
const LINES_BESIDE = 9;
/** How wide the words of a message are there at most, of 1280. */
const MESSAGE = 400;

/** A thread beside the question that is about it: its last lines, each person with a side and, where the lesson says what they do, a face. */
export function besideHtml(thread: NodeOf<'thread'>, roles: Roles): Html {
  const face = (turn: NodeOf<'turn'>) => faceOf(whoIn(turn), roles);
  const last = lastLines(thread, (turn) => face(turn) !== null);
  const isCut = last !== thread;
  return html`<ol class="chat chat--beside">${isCut ? html`<li class="chat__between"><p>Earlier messages are on your worksheet</p></li>` : ''}${last.children.map((child) => (child.kind === 'turn' ? turnHtml(child, face(child)) : draw(child, BOARD_VIEW)))}</ol>`;
}

/** Who is who: the people whose names are in these words, with their shapes; nothing where the lesson does not say what any of them does. */
export function castHtml(roles: Roles, words: string): Html | '' {
  const people = SHAPES.flatMap(({ role }) => {
    const name = roles[role];
    return name !== undefined && words.includes(`{${name}}`) ? [name] : [];
  });
  if (people.length === 0) return '';
  return html`<p class="slide__cast">${people.map((name) => html`<span>${`{${name}}`} ${faceOf(name, roles)}</span>`)}</p>`;
}

function turnHtml({ isRight, children }: NodeOf<'turn'>, face: Html | null): Html {
  const words = children.filter(({ kind }) => kind !== 'who');
  const who = children.filter(({ kind }) => kind === 'who').flatMap(childrenOf);
  return html`<li class="chat__turn${isRight ? ' chat__turn--right' : ''}"><b class="chat__who${face === null ? '' : ' chat__who--face'}">${face ?? ''}<span>${draw(who, BOARD_VIEW)}</span></b>${draw(words, BOARD_VIEW)}</li>`;
}

function childrenOf(node: Node): readonly Node[] {
  return 'children' in node ? node.children : [];
}

function whoIn({ children }: NodeOf<'turn'>): string {
  return toText(children.filter(({ kind }) => kind === 'who')).replaceAll(/[{}]/g, '');
}

/** Who has which shape, everywhere in our world. */
const SHAPES: readonly (Pick<Figure, 'who' | 'fill'> & { readonly role: Role })[] = [
  { role: 'is asked', who: 'round', fill: 'sun' },
  { role: 'asks', who: 'square', fill: 'teal' },
  { role: 'passes it on', who: 'hexagon', fill: 'teal-mid' },
  { role: 'helps', who: 'arch', fill: 'plum' },
];

/** The face of the person who does something in the story, by their name; null where the lesson does not say what they do. */
export function faceOf(name: string, roles: Roles): Html | null {
  const shape = SHAPES.find(({ role }) => roles[role] === name);
  return shape === undefined
    ? null
    : html`<svg class="face" viewBox="0 0 60 60" aria-hidden="true">${figure({ ...shape, x: 30, foot: 58, tall: 52 })}</svg>`;
}

// From the end, as many messages as there are lines for; a name takes one of its own.
function lastLines(
  thread: NodeOf<'thread'>,
  hasFace: (turn: NodeOf<'turn'>) => boolean,
): NodeOf<'thread'> {
  let room = LINES_BESIDE;
  const turns: Node[] = [];
  for (const child of thread.children.toReversed()) {
    if (child.kind === 'turn' && !hasFace(child)) room -= 1;
    const messages = childrenOf(child).filter(({ kind }) => kind === 'paragraph');
    const fitting: Node[] = [];
    for (const message of messages.toReversed()) {
      room -= linesOf(toText(message), { size: BODY, width: MESSAGE, face: 'text' });
      if (room < 0) break;
      fitting.unshift(message);
    }
    if (fitting.length > 0) turns.unshift(onlyWith(child, fitting));
    if (room < 0) return { ...thread, children: turns };
  }
  return thread;
}

function onlyWith(turn: Node, messages: readonly Node[]): Node {
  if (turn.kind !== 'turn') return turn;
  return {
    ...turn,
    children: [...turn.children.filter(({ kind }) => kind === 'who'), ...messages],
  };
}
