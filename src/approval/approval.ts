import * as v from 'valibot';
import { audienceOf, type Lesson } from '../lesson/lesson.ts';
import type { LessonParts } from '../review/lesson-parts.ts';
import {
  changesSchema,
  changesSince,
  printsOf,
  printSchema,
  printsSchema,
  type Changes,
  type Deed,
  type Prints,
} from '../review/review.ts';
import { changesWords } from '../review/review-words.ts';
import { gateFor, gateState, proofs, type GateState, type Proof } from '../school/gate.ts';
import {
  approvers,
  gateTicks,
  type Approver,
  type GateTick,
  type School,
} from '../school/school.ts';
import { needsApproval } from '../subjects/pack.ts';
import { daysAfter, isDay } from '../text/day.ts';
import { readJsonAs, type Fields } from '../text/schema.ts';

/** For how many days a request link works, the day it was made included. */
const LINK_DAYS = 14;

/** The most characters of a note to the teacher. */
export const MAX_NOTE = 300;

/** Requests of a lesson that are remembered; an older one is not known any more. */
const MAX_REQUESTS = 5;

/** A request for the approval of a lesson: the SHA-256 of what its link holds, when it was made, the last day it works, and how it ended. */
export type ApprovalRequest = {
  readonly mark: string;
  readonly asked: string;
  readonly until: string;
  readonly end: { readonly is: 'used' | 'withdrawn'; readonly on: string } | null;
};

/** What the safeguarding lead or a deputy answered, how they showed who they are, and what they saw; its prints are null where the lesson’s review has them. `film` is that of what was said of the film that played, null for none, and `file` that of its film.mp4; neither is there where it was given before it was part of it. */
export type Answer = Deed<Approver> & { readonly proof: Proof } & (
    | {
        readonly is: 'approved';
        readonly ticked: readonly GateTick[];
        readonly prints: Prints | null;
        readonly film?: string | null | undefined;
        readonly file?: string | null | undefined;
      }
    | { readonly is: 'refused'; readonly note: string }
  );

/** What is stored of the approval of one lesson. No name, no pupil, no class. */
export type Approval = {
  readonly version: 1;
  readonly requests: readonly ApprovalRequest[];
  readonly answer: Answer | null;
};

/** A lesson that no one has asked for or answered. */
const NO_APPROVAL: Approval = { version: 1, requests: [], answer: null };

/** True for a lesson that the safeguarding lead approves before a class is taught it. */
export function isApproved(lesson: Pick<Lesson, 'subject' | 'stage'>): boolean {
  return needsApproval(lesson.subject) && audienceOf(lesson) === 'pupils';
}

/** How a request link is on a day. */
export type LinkState =
  | { readonly is: 'open'; readonly until: string }
  | { readonly is: 'used' | 'withdrawn' | 'expired'; readonly on: string }
  | { readonly is: 'unknown' };

/** What may be done about the approval of a lesson; `mark` is that of the link it is done by, null without one. */
export type ApprovalStep =
  | { readonly type: 'ask'; readonly mark: string }
  | { readonly type: 'withdraw' }
  | (AnswerStep & { readonly proof: Proof; readonly mark: string | null });

/** An answer as it is given. */
export type AnswerStep =
  | { readonly type: 'approve'; readonly by: Approver; readonly ticked: readonly GateTick[] }
  | { readonly type: 'refuse'; readonly by: Approver; readonly note: string };

/** A lesson as it is now: its parts, null where its review has them, and the prints of what is said of the film that plays and of its film.mp4, null for none. */
export type LessonNow = {
  readonly parts: LessonParts | null;
  readonly film: string | null;
  readonly file: string | null;
};

/** What a step is taken on: the lesson as it is now, and today. */
export type StepOn = LessonNow & { readonly today: string };

/** The approval after a step; where its link does not work, how that is. */
export type StepTaken =
  | { readonly is: 'done'; readonly approval: Approval }
  | { readonly is: 'no link'; readonly link: Exclude<LinkState, { readonly is: 'open' }> };

/** How the link with a mark is on a day. */
export function linkState({ requests }: Approval, mark: string, today: string): LinkState {
  const request = requests.find((one) => one.mark === mark);
  if (request === undefined) return { is: 'unknown' };
  if (request.end !== null) return request.end;
  return today <= request.until
    ? { is: 'open', until: request.until }
    : { is: 'expired', on: request.until };
}

/** Takes a step. An answer by a link spends it, and ends all other open links of the lesson: they asked for the same. */
export function takeStep(approval: Approval, step: ApprovalStep, on: StepOn): StepTaken {
  const { today } = on;
  switch (step.type) {
    case 'ask':
      return done({ ...approval, requests: withRequest(approval.requests, step.mark, today) });
    case 'withdraw':
      return done({ ...approval, requests: ended(approval.requests, 'withdrawn', today) });
    case 'approve':
    case 'refuse': {
      const link = step.mark === null ? null : linkState(approval, step.mark, today);
      if (link !== null && link.is !== 'open') return { is: 'no link', link };
      return done({
        ...approval,
        requests: ended(approval.requests, 'used', today),
        answer: answerOf(step, on),
      });
    }
  }
}

function done(approval: Approval): StepTaken {
  return { is: 'done', approval };
}

function answerOf(
  step: AnswerStep & { readonly proof: Proof },
  { parts, film, file, today }: StepOn,
): Answer {
  const { by, proof } = step;
  switch (step.type) {
    case 'approve': {
      const prints = parts && printsOf(parts);
      return { is: 'approved', by, on: today, proof, ticked: step.ticked, prints, film, file };
    }
    case 'refuse':
      return { is: 'refused', by, on: today, proof, note: step.note };
  }
}

// Asked twice by one link, it is one request.
function withRequest(
  requests: readonly ApprovalRequest[],
  mark: string,
  today: string,
): readonly ApprovalRequest[] {
  if (requests.some((one) => one.mark === mark)) return requests;
  const until = daysAfter(today, LINK_DAYS - 1);
  return [...requests, { mark, asked: today, until, end: null }].slice(-MAX_REQUESTS);
}

function ended(
  requests: readonly ApprovalRequest[],
  is: 'used' | 'withdrawn',
  on: string,
): readonly ApprovalRequest[] {
  return requests.map((one) =>
    one.end === null && on <= one.until ? { ...one, end: { is, on } } : one,
  );
}

/** How the approval of a lesson is, for those who teach it: what was answered, with what has changed since. */
export type ApprovalState =
  | { readonly is: 'none' }
  | (Deed<Approver> & {
      readonly is: 'approved';
      readonly proof: Proof;
      readonly ticked: readonly GateTick[];
      readonly changes: Changes | null;
      readonly isFilmChanged: boolean;
    })
  | (Deed<Approver> & { readonly is: 'refused'; readonly proof: Proof; readonly note: string });

/** How the approval of a lesson is. */
export function approvalState(
  { answer }: Approval,
  { parts, film, file }: LessonNow,
): ApprovalState {
  if (answer === null) return { is: 'none' };
  const { by, on, proof } = answer;
  switch (answer.is) {
    case 'refused':
      return { is: 'refused', by, on, proof, note: answer.note };
    case 'approved': {
      const { ticked, prints } = answer;
      const changes = prints && parts && changesSince(prints, parts);
      const isFilmChanged =
        (answer.film !== undefined && answer.film !== film) ||
        (answer.file !== undefined && answer.file !== file);
      return { is: 'approved', by, on, proof, ticked, changes, isFilmChanged };
    }
  }
}

/** The day on which an approval was last asked for and not answered since; null where none is. */
export function askedOn({ requests }: Approval, today: string): string | null {
  return requests.findLast(({ end, until }) => end === null && today <= until)?.asked ?? null;
}

/** What says whether a lesson may start: its own approval, else the older form, which was given for all lessons of a term; and why its review keeps it, null where nothing does. */
export type GateParts = {
  readonly state: ApprovalState;
  readonly school: Pick<School, 'gate' | 'termEnds'>;
  readonly why: string | null;
  /** True for a lesson that no program has: then nothing comes before what keeps it. */
  readonly isMine?: boolean;
};

/** How the approval of a lesson is on a day. */
export function lessonGate(
  { state, school, why, isMine = false }: GateParts,
  today: string,
): GateState {
  if (isMine && why !== null) return { is: 'suspended', why, until: 'program' };
  const { termEnds } = school;
  switch (state.is) {
    case 'none':
      return gateFor(gateState(school, today), why);
    case 'refused':
      return { is: 'refused', on: state.on, role: state.by, note: state.note };
    case 'approved': {
      const { ticked, on, by, proof, changes, isFilmChanged } = state;
      const gate = gateState({ gate: { ticked, on, by }, termEnds }, today);
      if (gate.is !== 'done') return gate;
      const changed = [
        ...(isFilmChanged ? ['the film'] : []),
        ...(changes === null ? [] : [changesWords(changes)]),
      ].join('; ');
      if (changed === '') return gateFor({ ...gate, proof }, why);
      return {
        is: 'suspended',
        why: `Changed since it was approved: ${changed}.`,
        until: 'approval',
      };
    }
  }
}

const day = v.pipe(v.string(), v.check(isDay));
const deed = { by: v.picklist(approvers), on: day };
/** How the mark of a link is read. */
export const markSchema = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/));
const ticked = v.array(v.picklist(gateTicks));
const proof = v.picklist(proofs);
const note = v.pipe(v.string(), v.maxLength(MAX_NOTE));
const end = v.object({ is: v.picklist(['used', 'withdrawn'] as const), on: day });

/** How a stored approval is read. */
const approvalSchema = v.object({
  version: v.literal(1),
  requests: v.pipe(
    v.array(
      v.object({
        mark: markSchema,
        asked: day,
        until: day,
        end: v.nullable(end),
      } satisfies Fields<ApprovalRequest>),
    ),
    v.maxLength(MAX_REQUESTS),
  ),
  answer: v.nullable(
    v.variant('is', [
      v.object({
        is: v.literal('approved'),
        ...deed,
        proof,
        ticked,
        prints: v.nullable(printsSchema),
        film: v.optional(v.nullable(printSchema)),
        file: v.optional(v.nullable(printSchema)),
      }),
      v.object({ is: v.literal('refused'), ...deed, proof, note }),
    ]),
  ),
} satisfies Fields<Approval>);

/** How the state of an approval is read where it was sent. */
export const approvalStateSchema = v.variant('is', [
  v.object({ is: v.literal('none') }),
  v.object({
    is: v.literal('approved'),
    ...deed,
    proof,
    ticked,
    changes: v.nullable(changesSchema),
    isFilmChanged: v.boolean(),
  }),
  v.object({ is: v.literal('refused'), ...deed, proof, note }),
]);

/** How the state of a link is read where it was sent. */
export const linkStateSchema = v.variant('is', [
  v.object({ is: v.literal('open'), until: day }),
  v.object({ is: v.picklist(['used', 'withdrawn', 'expired'] as const), on: day }),
  v.object({ is: v.literal('unknown') }),
]);

/** How an approval is read where it is given: all that the lead is asked is ticked. */
export const approveSchema = v.object({
  type: v.literal('approve'),
  by: deed.by,
  ticked: v.pipe(
    ticked,
    v.check((given) => gateTicks.every((one) => given.includes(one))),
    v.transform((): readonly GateTick[] => gateTicks),
  ),
});

/** How a refusal is read where it is given: its note says something. */
export const refuseSchema = v.object({
  type: v.literal('refuse'),
  by: deed.by,
  note: v.pipe(v.string(), v.trim(), v.nonEmpty(), v.maxLength(MAX_NOTE)),
});

/** An approval as it is stored. */
export function formatApproval(approval: Approval): string {
  return `${JSON.stringify({ wholeclass: 'approval', ...approval }, null, 2)}\n`;
}

/** Reads an approval from what is stored, null where nothing is; what cannot be read counts as one that no one gave. */
export function parseApproval(bytes: string | null): {
  readonly approval: Approval;
  readonly isDamaged: boolean;
} {
  const approval = bytes === null ? NO_APPROVAL : readJsonAs(approvalSchema, bytes);
  return { approval: approval ?? NO_APPROVAL, isDamaged: approval === null };
}
