import { MAX_CHANGES } from '../../poll/ballot.ts';
import type { Answer } from '../../poll/answer.ts';
import type { AskedQuestion, Ballot, PupilView } from '../../room/protocol.ts';

/** A pupil's place in a room: no name, only the right to answer each question once in each round (R2), and to send a note or two (R11). */
export type Place = { readonly code: string; readonly ballots: readonly Ballot[]; readonly box?: readonly string[] };

/** What is remembered of the open question: how often an answer was sent, and the newest receipt. Never the answer (R10). */
export type Spent = {
  readonly question: string;
  readonly round: number;
  readonly n: number;
  readonly receipt: { readonly n: number; readonly sealed: string } | null;
};

/** Sealed receipts that earlier pupils of this tablet left behind; they go when the question closes (R10). */
export type Behind = { readonly code: string; readonly question: string; readonly round: number; readonly receipts: readonly string[] };

/** One question while it is open, as this page may answer it. */
export type Turn = { readonly question: AskedQuestion; readonly round: number; readonly ballot: string; readonly spent: Spent };

/** Why a place could not be had. `code` is a mistyped code; the rest is the room's answer or its silence. */
export type Trouble = 'code' | 'no-room' | 'full' | 'busy' | 'away';

/** Where a pupil is. Only `sending` and `closing` know an answer, until the room has acknowledged it. */
export type Visit =
  | { readonly at: 'door'; readonly trouble: Trouble | null; readonly typed: string }
  | { readonly at: 'joining'; readonly code: string }
  | { readonly at: 'stuck'; readonly code: string; readonly trouble: Trouble }
  | { readonly at: 'arriving'; readonly place: Place; readonly spent: Spent | null }
  | { readonly at: 'waiting'; readonly place: Place }
  | { readonly at: 'asking'; readonly place: Place; readonly turn: Turn }
  | { readonly at: 'sending'; readonly place: Place; readonly turn: Turn; readonly answer: Answer }
  | { readonly at: 'answered'; readonly place: Place; readonly turn: Turn }
  | { readonly at: 'closing'; readonly place: Place; readonly turn: Turn; readonly answer: Answer | null }
  | { readonly at: 'closed'; readonly place: Place }
  | { readonly at: 'finished' }
  | { readonly at: 'gone' }
  | { readonly at: 'left' };

/** All the page knows. `away` is true while the room cannot be reached, `box` while the question box is open. */
export type Page = { readonly visit: Visit; readonly behind: Behind | null; readonly away: boolean; readonly box?: boolean };

/** What can happen to a page: by the pupil's hand, or from the room. `filler` looks like a receipt and is none. */
export type Happening =
  | { readonly type: 'typed'; readonly code: string | null }
  | { readonly type: 'seated'; readonly code: string; readonly ballots: readonly Ballot[]; readonly box?: readonly string[] }
  | { readonly type: 'posted'; readonly ballot: string }
  | { readonly type: 'refused'; readonly code: string; readonly trouble: Trouble }
  | { readonly type: 'viewed'; readonly view: PupilView }
  | { readonly type: 'chose'; readonly answer: Answer }
  | { readonly type: 'acknowledged'; readonly n: number; readonly sealed: string }
  | { readonly type: 'unknown-ballot' }
  | { readonly type: 'too-late' }
  | { readonly type: 'again' }
  | { readonly type: 'keep' }
  | { readonly type: 'next'; readonly filler: string }
  | { readonly type: 'leave'; readonly filler: string }
  | { readonly type: 'lost' }
  | { readonly type: 'gone' }
  | { readonly type: 'restart' };

/** The page before anything has happened, or with what an earlier load of it kept. */
export function openPage(place: Place | null, spent: Spent | null, behind: Behind | null): Page {
  return { visit: place ? { at: 'arriving', place, spent } : { at: 'door', trouble: null, typed: '' }, behind, away: false };
}

/** Old page and happening give the new page; the same object when nothing changed. */
export function step(page: Page, happening: Happening): Page {
  switch (happening.type) {
    case 'lost':
      return page.away ? page : { ...page, away: true };
    case 'viewed':
      return see(page, happening.view);
    case 'leave':
    case 'next':
      return depart(page, happening);
    case 'gone':
      return { visit: placeOf(page.visit) ? { at: 'gone' } : page.visit, behind: null, away: false };
    case 'seated':
      return sit(page, happening);
    case 'posted':
      return useUp(page, happening.ballot);
    case 'typed':
    case 'refused':
    case 'chose':
    case 'acknowledged':
    case 'unknown-ballot':
    case 'too-late':
    case 'again':
    case 'keep':
    case 'restart': {
      const visit = move(page.visit, happening);
      return visit === page.visit ? page : { ...page, visit };
    }
  }
}

type Move = Exclude<Happening, { readonly type: 'lost' | 'viewed' | 'leave' | 'next' | 'gone' | 'seated' | 'posted' }>;

function move(visit: Visit, happening: Move): Visit {
  switch (happening.type) {
    case 'typed':
      return happening.code === null ? { at: 'door', trouble: 'code', typed: '' } : { at: 'joining', code: happening.code };
    case 'refused':
      return visit.at === 'joining' ? refuse(happening.code, happening.trouble) : visit;
    case 'chose':
      return visit.at === 'asking' ? sendAnswer(visit.place, visit.turn, happening.answer) : visit;
    case 'acknowledged':
      return acknowledge(visit, happening.n, happening.sealed);
    case 'unknown-ballot':
      return pendingOf(visit) && 'place' in visit ? { at: 'joining', code: visit.place.code } : visit;
    case 'too-late':
      return pendingOf(visit) && 'place' in visit ? { at: 'closed', place: visit.place } : visit;
    case 'again':
      return visit.at === 'answered' && mayChange(visit.turn) ? { ...visit, at: 'asking' } : visit;
    case 'keep':
      return visit.at === 'asking' && isCovered(visit.turn.spent) ? { ...visit, at: 'answered' } : visit;
    case 'restart':
      return { at: 'door', trouble: null, typed: '' };
  }
}

function sit(page: Page, place: Place): Page {
  if (page.visit.at !== 'joining') return page;
  const visit: Visit = { at: 'arriving', place: { code: place.code, ballots: place.ballots, box: place.box ?? [] }, spent: null };
  return { ...page, visit, behind: page.behind?.code === place.code ? page.behind : null };
}

function useUp(page: Page, ballot: string): Page {
  const place = placeOf(page.visit);
  const box = place?.box?.filter((one) => one !== ballot) ?? [];
  return place && 'place' in page.visit ? { ...page, visit: { ...page.visit, place: { ...place, box } } } : page;
}

function refuse(code: string, trouble: Trouble): Visit {
  return trouble === 'no-room' || trouble === 'code' ? { at: 'door', trouble, typed: code } : { at: 'stuck', code, trouble };
}

function sendAnswer(place: Place, turn: Turn, answer: Answer): Visit {
  if (!mayChange(turn)) return { at: 'answered', place, turn };
  return { at: 'sending', place, turn: { ...turn, spent: { ...turn.spent, n: turn.spent.n + 1 } }, answer };
}

function acknowledge(visit: Visit, n: number, sealed: string): Visit {
  if (!('turn' in visit) || visit.turn.spent.n < n || (visit.turn.spent.receipt?.n ?? 0) >= n) return visit;
  const turn = { ...visit.turn, spent: { ...visit.turn.spent, receipt: { n, sealed } } };
  if (visit.at === 'closing') return { ...visit, turn, answer: n === turn.spent.n ? null : visit.answer };
  if (visit.at === 'sending' && n === turn.spent.n) return { at: 'answered', place: visit.place, turn };
  return { ...visit, turn };
}

function see(page: Page, view: PupilView): Page {
  const visit = arrive(page.visit, view);
  const behind = page.behind && isOpen(view, page.behind) ? page.behind : null;
  const isBox = view.box === true && placeOf(visit) !== null;
  if (visit === page.visit && behind === page.behind && !page.away && isBox === (page.box === true)) return page;
  return { visit, behind, away: false, ...(isBox && { box: true }) };
}

function arrive(visit: Visit, view: PupilView): Visit {
  const place = placeOf(visit);
  if (!place) return visit;
  switch (view.state) {
    case 'waiting':
      return visit.at === 'waiting' ? visit : { at: 'waiting', place };
    case 'asking':
    case 'closing':
      return attend(visit, place, view);
    case 'closed':
      return visit.at === 'closed' ? visit : { at: 'closed', place };
    case 'finished':
      return { at: 'finished' };
  }
}

function attend(visit: Visit, place: Place, view: Extract<PupilView, { state: 'asking' | 'closing' }>): Visit {
  const { question, round } = view;
  const same = 'turn' in visit && isOpen(view, visit.turn.spent) ? visit : null;
  if (view.state === 'asking' && same && same.at !== 'closing') return visit;
  if (view.state === 'closing' && same?.at === 'closing') return visit;
  const turn = same?.turn ?? openTurn({ question, round, place, spent: visit.at === 'arriving' ? visit.spent : null });
  if (!turn) return visit.at === 'closed' ? visit : { at: 'closed', place };
  if (view.state === 'closing') return { at: 'closing', place, turn, answer: same?.at === 'sending' ? same.answer : null };
  return { at: isCovered(turn.spent) ? 'answered' : 'asking', place, turn };
}

type Opening = { readonly question: AskedQuestion; readonly round: number; readonly place: Place; readonly spent: Spent | null };

function openTurn({ question, round, place, spent }: Opening): Turn | null {
  const held = place.ballots.find((ballot) => ballot.question === question.id && ballot.round === round);
  if (!held) return null;
  const kept = spent && spent.question === question.id && spent.round === round ? spent : null;
  return { question, round, ballot: held.ballot, spent: kept ?? { question: question.id, round, n: 0, receipt: null } };
}

function depart(page: Page, { type, filler }: { readonly type: 'next' | 'leave'; readonly filler: string }): Page {
  const place = placeOf(page.visit);
  const turn = 'turn' in page.visit ? page.visit.turn : null;
  const behind = place && turn ? leaveBehind(page.behind, place.code, { spent: turn.spent, filler }) : page.behind;
  if (type === 'leave') return { visit: { at: 'left' }, behind, away: false };
  return place ? { ...page, visit: { at: 'joining', code: place.code }, behind } : page;
}

// Each pupil leaves exactly one entry, a receipt or a filler of its length, in an order that says nothing:
// so nobody can tell from the list whether the pupil before them answered.
function leaveBehind(behind: Behind | null, code: string, { spent, filler }: { readonly spent: Spent; readonly filler: string }): Behind {
  const mine = spent.receipt?.sealed ?? filler;
  const others = behind && behind.code === code && behind.question === spent.question && behind.round === spent.round ? behind.receipts : [];
  return { code, question: spent.question, round: spent.round, receipts: [...others, mine].toSorted() };
}

/** The place a visit holds, or null outside a room. */
export function placeOf(visit: Visit): Place | null {
  return 'place' in visit ? visit.place : null;
}

/** What is known of the open question, or null. */
export function spentOf(visit: Visit): Spent | null {
  return 'turn' in visit ? visit.turn.spent : visit.at === 'arriving' ? visit.spent : null;
}

/** An answer that the room has not acknowledged yet, or null. */
export function pendingOf(visit: Visit): { readonly turn: Turn; readonly answer: Answer } | null {
  if (visit.at !== 'sending' && visit.at !== 'closing') return null;
  return visit.answer === null ? null : { turn: visit.turn, answer: visit.answer };
}

/** Every receipt the page holds for the question that `view` has open. */
export function receiptsFor(page: Page, view: PupilView): readonly string[] {
  const spent = spentOf(page.visit);
  const own = spent?.receipt && isOpen(view, spent) ? [spent.receipt.sealed] : [];
  return page.behind && isOpen(view, page.behind) ? [...page.behind.receipts, ...own] : own;
}

/** True when the newest answer is acknowledged, so that a reload comes back covered. */
export function isCovered(spent: Spent): boolean {
  return spent.receipt !== null && spent.receipt.n === spent.n;
}

/** True while the room would take one more change of answer. */
export function mayChange(turn: Turn): boolean {
  return turn.spent.n < MAX_CHANGES;
}

function isOpen(view: PupilView, { question, round }: { readonly question: string; readonly round: number }): boolean {
  return (view.state === 'asking' || view.state === 'closing') && view.question.id === question && view.round === round;
}
