import { nearest } from '../text/nearest.ts';
import type { Problem } from '../document/problem.ts';
import { slugOf } from '../text/ids.ts';
import type { Block, Cut, CutBlock, CutSession, Lesson } from './lesson.ts';

/** What a lesson takes longer where tablets are shared: handing them out, typing the code, handing them on, in minutes (TEACHING 5, “Cuts”). */
const SHARED_DEVICES_MINUTES = 6;

/** A block as a cut of the head names it; `minutes` where it gives its own. */
export type NamedBlock = {
  readonly name: string;
  readonly minutes: number | null;
  readonly line: number;
  readonly column: number;
};

/** A cut as the head states it, before its blocks are known. */
export type NamedCut = Pick<Cut, 'name' | 'fits' | 'line'> & {
  readonly column: number;
  readonly sessions: readonly (readonly NamedBlock[])[];
};

/** The minutes of each session of a cut; null where a block gives none. With `devices`, tablets are shared in every session that asks something. */
export function cutMinutes(
  { sessions }: Pick<Cut, 'sessions'>,
  { devices }: { readonly devices: boolean },
): readonly (number | null)[] {
  return sessions.map(({ blocks, asks }) => {
    const start = devices && asks ? SHARED_DEVICES_MINUTES : 0;
    return blocks.reduce<number | null>(
      (sum, { minutes }) => (sum === null || minutes === null ? null : sum + minutes),
      start,
    );
  });
}

/** Every way through a lesson: all of it, without its optional blocks if it has any, then the cuts its head offers. */
export function allCuts({ blocks, cuts }: Lesson): readonly Cut[] {
  const implied = (name: string, some: readonly Block[]): Cut => ({
    name,
    fits: null,
    line: 1,
    sessions: [sessionOf(some.map(inFull))],
  });
  const core = blocks.filter(({ optional }) => !optional);
  return [
    implied('full', blocks),
    ...(core.length > 0 && core.length < blocks.length
      ? [implied('without the optional parts', core)]
      : []),
    ...cuts,
  ];
}

/** The cuts of a lesson, made of its blocks, and every name that is none of theirs. */
export function matchCuts(
  named: readonly NamedCut[],
  blocks: readonly Block[],
): { readonly cuts: readonly Cut[]; readonly problems: readonly Problem[] } {
  const problems: Problem[] = [];
  // Of two blocks with one name, the first is meant.
  const places = new Map(blocks.map(({ title }, at) => [keyOf(title), at] as const).toReversed());
  const cuts = named.map(({ name, fits, line, sessions }): Cut => {
    const matched = sessions.map((session) =>
      sessionOf(matchBlocks(session, { cut: name, blocks, places, problems })),
    );
    return { name, fits, line, sessions: matched };
  });
  return {
    cuts: cuts.filter(({ sessions }) => sessions.every((session) => session.blocks.length > 0)),
    problems,
  };
}

type Found = { readonly block: Block; readonly minutes: number | null };

function inFull(block: Block): Found {
  return { block, minutes: block.minutes };
}

function sessionOf(found: readonly Found[]): CutSession {
  const blocks = found.map(({ block: { id, title }, minutes }): CutBlock => ({
    block: id,
    title,
    minutes,
  }));
  return {
    blocks,
    asks: found.some(({ block }) => block.slides.some(({ kind }) => kind === 'poll')),
  };
}

type Matching = {
  readonly cut: string;
  readonly blocks: readonly Block[];
  readonly places: ReadonlyMap<string, number>;
  readonly problems: Problem[];
};

function matchBlocks(
  named: readonly NamedBlock[],
  { cut, blocks, places, problems }: Matching,
): readonly Found[] {
  const found = new Map<number, Found>();
  let last = -1;
  for (const { name, minutes, line, column } of named) {
    const tell = (code: string, message: string) =>
      problems.push({ code, severity: 'error', line, column, message });
    const words = name.slice(0, 60);
    const at = places.get(keyOf(name)) ?? -1;
    const block = blocks[at];
    if (block === undefined) {
      // Suggest corrections for the first 20 errors only.
      const hint = problems.length < 20 ? meant(name, blocks.slice(0, 100)) : '';
      tell(
        'unknown-block',
        `Cannot find “${words}” for the cut “${cut}”: no block has this name${hint}`,
      );
    } else if (found.has(at)) {
      tell(
        'block-twice',
        `Cannot teach “${words}” twice in one session of the cut “${cut}”: it needs to be there once`,
      );
    } else {
      if (at < last) {
        tell(
          'cut-order',
          `Cannot teach “${words}” after “${blocks[last]?.title}” in the cut “${cut}”: blocks need to be in the lesson’s own order`,
        );
      }
      last = Math.max(at, last);
      found.set(at, { block, minutes: minutes ?? block.minutes });
    }
  }
  return [...found.values()];
}

function meant(name: string, blocks: readonly Block[]): string {
  const titles = blocks.map(({ title }) => title);
  const near = nearest(name, titles);
  if (near !== undefined) return `. Is it “${near}”?`;
  return titles[0] === undefined ? '' : `, it needs one such as “${titles[0]}”`;
}

function keyOf(title: string): string {
  return slugOf(title) || title.trim().toLowerCase();
}
