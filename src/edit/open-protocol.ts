import { openFile, openPasted } from '../open/open-file.ts';
import type { Pasted } from '../open/pasted.ts';
import { packLesson } from '../open/pack-lesson.ts';
import type { MediaFile, NotOpened, Opened } from '../open/opened.ts';
import {
  checkOpened,
  toCheck,
  type Answers,
  type OpenedCheck,
  type ToCheck,
} from './opened-check.ts';

/** What is to be opened: a file's bytes with its name, or what was pasted. */
export type ToOpen =
  | { readonly is: 'file'; readonly name: string; readonly bytes: Uint8Array }
  | { readonly is: 'pasted'; readonly pasted: Pasted };

/** What was opened, without what is only needed to open it. */
export type OpenedSource = Pick<Opened, 'source' | 'tool' | 'slug' | 'findings'> & {
  readonly kind: 'opened';
  readonly check: ToCheck;
};

/** What is asked of the opener, and the number by which its answer is known; `today` is the day, `2026-11-24`. */
export type OpenRequest =
  | { readonly type: 'open'; readonly number: number; readonly file: ToOpen }
  | {
      readonly type: 'check';
      readonly number: number;
      readonly slug: string;
      readonly today: string;
      readonly check: ToCheck;
      readonly answers: Answers;
    }
  /** A lesson with its pictures, as one file to save. */
  | {
      readonly type: 'pack';
      readonly number: number;
      readonly slug: string;
      readonly text: string;
      readonly media: readonly MediaFile[];
    };

/** Why a request came to nothing: a part of this page did not arrive, a mistake of ours, or it was stopped, as it is where it takes too long. */
export type OpenFailure = 'not-loaded' | 'mistake' | 'stopped';

/** How the page asks the opener: `stop` ends all that was asked and not answered, where that can be ended. */
export type OpenerLine = { send(request: OpenRequest): void; stop(): void };

/** What it answers. */
export type OpenAnswer =
  | {
      readonly type: 'opened';
      readonly number: number;
      readonly opened: OpenedSource;
      readonly media: readonly MediaFile[];
    }
  | { readonly type: 'not-opened'; readonly number: number; readonly refused: NotOpened }
  | { readonly type: 'checked'; readonly number: number; readonly checked: OpenedCheck }
  | { readonly type: 'packed'; readonly number: number; readonly bytes: Uint8Array }
  | { readonly type: 'failed'; readonly number: number; readonly why: OpenFailure };

/** The text of a request, by which is known what has to be loaded before it is read. */
export function textToPrepare(request: OpenRequest): string {
  if (request.type !== 'check') return '';
  return request.check.is === 'plan' ? request.check.plan.text : request.check.text;
}

/** Answers one request. It never throws: what is wrong with a file is a sentence, and a mistake of ours is `failed`. */
export function answerOpening(request: OpenRequest): OpenAnswer {
  const { number } = request;
  try {
    switch (request.type) {
      case 'open':
        return openedAnswer(number, request.file);
      case 'check': {
        const { check, answers, slug, today } = request;
        return { type: 'checked', number, checked: checkOpened(check, answers, { slug, today }) };
      }
      case 'pack':
        return { type: 'packed', number, bytes: packLesson(request, request.media) };
    }
  } catch {
    return { type: 'failed', number, why: 'mistake' };
  }
}

function openedAnswer(number: number, file: ToOpen): OpenAnswer {
  const opened = file.is === 'file' ? openFile(file) : openPasted(file.pasted);
  if (opened.kind === 'not-opened') return { type: 'not-opened', number, refused: opened };
  const { source, tool, slug, findings, media } = opened;
  return {
    type: 'opened',
    number,
    opened: { kind: 'opened', source, tool, slug, findings, check: toCheck(opened) },
    media,
  };
}
