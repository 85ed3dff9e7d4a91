import type { LessonCard } from './lesson-card.ts';
import { clipped } from './lesson-lines.ts';
import { wordStems, wantedTopics } from './library-search.ts';
import { plain } from './plain-words.ts';
import { topics, type Topic } from './search-topics.ts';

/** Words of a lesson; those that were searched for are marked. */
export type Marked = readonly { readonly words: string; readonly isFound: boolean }[];

/** What a search found in a lesson: its summary with the words marked, and the line that has them where its title and summary do not. */
export type Found = {
  readonly summary: Marked;
  readonly line: { readonly where: string; readonly words: Marked } | null;
};

/** What of a lesson fits what was typed, to be shown beside it. */
export function foundIn(card: LessonCard, typed: string): Found {
  const stems = wordStems(typed);
  const about = wantedTopics(typed);
  const summary = marked(card.summary, stems, about);
  const isShown = [marked(card.title, stems, about), summary].some(hasFound);
  return { summary, line: isShown ? null : lineIn(card, stems, about) };
}

function lineIn(
  card: LessonCard,
  stems: readonly string[],
  about: readonly Topic[],
): Found['line'] {
  const lines = [
    ...card.objectives.map((words) => ({ where: 'Outcome', words })),
    ...card.keyWords.map((words) => ({ where: 'Key word', words })),
    // Of a lesson with an approval each is there for its topics alone.
    ...card.lines.filter(
      (line) => line.topics.length === 0 || line.topics.some((one) => about.includes(one)),
    ),
  ];
  for (const { where, words } of lines) {
    const [first] = marked(words, stems, about).filter(({ isFound }) => isFound);
    if (first === undefined) continue;
    const at = words.indexOf(first.words);
    const short = clipped(words, new RegExp(`(?<=^.{${at}})`, 's'));
    return { where, words: marked(short, stems, about) };
  }
  return null;
}

function hasFound(words: Marked): boolean {
  return words.some(({ isFound }) => isFound);
}

/** A text in parts, of which those are found that begin as a word that was typed, or that say one of the topics. */
function marked(text: string, stems: readonly string[], about: readonly Topic[]): Marked {
  const places = [
    ...[...text.matchAll(/[\p{L}\p{N}]+/gu)].filter(([word]) =>
      stems.some((stem) => plain(word).startsWith(stem)),
    ),
    ...about.flatMap((topic) => {
      const { says } = topics[topic];
      return [...text.matchAll(new RegExp(says.source, `${says.flags}g`))];
    }),
  ]
    .map(({ index, 0: { length } }) => ({ from: index, to: index + length }))
    .toSorted((a, b) => a.from - b.from || b.to - a.to);
  const parts: { readonly words: string; readonly isFound: boolean }[] = [];
  let done = 0;
  for (const { from, to } of places) {
    if (from < done) continue;
    if (from > done) parts.push({ words: text.slice(done, from), isFound: false });
    parts.push({ words: text.slice(from, to), isFound: true });
    done = to;
  }
  if (done < text.length) parts.push({ words: text.slice(done), isFound: false });
  return parts;
}
