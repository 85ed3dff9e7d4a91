import { isParent, type Node } from '../../document/nodes.ts';
import { nodesShownBy } from '../../document/steps.ts';
import type { Lesson } from '../../lesson/lesson.ts';
import type { Names } from '../../lesson/names.ts';
import { deckOf, type PresentFilm } from '../board/make-deck.ts';
import { nameDeck } from '../board/name-deck.ts';
import { withShown } from '../../slides/kinds.ts';
import { readingOf, type Reading, type ReadingPlace } from './reading.ts';

/** What a class has been shown: the slides, each with how many of its steps; what its characters are called; and where the board is. */
export type Shown = ReadingPlace & {
  readonly seen: Readonly<Record<string, number>>;
  readonly names: Names;
};

/** A lesson as its pupils may read it: the slides that were shown, with what was shown of each and nothing else. What comes later is taken out of the tree before any HTML is made of it. */
export function pupilsReading(
  lesson: Lesson,
  film: PresentFilm | null,
  { seen, names, ...place }: Shown,
): Reading {
  // Today's names come before those of the film.
  const shown = film && { ...film, manifest: { ...film.manifest, people: {} } };
  const deck = nameDeck(deckOf({ ...asSeen(lesson, seen), names }, shown), names);
  const slides = deck.slides.filter(({ id }) => Object.hasOwn(seen, id));
  return readingOf({ ...deck, slides }, place);
}

function asSeen(lesson: Lesson, seen: Shown['seen']): Lesson {
  const seenOf = (id: string, nodes: readonly Node[]) => {
    const step = Object.hasOwn(seen, id) ? seen[id] : undefined;
    return step === undefined ? [] : nodesShownBy(nodes, step).flatMap(wordsOf);
  };
  const blocks = lesson.blocks.map((block) => ({
    ...block,
    slides: block.slides.map((slide) => withShown(slide, (nodes) => seenOf(slide.id, nodes))),
  }));
  return { ...lesson, blocks };
}

// Pictures lie behind the staff door: a pupil reads what is on them.
function wordsOf(node: Node): readonly Node[] {
  if (isParent(node)) return [{ ...node, children: node.children.flatMap(wordsOf) }];
  if (node.kind !== 'picture') return [node];
  if (node.words.length === 0) return [];
  const { span, words } = node;
  const before: Node = { kind: 'text', span, text: 'Picture on the board: ' };
  const attributes = { class: 'picture-words' };
  return [{ kind: 'element', tag: 'span', attributes, span, children: [before, ...words] }];
}
