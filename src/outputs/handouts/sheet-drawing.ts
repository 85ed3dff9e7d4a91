import { draw } from '../../document/to-html.ts';
import { toText } from '../../document/to-text.ts';
import type { Node, NodeOf } from '../../document/nodes.ts';
import type { Lesson } from '../../lesson/lesson.ts';
import { faceOf } from '../../slides/beside.ts';
import { bar, figure, type Figure } from '../../ui/cast.ts';
import { html, type Html } from '../../text/html.ts';

const FOOT = 78;

/** The people of a lesson beside its title, on a line they stand on: who asks and who is asked where the lesson says so, else classmates. Black and white by the rule of the drawn world: who asks is black, all others are white with an edge (`sheet.css`). */
export function sheetDrawing({ roles }: Pick<Lesson, 'roles'>): Html {
  const people: readonly Figure[] =
    roles.asks === undefined
      ? [stand('hexagon', [50, 46, 1]), stand('pill', [112, 40, -1]), stand('half', [176, 32, -1])]
      : [
          { ...stand('square', [46, 60, 1]), fill: 'teal', mood: 'pressing' },
          { ...stand('round', [138, 38, -1]), mood: 'worried' },
          stand('triangle', [184, 50, -1]),
        ];
  const messages =
    roles.asks === undefined
      ? ''
      : html`<g class="edged--all">${bar([84, 8, 50, 18, 9], 'card')}${bar([92, 32, 44, 18, 9], 'card')}</g>`;
  return html`<svg class="sheet__cast" viewBox="0 0 220 82" aria-hidden="true">${messages}${people.map((one) => html`<g class="edged">${figure(one)}</g>`)}${bar([0, FOOT, 220, 3], 'ink')}</svg>`;
}

type Place = readonly [x: number, tall: number, looks: number];

function stand(who: Figure['who'], [x, tall, looks]: Place): Figure {
  return { who, x, tall, looks, foot: FOOT, fill: 'sun' };
}

/** A thread of messages with the face of each person whose part the lesson names, before the name. */
export function paperThread(thread: Node, { roles }: Pick<Lesson, 'roles'>): Html {
  if (thread.kind !== 'thread' || Object.keys(roles).length === 0) return draw(thread);
  return html`<ol class="chat">${thread.children.map((child) => (child.kind === 'turn' ? turn(child, roles) : draw(child)))}</ol>`;
}

function turn(node: NodeOf<'turn'>, roles: Lesson['roles']): Html {
  const isWho = ({ kind }: Node) => kind === 'who';
  const who = node.children.filter(isWho);
  const face = faceOf(toText(who).replaceAll(/[{}]/g, ''), roles);
  if (face === null) return draw(node);
  const name = who.flatMap((one) => ('children' in one ? one.children : []));
  return html`<li class="chat__turn${node.isRight ? ' chat__turn--right' : ''}"><b class="chat__who">${face}${draw(name)}</b>${draw(node.children.filter((one) => !isWho(one)))}</li>`;
}
