import { listWords } from '../text/list-words.ts';

/** A version of a lesson as it is remembered: the name of its cut, null for the whole lesson, and which of the cut's sessions, counted from 0. */
export type VersionChoice = { readonly cut: string | null; readonly session: number };

/** The whole lesson. */
export const WHOLE: VersionChoice = { cut: null, session: 0 };

/** A version that can be taught in one sitting: the parts it has, and those it leaves out. */
export type Version = VersionChoice & {
  /** How many sessions its cut has. */
  readonly sessions: number;
  /** null where a part gives no time. */
  readonly minutes: number | null;
  /** The ids of its parts. */
  readonly blocks: readonly string[];
  readonly titles: readonly string[];
  readonly leftOut: readonly string[];
};

/** What versions are made of: the parts of a lesson, and its shorter cuts, the whole lesson not among them. */
export type Cuttable = {
  readonly blocks: readonly {
    readonly id: string;
    readonly title: string;
    readonly minutes: number | null;
  }[];
  readonly cuts: readonly {
    readonly name: string;
    readonly sessions: readonly (readonly {
      readonly block: string;
      readonly minutes: number | null;
    }[])[];
  }[];
};

/** How long a school's lessons are where no one says. */
export const USUAL_MINUTES = 50;

/** Every version of a lesson, the longest first; cuts of several sessions come last. */
export function versionsOf({ blocks, cuts }: Cuttable): readonly Version[] {
  const titleOf = (id: string) => blocks.find((block) => block.id === id)?.title ?? '';
  const whole: Version = {
    ...WHOLE,
    sessions: 1,
    minutes: sum(blocks),
    blocks: blocks.map(({ id }) => id),
    titles: blocks.map(({ title }) => title),
    leftOut: [],
  };
  const shorter = cuts.flatMap(({ name, sessions }) =>
    sessions.map((parts, session): Version => {
      const ids = parts.map(({ block }) => block);
      return {
        cut: name,
        session,
        sessions: sessions.length,
        minutes: sum(parts),
        blocks: ids,
        titles: ids.map(titleOf),
        leftOut: blocks.flatMap(({ id, title }) => (ids.includes(id) ? [] : [title])),
      };
    }),
  );
  const single = shorter.filter(({ sessions }) => sessions === 1);
  return [
    whole,
    ...single.toSorted((a, b) => (b.minutes ?? 0) - (a.minutes ?? 0)),
    ...shorter.filter(({ sessions }) => sessions > 1),
  ];
}

function sum(parts: readonly { readonly minutes: number | null }[]): number | null {
  return parts.reduce<number | null>(
    (all, { minutes }) => (all === null || minutes === null ? null : all + minutes),
    parts.length === 0 ? null : 0,
  );
}

/** True for the version that a choice means. */
export function isVersion({ cut, session }: Version, choice: VersionChoice): boolean {
  return cut === choice.cut && session === choice.session;
}

/** The version that is chosen: the whole lesson where the lesson has the chosen one no more. */
export function versionChosen(all: readonly Version[], choice: VersionChoice): Version | undefined {
  return (
    all.find((one) => isVersion(one, choice)) ?? all.find(({ cut }) => cut === choice.cut) ?? all[0]
  );
}

/** The longest version that fits so many minutes; the shortest where none does, and the whole lesson where times are missing. */
export function recommendedVersion(
  all: readonly Version[],
  fits: number = USUAL_MINUTES,
): Version | undefined {
  const timed = all.filter(({ sessions, minutes }) => sessions === 1 && minutes !== null);
  return timed.find(({ minutes }) => (minutes ?? 0) <= fits) ?? timed.at(-1) ?? all[0];
}

/** What a version is called: `50 minutes`, `Session 1 of 2`. Two that are as long also say which cut they are. */
export function versionName(version: Version, all: readonly Version[]): string {
  const name = plainName(version);
  const isTwice = all.filter((one) => plainName(one) === name).length > 1;
  return isTwice && version.cut !== null && version.cut !== name ? `${name}, ${version.cut}` : name;
}

function plainName({ cut, session, sessions, minutes }: Version): string {
  if (sessions > 1) return `Session ${session + 1} of ${sessions}`;
  if (minutes !== null) return minutes === 1 ? '1 minute' : `${minutes} minutes`;
  return cut === null ? 'The whole lesson' : cut.slice(0, 1).toUpperCase() + cut.slice(1);
}

/** The same where there is little room: `50 min`, `Session 1`. */
export function shortVersionName(version: Version, all: readonly Version[]): string {
  return versionName(version, all)
    .replace(/^(\d+) minutes?/, '$1 min')
    .replace(/^(Session \d+) of \d+/, '$1');
}

/** What a version has of the lesson, in a few words. */
export function versionWords({ cut, sessions, minutes, titles, leftOut }: Version): string {
  const quoted = (some: readonly string[]) => listWords(some.map((one) => `“${one}”`));
  const length = sessions > 1 && minutes !== null ? `${minutes} minutes. ` : '';
  if (leftOut.length === 0) {
    return `${length}${cut === null ? 'Everything' : 'Everything, in less time'}`;
  }
  if (leftOut.length <= 3 && sessions === 1) return `${length}Leaves out ${quoted(leftOut)}`;
  return titles.length <= 4 && sessions === 1
    ? `${length}${quoted(titles)} only`
    : `${length}${titles.length} of ${titles.length + leftOut.length} parts`;
}

/** The same on one line, for a version that is not chosen: how long a session is, and how many parts are left out. */
export function versionLine({ cut, sessions, minutes, titles, leftOut }: Version): string {
  const length = sessions > 1 && minutes !== null ? `${minutes} min, ` : '';
  const all = titles.length + leftOut.length;
  if (leftOut.length === 0) {
    return length + (cut === null ? 'everything' : 'everything, in less time');
  }
  if (leftOut.length > 3 || sessions > 1) return `${length}${titles.length} of ${all} parts`;
  return `leaves out ${leftOut.length === 1 ? '1 part' : `${leftOut.length} parts`}`;
}
