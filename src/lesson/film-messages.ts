import type { Document, Node, Span } from '../document/nodes.ts';
import { has } from '../document/visit.ts';
import type { Role } from '../document/roles.ts';
import type { Messages, Speaker } from '../film/messages.ts';
import type { Lesson } from './lesson.ts';

type Cast = Pick<Lesson, 'roles' | 'names'>;
type StopSlide = { readonly stop: string; readonly line: number; readonly body: Document };

/**
 * A stop with the messages that its question is about, as the film has them that is shown; as it is where it has a thread
 * of its own, or the film has none. A film says only who asks and who is asked: what they are called is the lesson's.
 */
export function withFilmMessages<Stop extends StopSlide>(
  slide: Stop,
  messages: Messages | undefined,
  cast: Cast,
): Stop {
  if (messages === undefined || !Object.hasOwn(messages, slide.stop)) return slide;
  const of = messages[slide.stop] ?? [];
  if (of.length === 0 || has(slide.body, 'thread')) return slide;
  const span = { line: slide.line, column: 1 };
  const thread: Node = { kind: 'thread', span, children: turnsOf(of, { cast, span }) };
  return { ...slide, body: { ...slide.body, children: [thread, ...slide.body.children] } };
}

// The first to write is at the left, as in every thread.
function turnsOf(
  messages: Messages[string],
  { cast, span }: { readonly cast: Cast; readonly span: Span },
): readonly Node[] {
  const left = messages.find(({ by }) => by !== null)?.by ?? null;
  const turns: { readonly by: Speaker; readonly words: Node[] }[] = [];
  for (const { by, words } of messages) {
    const text: Node = { kind: 'text', span: null, text: words };
    const paragraph: Node = { kind: 'paragraph', span, children: [text] };
    const last = turns.at(-1);
    if (last !== undefined && by !== null && isSame(last.by, by)) last.words.push(paragraph);
    else turns.push({ by, words: [paragraph] });
  }
  return turns.map(({ by, words }): Node => {
    if (by === null) return { kind: 'between', span, children: words };
    const who: Node = { kind: 'who', span, children: [nameOf(by, cast)] };
    return { kind: 'turn', isRight: !isSame(by, left), span, children: [who, ...words] };
  });
}

function nameOf(by: NonNullable<Speaker>, { roles, names }: Cast): Node {
  if ('name' in by) return { kind: 'text', span: null, text: by.name };
  const name = roles[by.role];
  return name !== undefined && Object.hasOwn(names, name)
    ? { kind: 'field', span: null, name }
    : { kind: 'text', span: null, text: name ?? UNNAMED[by.role] };
}

/** What people are called that a lesson does not name. */
const UNNAMED: Readonly<Record<Role, string>> = {
  asks: 'The one who asks',
  'is asked': 'The one who is asked',
  'passes it on': 'Someone',
  helps: 'An adult',
};

function isSame(one: Speaker, other: Speaker): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
