import type {
  OpenAnswer,
  OpenedSource,
  OpenerLine,
  OpenRequest,
  ToOpen,
} from '../../../edit/open-protocol.ts';
import type { Answers, OpenedCheck } from '../../../edit/opened-check.ts';
import type { MediaFile } from '../../../open/opened.ts';
import { today } from '../../../text/today.view.ts';
import { startOpener } from '../../../edit/worker-reader.view.ts';

/** What a file became, or the sentence that says why it is none and what to do. */
export type FileOpened =
  | { readonly is: 'opened'; readonly opened: OpenedSource; readonly media: readonly MediaFile[] }
  | { readonly is: 'not opened'; readonly why: string };

/** Opens files, and makes lessons of them. */
export type Opener = {
  open(file: ToOpen): Promise<FileOpened>;
  /** null where it could not be made. */
  check(opened: OpenedSource, answers: Answers): Promise<OpenedCheck | null>;
  /** The lesson and its pictures in one file; null where that could not be made. */
  pack(lesson: {
    readonly slug: string;
    readonly text: string;
    readonly media: readonly MediaFile[];
  }): Promise<Uint8Array | null>;
  /** Ends what is being opened, checked or packed. */
  stop(): void;
};

const FAILED = {
  'not-loaded':
    'Cannot open it now: a part of this page did not load. Check the connection, then try again.',
  stopped:
    'Cannot open this file: it took over half a minute. Save the pages or slides of one lesson as a file of their own, and open that.',
  mistake:
    'Cannot open it: that is a mistake in this program, and not in your file. Copy the plan in the program it is in, and paste it here.',
} as const;

type Unnumbered<Request> = Request extends unknown ? Omit<Request, 'number'> : never;

/** Nothing that a lesson is made of takes as long. */
const LONGEST_MS = 30_000;

/** Starts an opener, which loads what it needs. What takes over half a minute is stopped. */
export function openOpener(
  start: (answer: (message: OpenAnswer) => void) => OpenerLine = startOpener,
): Opener {
  const waiting = new Map<number, (answer: OpenAnswer) => void>();
  let newest = 0;
  const line = start((answer) => {
    waiting.get(answer.number)?.(answer);
    waiting.delete(answer.number);
  });

  function stop(): void {
    if (waiting.size === 0) return;
    line.stop();
    for (const [number, answer] of waiting) answer({ type: 'failed', number, why: 'stopped' });
    waiting.clear();
  }

  function ask(request: Unnumbered<OpenRequest>): Promise<OpenAnswer> {
    newest += 1;
    const number = newest;
    return new Promise((resolve) => {
      const late = setTimeout(stop, LONGEST_MS);
      waiting.set(number, (answer) => {
        clearTimeout(late);
        resolve(answer);
      });
      line.send({ ...request, number });
    });
  }

  return {
    async open(file) {
      const answer = await ask({ type: 'open', file });
      if (answer.type === 'opened') {
        return { is: 'opened', opened: answer.opened, media: answer.media };
      }
      const why =
        answer.type === 'not-opened'
          ? `${answer.refused.message}.`
          : FAILED[answer.type === 'failed' ? answer.why : 'mistake'];
      return { is: 'not opened', why };
    },
    async check({ slug, check }, answers) {
      const answer = await ask({ type: 'check', slug, check, answers, today: today() });
      return answer.type === 'checked' ? answer.checked : null;
    },
    async pack(lesson) {
      const answer = await ask({ type: 'pack', ...lesson });
      return answer.type === 'packed' ? answer.bytes : null;
    },
    stop,
  };
}
