import { isParent, type Node } from '../../document/nodes.ts';
import { toWords } from '../../document/to-text.ts';
import { isInline } from '../../document/visit.ts';
import { slidesOf, type Lesson } from '../../lesson/lesson.ts';
import { needsApproval } from '../../subjects/pack.ts';
import { topics, type Topic } from './search-topics.ts';

/** A line of a lesson that a search may find: where it is, `Slide 4`, and what it says. */
export type LessonLine = {
  readonly where: string;
  readonly words: string;
  /** What it is found by, besides its own words; none where those are all. */
  readonly topics: readonly Topic[];
};

/** Long enough to know a line by, in characters. */
const MAX = 140;

/**
 * What of a lesson a search may find, besides what its card says anyway. Of a lesson with an
 * approval that is one line for each of its topics, since its slides are searched by those alone;
 * of any other its headings, the meanings of its key words, its curriculum and its sources.
 */
export function lessonLines(lesson: Lesson, found: readonly Topic[]): readonly LessonLine[] {
  if (!needsApproval(lesson.subject)) {
    return [...headingLines(lesson), ...otherLines(lesson)].map((line) => ({
      ...line,
      topics: [],
    }));
  }
  const about = cardText(lesson);
  const all = [...slideLines(lesson), ...otherLines({ ...lesson, sources: [] })];
  const lines = new Map<Line, Topic[]>();
  for (const topic of found) {
    const { says } = topics[topic];
    const line = says.test(about) ? undefined : clearest(all, says);
    if (line === undefined) continue;
    lines.set(line, [...(lines.get(line) ?? []), topic]);
  }
  return [...lines].map(([{ where, words }, own]) => ({
    where,
    words: clipped(words, topics[own[0] ?? 'help'].says),
    topics: own,
  }));
}

// What its card has anyway.
function cardText({ title, summary, objectives, vocabulary }: Lesson): string {
  return [title, summary, ...objectives, ...vocabulary.map(({ word }) => word)].join('\n');
}

type Line = Omit<LessonLine, 'topics'>;

function headingLines(lesson: Lesson): readonly Line[] {
  return [
    ...lesson.blocks.map(({ title }) => ({ where: 'Part', words: title })),
    ...slidesOf(lesson).map(({ heading }, at) => ({ where: `Slide ${at + 1}`, words: heading })),
  ].filter(
    ({ words }, at, all) => words !== '' && all.findIndex((one) => one.words === words) === at,
  );
}

function slideLines(lesson: Lesson): readonly Line[] {
  const slides = slidesOf(lesson).flatMap(({ heading, body }, at) =>
    [heading, ...body.children.flatMap(boxes).flatMap(sentences)].map((words) => ({
      where: `Slide ${at + 1}`,
      words,
    })),
  );
  return [
    ...slides,
    ...lesson.questions.map(({ prompt }) => ({ where: 'Question', words: prompt })),
  ];
}

function otherLines({
  vocabulary,
  references,
  sources,
}: Pick<Lesson, 'vocabulary' | 'references' | 'sources'>): readonly Line[] {
  return [
    ...vocabulary.map(({ word, meaning }) => ({ where: 'Key word', words: `${word}: ${meaning}` })),
    ...references.map((words) => ({ where: 'Curriculum', words })),
    ...sources.map((words) => ({ where: 'Source', words })),
  ];
}

// What a topic says first says it best: “nude” before “picture”.
function clearest(all: readonly Line[], says: RegExp): Line | undefined {
  for (const way of waysOf(says)) {
    const line = all.find(({ words }) => way.test(words));
    if (line !== undefined) return line;
  }
  return undefined;
}

/** The alternatives of an expression, each by itself. */
function waysOf({ source, flags }: RegExp): readonly RegExp[] {
  const ways = [''];
  let depth = 0;
  for (const sign of source) {
    if (sign === '(') depth += 1;
    if (sign === ')') depth -= 1;
    if (sign === '|' && depth === 0) ways.push('');
    else ways.push((ways.pop() ?? '') + sign);
  }
  return ways.map((way) => new RegExp(way, flags));
}

/** The words of each paragraph, cell or item by itself. */
function boxes(node: Node): readonly string[] {
  if (isParent(node) && node.children.length > 0 && !node.children.some(isInline)) {
    return node.children.flatMap(boxes);
  }
  return [toWords(node)];
}

function sentences(text: string): readonly string[] {
  return text
    .split(/\n+|(?<=[.?!”]) +/)
    .map((one) => one.replaceAll(/\s+/g, ' ').trim())
    .filter((one) => one !== '');
}

/** The part of a long line around what is found in it. */
export function clipped(words: string, at: RegExp): string {
  if (words.length <= MAX) return words;
  const found = Math.max(0, words.search(at));
  const from = found < MAX - 40 ? 0 : words.indexOf(' ', found - 40) + 1;
  const whole = words.slice(from, from + MAX);
  const to = from + MAX < words.length ? whole.replace(/\s+\S*$/, '') : whole;
  return `${from > 0 ? '…' : ''}${to}${from + MAX < words.length ? '…' : ''}`;
}
