import { askProgram, PROGRAM_AWAY, type ProgramReply } from '../text/ask-program.view.ts';
import { approvalKey } from '../text/browser-keys.ts';
import { isServedHere } from '../text/served-here.view.ts';
import { fetchFile } from '../text/site-file.view.ts';
import { today } from '../text/today.view.ts';
import {
  approvalState,
  askedOn,
  formatApproval,
  linkState,
  parseApproval,
  takeStep,
  type AnswerStep,
  type Approval,
  type ApprovalStep,
  type LessonNow,
} from './approval.ts';
import {
  approvalAddress,
  approvalView,
  makeToken,
  markOf,
  type ApprovalSent,
  type ApprovalView,
} from './approval-protocol.ts';
import { endedWords } from './approval-words.ts';
import type { SentAnswer } from './sent-answer.ts';
import { parseLessonToApprove, type LessonToApprove } from './lesson-to-approve.ts';

/** What became of a request: the approval as it is then, or a sentence that says why not. */
export type ApprovalReply = ProgramReply<ApprovalView>;

/** How an answer is proved: by the words of a key, by what a link holds, or, on a site of files, not at all. */
export type ProvenBy = { readonly proof: 'key' | 'link' | 'here'; readonly secret: string };

/** The approval of a lesson as this browser reaches it: in the program that serves the page, or, on a site of files, in the browser itself. */
export type ApprovalHere = {
  /** The approval; with what a link holds, how that link is. */
  read(token?: string | null): Promise<ApprovalReply>;
  /** Makes what a link holds known as asked for. */
  ask(token: string): Promise<ApprovalReply>;
  /** No link that is out there works any more. */
  withdraw(): Promise<ApprovalReply>;
  answer(step: AnswerStep, by: ProvenBy): Promise<ApprovalReply>;
};

/** Opens the approval of a lesson; `root` leads from this page to the site’s root. */
export function openApprovalHere(root: string, slug: string): ApprovalHere {
  return isServedHere() ? served(root, slug) : inBrowser(root, slug);
}

/** What a new link holds. */
export function newToken(): string {
  return makeToken((length) => crypto.getRandomValues(new Uint8Array(length)));
}

function served(root: string, slug: string): ApprovalHere {
  const address = root + approvalAddress(slug);
  const send = (json: ApprovalSent, secret = '') =>
    askProgram(address, approvalView, { json, secret });

  return {
    read: (token = null) => askProgram(address, approvalView, { secret: token ?? '' }),
    ask: (token) => send({ type: 'ask', mark: markOf(token) }),
    withdraw: () => send({ type: 'withdraw' }),
    async answer(step, { proof, secret }) {
      const lesson = await lessonHere(root, slug);
      if (lesson === null || proof === 'here') return PROGRAM_AWAY;
      return send({ ...step, proof, version: lesson.version }, secret);
    },
  };
}

const NOT_SAVED: ApprovalReply = {
  is: 'refused',
  status: 0,
  message: 'This browser saves nothing, so the answer is lost when the page closes.',
};

// Only the browser that asked has the link.
const NOT_ASKED_HERE = 'This browser didn’t ask for this answer. Open it in the one that did.';

type InBrowser = ApprovalHere & {
  readonly take: (step: ApprovalStep, on: string) => Promise<ApprovalReply>;
};

function inBrowser(root: string, slug: string): InBrowser {
  const key = approvalKey(slug, new URL(root, location.href).pathname);

  async function view(approval: Approval, token: string | null = null): Promise<ApprovalReply> {
    const lesson = await lessonHere(root, slug);
    const link = token === null ? null : linkState(approval, markOf(token), today());
    const state = approvalState(approval, nowOf(lesson));
    return {
      is: 'done',
      body: {
        // Where the lesson cannot be read, it may have changed since it was approved.
        state: lesson === null && state.is === 'approved' ? { is: 'none' } : state,
        asked: askedOn(approval, today()),
        keys: 0,
        link,
      },
    };
  }

  async function take(step: ApprovalStep, on = today()): Promise<ApprovalReply> {
    const lesson = await lessonHere(root, slug);
    const taken = takeStep(load(key), step, { ...nowOf(lesson), today: on });
    if (taken.is === 'no link') {
      const { link } = taken;
      return {
        is: 'refused',
        status: 409,
        message: link.is === 'unknown' ? NOT_ASKED_HERE : endedWords(link),
      };
    }
    return save(key, taken.approval) ? view(taken.approval) : NOT_SAVED;
  }

  return {
    take,
    read: (token = null) => view(load(key), token),
    ask: (token) => take({ type: 'ask', mark: markOf(token) }),
    withdraw: () => take({ type: 'withdraw' }),
    answer: (step, { secret }) =>
      take({ ...step, proof: 'here', mark: secret === '' ? null : markOf(secret) }),
  };
}

/** Takes an answer that was given in another browser, by a link that this one made; no one answers for words they have not seen. */
export async function acceptAnswer(
  root: string,
  slug: string,
  { token, version, on, step }: SentAnswer,
): Promise<ApprovalReply> {
  if (isServedHere()) return PROGRAM_AWAY;
  const lesson = await lessonHere(root, slug);
  if (lesson?.version !== version) {
    const message = 'The lesson has changed since they read it. Please ask them again.';
    return { is: 'refused', status: 412, message };
  }
  return inBrowser(root, slug).take(
    { ...step, proof: 'link', mark: markOf(token) },
    // Another computer’s clock may be ahead.
    on < today() ? on : today(),
  );
}

function nowOf(lesson: LessonToApprove | null): LessonNow {
  return {
    parts: lesson?.parts ?? null,
    film: lesson?.film ?? null,
    file: lesson?.file ?? null,
  };
}

function load(key: string): Approval {
  try {
    return parseApproval(localStorage.getItem(key)).approval;
  } catch {
    return parseApproval(null).approval;
  }
}

function save(key: string, approval: Approval): boolean {
  try {
    localStorage.setItem(key, formatApproval(approval));
    return true;
  } catch {
    return false;
  }
}

/** What the page says of its lesson, or the file of it; null where neither is there. */
async function lessonHere(root: string, slug: string): Promise<LessonToApprove | null> {
  const here = parseLessonToApprove(document.querySelector('#to-approve')?.textContent ?? '');
  if (here !== null) return here;
  const file = await fetchFile(`${root}approve/${slug}/lesson.json`).catch(() => null);
  return file?.ok === true ? parseLessonToApprove(await file.text()) : null;
}
