import { onceEach } from '../text/once-each.ts';
import { mathsLines } from '../document/maths-height.ts';
import type { MathsNode } from '../document/maths-nodes.ts';
import { isParent, type Node } from '../document/nodes.ts';
import { draw } from '../document/to-html.ts';
import { toText, toWords } from '../document/to-text.ts';
import { has, isInline } from '../document/visit.ts';
import type { Drawing, DrawnWords } from '../text/drawing.ts';
import type { Question } from '../poll/question.ts';
import { slidesOf, type Lesson, type Slide } from './lesson.ts';
import { fillWords } from './names.ts';

/** Words of a question with formulas among them, with names still in their braces, and the same drawn. */
export type DrawnQuestion = DrawnWords & { readonly words: string };

/** What is asked with formulas in it, questions and their options: nothing of it says what is right. */
export function drawAsked(lesson: Lesson): readonly DrawnQuestion[] {
  return drawnOf(
    asks(lesson).flatMap(({ slide, asked, question }) => [
      promptOf(slide, { asked, question, names: lesson.names }),
      ...asked.options.map(({ nodes }) => nodes),
    ]),
  );
}

/** Draws questions of a lesson, their options and explanations, whose names may be filled in already: for pages that may have the answers. Each part of a sheet or plan asks for it again. */
export const drawingOf = onceEach(newDrawing);

function newDrawing(lesson: Lesson): Drawing {
  const explained = drawnOf(asks(lesson).map(({ asked }) => asked.explanation));
  return drawingAmong([...drawAsked(lesson), ...explained], lesson);
}

/** Draws questions of a lesson and their options: for what pupils have before an answer is shown, where an option that looks like the explanation would say that it is right. */
export const askedDrawingOf = onceEach((lesson: Lesson) => drawingAmong(drawAsked(lesson), lesson));

/** Draws what is among these words of a lesson, and nothing else. */
export function drawingAmong(
  drawn: readonly DrawnQuestion[],
  { names }: Pick<Lesson, 'names'>,
): Drawing {
  const named = (words: string) => fillWords(words, names);
  const all = new Map(drawn.map((one) => [named(one.words), one]));
  return (words) => all.get(named(words)) ?? null;
}

type Asks = {
  readonly slide: Slide;
  readonly asked: NonNullable<Slide['asked']>;
  readonly question: Question;
};

function asks(lesson: Lesson): readonly Asks[] {
  return slidesOf(lesson).flatMap((slide): readonly Asks[] => {
    if (slide.kind !== 'poll' || slide.asked === null) return [];
    const question = lesson.questions.find(({ id }) => id === slide.question);
    return question === undefined ? [] : [{ slide, asked: slide.asked, question }];
  });
}

// A heading above a question goes before what it asks, where it does not say the same.
function promptOf(
  { headingNodes }: Slide,
  { asked: { prompt }, question, names }: Omit<Asks, 'slide'> & Pick<Lesson, 'names'>,
): readonly Node[] {
  const words = fillWords(question.prompt, names);
  const own = fillWords(toWords(prompt), names);
  const heading = fillWords(toWords(headingNodes), names);
  if (words === own) return prompt;
  if (words === heading) return headingNodes;
  const between = words.slice(heading.length, words.length - own.length);
  return [...headingNodes, { kind: 'text', span: null, text: between }, ...prompt];
}

function drawnOf(some: readonly (readonly Node[])[]): readonly DrawnQuestion[] {
  return some
    .filter((nodes) => has(nodes, 'maths'))
    .map((nodes) => {
      const flat = nodes.flatMap(flatNodes);
      const heights = flat.map((node) =>
        node.kind === 'maths' && 'mathml' in node.read ? mathsLines(node.read.mathml) : 1,
      );
      return { words: toWords(nodes), html: draw(flat), lines: Math.max(...heights) };
    });
}

// Words are words alone, as everywhere in a question; formulas are large enough for the last row.
function flatNodes(node: Node): readonly Node[] {
  const plain = (text: string): Node => ({ kind: 'text', span: null, text });
  if (isParent(node)) {
    const inside = node.children.flatMap(flatNodes);
    return isInline(node) ? inside : [plain(' '), ...inside, plain(' ')];
  }
  if (node.kind === 'field') return [node];
  if (node.kind === 'maths') {
    const { read } = node;
    if (!('mathml' in read)) return [node];
    return [{ ...node, read: { ...read, mathml: read.mathml.map(atFullSize) } }];
  }
  return [plain(node.kind === 'break' ? ' ' : toText(node))];
}

// Within its line, with fractions and sums as large as on a line of their own.
function atFullSize(node: MathsNode): MathsNode {
  if ('text' in node || node.tag !== 'math') return node;
  return { ...node, attributes: { displaystyle: 'true' } };
}
