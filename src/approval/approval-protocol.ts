import * as v from 'valibot';
import { sha256 } from '../text/sha256.ts';
import { isDay } from '../text/day.ts';
import { whole, type Fields } from '../text/schema.ts';
import type { LessonParts } from '../review/lesson-parts.ts';
import {
  approvalStateSchema,
  approveSchema,
  linkStateSchema,
  markSchema,
  refuseSchema,
  type ApprovalState,
  type LinkState,
} from './approval.ts';

/** Where the approval of one lesson is, from the site's root. */
export function approvalAddress(slug: string): string {
  return `api/lessons/${encodeURIComponent(slug)}/approval`;
}

/** The page where a lesson is approved, from the site's root. */
export function approvePage(slug: string): string {
  return `approve/${slug}/`;
}

/** What a request link holds: 256 bits at random, in its fragment, which no browser sends and no proxy writes down. */
export function makeToken(random: (length: number) => Uint8Array): string {
  return hexOf(random(32));
}

/** What is stored of it. There are too many to try, so that nothing slower is needed. */
export function markOf(token: string): string {
  return hexOf(sha256(new TextEncoder().encode(token)));
}

/** The end of a request link. */
export function linkHash(token: string): string {
  return `#ask=${token}`;
}

/** What a request link holds, by the end of its address; null for any other end. */
export function tokenIn(hash: string): string | null {
  const [, token = null] = /^#ask=([0-9a-f]{64})$/.exec(hash) ?? [];
  return token;
}

/** Which text of a lesson the lead has read, and with which film: no one answers for what they have not seen. */
export function versionOf(
  parts: LessonParts,
  { film, file }: { readonly film: string | null; readonly file: string | null },
): string {
  const seen = JSON.stringify([parts.slides, parts.rest, film, file]);
  return hexOf(sha256(new TextEncoder().encode(seen)));
}

/** The approval of a lesson as staff see it; `asked` since when it is asked for, `keys` how many people could give it with a key, `link` how the link is that was shown, null without one. */
export type ApprovalView = {
  readonly state: ApprovalState;
  readonly asked: string | null;
  readonly keys: number;
  readonly link: LinkState | null;
};

/** How it is read where it was sent. */
export const approvalView = v.object({
  state: approvalStateSchema,
  asked: v.nullable(v.pipe(v.string(), v.check(isDay))),
  keys: whole,
  link: v.nullable(linkStateSchema),
} satisfies Fields<ApprovalView>);

const how = { proof: v.picklist(['key', 'link'] as const), version: markSchema };

/** How a step is read where a page asks for it; with an answer comes the version that was read, and by what it is given: the words of a key, or what a link holds, as a bearer. */
export const approvalRequest = v.variant('type', [
  v.object({ type: v.literal('ask'), mark: markSchema }),
  v.object({ type: v.literal('withdraw') }),
  v.object({ ...approveSchema.entries, ...how }),
  v.object({ ...refuseSchema.entries, ...how }),
]);

/** A step of a lesson's approval as a page asks for it. */
export type ApprovalSent = v.InferOutput<typeof approvalRequest>;

function hexOf(bytes: Uint8Array): string {
  return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
