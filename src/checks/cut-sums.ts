import { cutMinutes } from '../lesson/cuts.ts';
import type { Block, Cut, CutBlock, Lesson } from '../lesson/lesson.ts';
import type { Finding, Hazard } from './hazard.ts';

/** Minutes within which pupils have seen who can help (M1). */
const SOON = 10;

const RUNS_OVER = 'a lesson that runs over loses its ending';
const SAFE = 'a pupil who is worried needs to see who can help';

/** H24, M2, M1: every session of a cut takes the time it is named for, shows help early, and ends on it. */
export const cutSums: Hazard = {
  row: 'H24',
  code: 'cut-sums',
  severity: 'error',
  audience: 'everyone',
  source: 'NatCen, pilot of “Send me a pic?”: lessons were too long and their endings were dropped',
  find: ({ lesson }) =>
    lesson.cuts.flatMap((cut) => cut.sessions.flatMap((_, at) => session({ lesson, cut, at }))),
};

type Session = { readonly lesson: Lesson; readonly cut: Cut; readonly at: number };

function session({ lesson, cut, at }: Session): readonly Finding[] {
  const name =
    cut.sessions.length === 1
      ? `The cut “${cut.name}”`
      : `Session ${at + 1} of the cut “${cut.name}”`;
  const finding = (words: string): Finding => ({
    line: cut.line,
    column: 1,
    message: `${name} ${words}`,
  });
  const blocks = cut.sessions[at]?.blocks ?? [];
  return [...wrongSum({ lesson, cut, at }), ...unsafe(blocks, lesson.blocks)].map(finding);
}

function wrongSum({ cut, at }: Session): readonly string[] {
  const minutes = cutMinutes(cut, { devices: false })[at] ?? null;
  const untimed = cut.sessions[at]?.blocks.find((block) => block.minutes === null);
  if (untimed !== undefined) {
    return [
      `cannot be added up: ${RUNS_OVER}. Give “${untimed.title}” its minutes, as in “${untimed.title} (4 min)”`,
    ];
  }
  if (minutes === null || cut.fits === null) return [];
  const { least: min, most: max } = cut.fits;
  if (minutes > max) {
    return [
      `comes to ${minutes} minutes: ${RUNS_OVER}. Take out blocks, or give some fewer minutes, until it is at most ${max}`,
    ];
  }
  return minutes < min
    ? [
        `comes to ${minutes} minutes: it needs ${min} to ${max}, so that nobody is hurried or left waiting`,
      ]
    : [];
}

function unsafe(session: readonly CutBlock[], blocks: readonly Block[]): readonly string[] {
  const block = (id: string | undefined) => blocks.find((one) => one.id === id);
  const showsHelp = (id: string) => block(id)?.slides.some(({ kind }) => kind === 'help') ?? false;
  const last = session.at(-1);
  const wrong: string[] = [];
  if (last === undefined) return wrong;
  if (block(last.block)?.slides.at(-1)?.kind !== 'help') {
    wrong.push(
      `ends on “${last.title}”: ${SAFE} as they leave. End it with a block whose last slide is “::: help”`,
    );
  }
  const first = session.findIndex((one) => showsHelp(one.block));
  const before = session.slice(0, first).reduce((sum, { minutes }) => sum + (minutes ?? 0), 0);
  if (first >= 0 && before >= SOON) {
    wrong.push(
      `shows help after ${before} minutes: ${SAFE} from the start. Begin with the block that shows it`,
    );
  }
  return wrong;
}
