import type { SourceLine } from '../document/source-line.ts';
import type { Problem } from '../document/problem.ts';
import { readHabits } from './dialects/read-habits.ts';
import { decksetHabits, decksetHead } from './dialects/deckset.ts';
import { tomlHead } from './dialects/toml-head.ts';
import { leftOut } from './dialects/deck-fields.ts';
import type { Habits } from './habits.ts';
import { findHead } from './head.ts';
import { headField, NOTHING, type FrontMatter } from './head-fields.ts';

/** The front matter, how the lesson below it parts its slides, and its lines. */
export type ReadFrontMatter = {
  readonly front: FrontMatter;
  readonly habits: Habits;
  readonly rest: readonly SourceLine[];
  readonly problems: readonly Problem[];
};

/** Reads the lines between the first `---` and the next as YAML; whatever is wrong, the lines below it are handed on. */
export function readFrontMatter(lines: readonly SourceLine[]): ReadFrontMatter {
  const head = findHead(lines, (name) => headField(name) !== undefined);
  if (head === null) {
    const bare = decksetHead(lines);
    const toml = tomlHead(lines);
    const rest = lines.slice(bare?.length ?? toml?.length ?? 0);
    const habits = readHabits(new Map(), rest);
    const message =
      'Cannot find this lesson’s title and length: it needs to begin with a line “---”, then “title: …”, “stage: …” and “minutes: …”, then a line “---”';
    return {
      front: { ...NOTHING, title: toml?.title ?? '' },
      habits: bare === null ? habits : { ...habits, ...decksetHabits(bare.dividers) },
      rest,
      problems: [
        { code: 'no-front-matter', severity: 'error', line: 1, column: 1, message },
        ...(bare?.problems ?? []),
      ],
    };
  }
  const { map, start, isClosed, rest } = head;
  const { problems } = map;
  const tell = (code: string, message: string) =>
    problems.push({ code, severity: 'error', line: start + 1, column: 1, message });
  if (!isClosed) {
    tell(
      'front-matter-open',
      'Cannot find the end of the lesson’s fields: they need a line “---” below them',
    );
  }
  const front: { -readonly [Key in keyof FrontMatter]: FrontMatter[Key] } = { ...NOTHING };
  for (const field of map.fields.values()) {
    const known = headField(field.name);
    if (known === undefined) leftOut(field);
    else Object.assign(front, { [known.key]: known.shape.read(field) ?? NOTHING[known.key] });
  }
  const isSound = !problems.some(({ severity }) => severity === 'error');
  if (front.title === '' && isSound) {
    tell('no-title', 'Cannot find this lesson’s title: it needs a line “title: …” at its head');
  }
  return { front, habits: readHabits(map.fields, rest), rest, problems };
}
