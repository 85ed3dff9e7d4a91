import type { SourceLine } from '../document/source-line.ts';
import type { Problem } from '../document/problem.ts';
import { outsideCode } from '../document/code-blocks.ts';
import type { DraftBlock, DraftSlide } from './draft.ts';
import { FOOTNOTE_LINE, FOOTNOTE_MARK } from '../document/footnotes.ts';

/** A source as it is written, on a slide or in its notes. */
type Source = {
  readonly name: string;
  readonly lines: readonly SourceLine[];
  readonly slide: DraftSlide;
};

/** A lesson's blocks, each source on the slides that point to it, and the names of all sources there are. */
export type PlacedFootnotes = {
  readonly blocks: readonly DraftBlock[];
  readonly sourceNames: ReadonlySet<string>;
  readonly problems: readonly Problem[];
};

/** Takes each source to the slides that point to it, wherever in the lesson's slides it is written; one in the notes stays there. `cited` are the lines of the head's own sources. */
export function placeFootnotes(
  blocks: readonly DraftBlock[],
  cited: readonly string[],
): PlacedFootnotes {
  const slides = blocks.flatMap((block) => block.slides);
  const sourceNames = new Set(cited.flatMap((line) => FOOTNOTE_LINE.exec(line)?.[1] ?? []));
  if (!slides.some(({ body, notes }) => body.some(hasMark) || notes.some(hasMark))) {
    return { blocks, sourceNames, problems: [] };
  }
  const shown = slides.flatMap((slide) =>
    slide.show.kind === 'question' ? [] : sourcesIn(slide, slide.body),
  );
  const noted = slides.flatMap((slide) => sourcesIn(slide, slide.notes));
  for (const { name } of [...shown, ...noted]) sourceNames.add(name);
  const marks = new Map(slides.map((slide) => [slide, marksOf(slide)]));
  const shelf = shelve(shown, marks);
  const placed = new Map(slides.map((slide) => [slide, place(slide, shelf)]));
  const isLeft = (slide: DraftSlide) => {
    const now = placed.get(slide) ?? slide;
    return (
      slide.show.kind !== 'text' ||
      now.body === slide.body ||
      [now.heading, ...now.body, ...now.notes].some((words) => !isBlank(words))
    );
  };
  return {
    blocks: blocks.map((block) => ({
      ...block,
      slides: block.slides.filter(isLeft).map((slide) => placed.get(slide) ?? slide),
    })),
    sourceNames,
    problems: [...unused(shown, marks), ...again([...shown, ...noted])],
  };
}

function hasMark({ text }: SourceLine): boolean {
  return text.includes('[^');
}

type Marks = ReadonlyMap<DraftSlide, ReadonlySet<string>>;

function isBlank(words: string | SourceLine): boolean {
  return (typeof words === 'string' ? words : words.text).trim() === '';
}

/** Sources by name and by slide, and how many slides could show each. */
type Shelf = {
  readonly marks: Marks;
  readonly named: ReadonlyMap<string, Source>;
  readonly on: ReadonlyMap<DraftSlide, readonly Source[]>;
  readonly wanted: ReadonlyMap<string, number>;
};

/** A source longer than this, in lines, is no line at the foot of a slide: it stays where it is. */
const MAX_LINES = 8;
const MAX_LETTERS = 600;

function shelve(shown: readonly Source[], marks: Marks): Shelf {
  const on = new Map<DraftSlide, Source[]>();
  for (const source of shown) {
    const own = on.get(source.slide);
    if (own === undefined) on.set(source.slide, [source]);
    else own.push(source);
  }
  const wanted = new Map<string, number>();
  for (const [slide, names] of marks) {
    if (slide.show.kind !== 'question') {
      for (const name of names) wanted.set(name, (wanted.get(name) ?? 0) + 1);
    }
  }
  return {
    marks,
    on,
    wanted,
    named: new Map(shown.toReversed().map((source) => [source.name, source])),
  };
}

function place(slide: DraftSlide, { marks, named, on, wanted }: Shelf): DraftSlide {
  if (slide.show.kind === 'question') return slide;
  const [own, names] = [on.get(slide) ?? [], marks.get(slide) ?? new Set<string>()];
  const has = new Set(own.map(({ name }) => name));
  const come = [...names]
    .flatMap((name) => (has.has(name) ? [] : (named.get(name) ?? [])))
    .filter(isShort);
  const gone = new Set(
    own
      .filter(({ name }) => !names.has(name) && wanted.has(name))
      .filter(isShort)
      .flatMap(({ lines }) => lines),
  );
  if (come.length + gone.size === 0) return slide;
  const added = come.flatMap(({ lines }) => [
    { text: '', line: lines[0]?.line ?? slide.line },
    ...lines,
  ]);
  return { ...slide, body: [...slide.body.filter((line) => !gone.has(line)), ...added] };
}

function isShort({ lines }: Source): boolean {
  return lines.length <= MAX_LINES && lines.every(({ text }) => text.length <= MAX_LETTERS);
}

function sourcesIn(slide: DraftSlide, lines: readonly SourceLine[]): readonly Source[] {
  const sources: {
    readonly name: string;
    readonly lines: SourceLine[];
    readonly slide: DraftSlide;
  }[] = [];
  let open = false;
  for (const line of outsideCode(lines)) {
    const [, name] = FOOTNOTE_LINE.exec(line.text) ?? [];
    open =
      name !== undefined ||
      (open && line.text.trim() !== '' && !/^\s*(?:[-*+>#|]|:::|\d{1,3}[.)])/.test(line.text));
    if (name !== undefined) sources.push({ name, lines: [line], slide });
    else if (open) sources.at(-1)?.lines.push(line);
  }
  return sources;
}

function marksOf({
  heading,
  body,
  notes,
  land,
}: DraftSlide & { readonly land?: readonly SourceLine[] }): ReadonlySet<string> {
  const words = [
    heading,
    ...outsideCode([...body, ...notes, ...(land ?? [])]).map(({ text }) => text),
  ];
  return new Set(
    words.flatMap((text) => [...text.matchAll(FOOTNOTE_MARK)].map(([, name = '']) => name)),
  );
}

function unused(shown: readonly Source[], marks: Marks): readonly Problem[] {
  const wanted = new Set([...marks.values()].flatMap((names) => [...names]));
  return shown
    .filter(({ name }) => !wanted.has(name))
    .map(({ name, lines }) => {
      const message = `Nothing points to the source “[^${name}]”: put “[^${name}]” behind the words that rest on it, or its line below “Notes:”`;
      return {
        code: 'unused-source',
        severity: 'warning',
        line: lines[0]?.line ?? 1,
        column: 1,
        message,
      };
    });
}

function again(sources: readonly Source[]): readonly Problem[] {
  const seen = new Set<string>();
  return sources.flatMap(({ name, lines }) => {
    const isAgain = seen.has(name);
    seen.add(name);
    const message = `Cannot call two sources “[^${name}]”: each needs a name of its own`;
    return isAgain
      ? [
          {
            code: 'duplicate-source',
            severity: 'error',
            line: lines[0]?.line ?? 1,
            column: 1,
            message,
          } as const,
        ]
      : [];
  });
}
