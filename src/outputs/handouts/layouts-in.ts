import type { Document, Node, NodeOf } from '../../document/nodes.ts';
import { toText } from '../../document/to-text.ts';
import { allOf } from '../../document/visit.ts';

/** The threads of messages in a slide's body: on the worksheet they can be read aloud, and written on. */
export function threadsIn(body: Document): readonly Node[] {
  return allOf(body, 'thread');
}

/** True for a thread that the class finishes: a message of it is dots. */
export function isToFinish(thread: Node): boolean {
  return allOf(thread, 'turn').some((turn) =>
    allOf(turn, 'paragraph').some((message) => /^[.…\s]+$/.test(toText(message))),
  );
}

/** The cards to sort in a slide's body: mixed, and without the answer. */
export function mixedCardsIn(body: Document): readonly NodeOf<'mixedCards'>[] {
  return allOf(body, 'mixedCards');
}

/** The cards to sort in a slide's body: in their groups, for the teacher. */
export function sortedCardsIn(body: Document): readonly NodeOf<'sortedCards'>[] {
  return allOf(body, 'sortedCards');
}
