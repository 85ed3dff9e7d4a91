import { PASS, writeAnswer, type Answer } from '../../poll/answer.ts';
import type { AskedQuestion, PupilView } from '../../room/protocol.ts';
import { leaveBehind } from './previous-receipts.ts';
import {
  isCovered,
  isOpen,
  mayChange,
  pendingOf,
  placeOf,
  type PupilEvent,
  type Page,
  type Place,
  type Spent,
  type Trouble,
  type Turn,
  type Visit,
} from './visit.ts';

/** Old page and happening give the new page; the same object when nothing changed. */
export function step(page: Page, happening: PupilEvent): Page {
  switch (happening.type) {
    case 'lost':
      return page.away ? page : { ...page, away: true };
    case 'viewed':
      return see(page, happening.view);
    case 'leave':
    case 'next':
      return depart(page, happening);
    case 'gone':
      return {
        visit: placeOf(page.visit) ? { at: 'gone' } : page.visit,
        behind: null,
        away: false,
        ...(page.help && { help: page.help }),
      };
    case 'old':
      return { ...page, visit: { at: 'old' } };
    case 'reset':
      return placeOf(page.visit) ? RESET : { ...page, behind: null };
    case 'seated':
      return sit(page, happening);
    case 'posted':
      return useUp(page, happening.ballot);
    case 'typed':
    case 'refused':
    case 'chose':
    case 'picked':
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

// Nothing of the old seat is left (R20).
const RESET: Page = {
  visit: { at: 'door', trouble: 'reset', typed: '' },
  behind: null,
  away: false,
};

type Move = Exclude<
  PupilEvent,
  {
    readonly type:
      | 'lost'
      | 'viewed'
      | 'leave'
      | 'next'
      | 'gone'
      | 'old'
      | 'reset'
      | 'seated'
      | 'posted';
  }
>;

function move(visit: Visit, happening: Move): Visit {
  switch (happening.type) {
    case 'typed':
      return happening.code === null
        ? { at: 'door', trouble: 'code', typed: '' }
        : { at: 'joining', code: happening.code };
    case 'refused':
      return isJoining(visit, happening.code) ? refuse(happening.code, happening.trouble) : visit;
    case 'chose':
      return visit.at === 'asking' ? sendAnswer(visit.place, visit.turn, happening.answer) : visit;
    case 'picked':
      return visit.at === 'asking' ? { ...visit, picked: happening.ids } : visit;
    case 'acknowledged':
      return acknowledge(visit, happening.n, happening.sealed);
    case 'unknown-ballot':
    case 'too-late': {
      if (!pendingOf(visit) || !('place' in visit)) return visit;
      const { place } = visit;
      return happening.type === 'too-late'
        ? { at: 'closed', place }
        : { at: 'joining', code: place.code };
    }
    case 'again':
      return visit.at === 'answered' && mayChange(visit.turn) ? { ...visit, at: 'asking' } : visit;
    case 'keep':
      return visit.at === 'asking' && isCovered(visit.turn.spent)
        ? { ...visit, at: 'answered' }
        : visit;
    case 'restart':
      return { at: 'door', trouble: null, typed: '' };
  }
}

// An answer to a code that was typed before is none to this one.
function isJoining(visit: Visit, code: string): boolean {
  return visit.at === 'joining' && visit.code === code;
}

function sit(page: Page, place: Place): Page {
  if (!isJoining(page.visit, place.code)) return page;
  const visit: Visit = {
    at: 'arriving',
    place: { code: place.code, pass: place.pass, ballots: place.ballots, box: place.box ?? [] },
    spent: null,
  };
  return { ...page, visit, behind: page.behind?.pass === place.pass ? page.behind : null };
}

function useUp(page: Page, ballot: string): Page {
  const place = placeOf(page.visit);
  const box = place?.box?.filter((one) => one !== ballot) ?? [];
  return place && 'place' in page.visit
    ? { ...page, visit: { ...page.visit, place: { ...place, box } } }
    : page;
}

function refuse(code: string, trouble: Trouble): Visit {
  if (trouble === 'reset') return RESET.visit;
  return trouble === 'no-room' || trouble === 'lost'
    ? { at: 'door', trouble, typed: code }
    : { at: 'stuck', code, trouble };
}

function sendAnswer(place: Place, turn: Turn, answer: Answer): Visit {
  if (!mayChange(turn)) return { at: 'answered', place, turn };
  return {
    at: 'sending',
    place,
    turn: { ...turn, spent: { ...turn.spent, n: turn.spent.n + 1 } },
    answer,
  };
}

function acknowledge(visit: Visit, n: number, sealed: string): Visit {
  if (!('turn' in visit) || visit.turn.spent.n < n || (visit.turn.spent.receipt?.n ?? 0) >= n) {
    return visit;
  }
  const turn = { ...visit.turn, spent: { ...visit.turn.spent, receipt: { n, sealed } } };
  if (visit.at === 'closing') {
    return { ...visit, turn, answer: n === turn.spent.n ? null : visit.answer };
  }
  if (visit.at === 'sending' && n === turn.spent.n) {
    return { at: 'answered', place: visit.place, turn };
  }
  return { ...visit, turn };
}

function see(page: Page, view: PupilView): Page {
  if (view.state === 'reset') return step(page, { type: 'reset' });
  const visit = arrive(page.visit, view);
  const behind = page.behind && isOpen(view, page.behind) ? page.behind : null;
  const isIn = placeOf(visit) !== null;
  const isBox = view.box === true && isIn;
  const cover = isIn ? view.cover : undefined;
  const help = isIn ? view.help : page.help;
  const isSame =
    visit === page.visit &&
    behind === page.behind &&
    isBox === (page.box === true) &&
    cover === page.cover &&
    help === page.help;
  if (isSame && !page.away) return page;
  return {
    ...{ visit, behind, away: false },
    ...(isBox && { box: true }),
    ...(cover && { cover }),
    ...(help && { help }),
  };
}

function arrive(visit: Visit, view: Exclude<PupilView, { readonly state: 'reset' }>): Visit {
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
      return { at: view.lost ? 'gone' : 'finished' };
  }
}

function attend(
  visit: Visit,
  place: Place,
  view: Extract<PupilView, { state: 'asking' | 'closing' }>,
): Visit {
  const { question, round } = view;
  const same = 'turn' in visit && isOpen(view, visit.turn.spent) ? visit : null;
  if (view.state === 'asking' && same && same.at !== 'closing') return visit;
  if (view.state === 'closing' && same?.at === 'closing') return visit;
  const turn =
    same?.turn ??
    openTurn({ question, round, place, spent: visit.at === 'arriving' ? visit.spent : null });
  if (!turn) return visit.at === 'closed' ? visit : { at: 'closed', place };
  if (view.state === 'closing') return close(place, turn, same);
  return { at: isCovered(turn.spent) ? 'answered' : 'asking', place, turn };
}

// What is picked goes out as if it had been sent (R7), but never in the place of an answer that was sent before.
function close(place: Place, turn: Turn, same: Visit | null): Visit {
  const { picks, options } = turn.question;
  const ids = (same?.at === 'asking' && !isCovered(turn.spent) && same.picked) || [];
  const isWhole =
    ids[0] === PASS || ids.length === options.length || (picks === 'several' && ids.length > 0);
  const sent = isWhole ? sendAnswer(place, turn, writeAnswer(ids)) : same;
  return sent?.at === 'sending'
    ? { ...sent, at: 'closing' }
    : { at: 'closing', place, turn, answer: null };
}

type Opening = {
  readonly question: AskedQuestion;
  readonly round: number;
  readonly place: Place;
  readonly spent: Spent | null;
};

function openTurn({ question, round, place, spent }: Opening): Turn | null {
  const held = place.ballots.find(
    (ballot) => ballot.question === question.id && ballot.round === round,
  );
  if (!held) return null;
  const same = spent && spent.question === question.id && spent.round === round ? spent : null;
  return {
    question,
    round,
    ballot: held.ballot,
    spent: same ?? { question: question.id, round, n: 0, receipt: null },
  };
}

function depart(
  page: Page,
  { type, filler }: { readonly type: 'next' | 'leave'; readonly filler: string },
): Page {
  const place = placeOf(page.visit);
  const turn = 'turn' in page.visit ? page.visit.turn : null;
  const behind =
    place && turn
      ? leaveBehind(page.behind, place.pass, { spent: turn.spent, filler })
      : page.behind;
  if (type === 'leave') return { visit: { at: 'left' }, behind, away: false };
  return place ? { ...page, visit: { at: 'joining', code: place.code }, behind } : page;
}
