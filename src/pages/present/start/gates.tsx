import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import { reviewOf } from '../../../outputs/plan/review-words.ts';
import type { DeckFilm, LessonReview } from '../../../outputs/board/deck.ts';
import { watchFilm } from '../../../film/watch-film.view.ts';
import { SITE } from '../session/lesson-files.view.ts';
import { Icon } from '../../../ui/controls.view.tsx';
import { wording } from '../../../ui/wording.view.ts';
import type { LessonAudience } from '../../../lesson/lesson.ts';
import { openApprovalHere } from '../../../approval/approval-here.view.ts';
import type { ApprovalView } from '../../../approval/approval-protocol.ts';
import { withdrawRequest, WITHDRAWN } from '../../../approval/withdraw-request.view.ts';
import { approvalLine } from '../../../approval/approval-line.ts';
import {
  NAME_WANTED,
  ticksFor,
  type MissingBefore,
  type TodayTick,
} from '../../../school/before-teaching.ts';
import type { GateState } from '../../../school/gate.ts';
import { AskLead } from './ask-lead.tsx';
import { startWords } from '../../../outputs/plan/start-words.ts';
import type { OwnTick } from './typed-start.ts';
import './approval.css';

type TodayProps = {
  readonly audience: LessonAudience;
  /** The film that plays; null without one. */
  readonly film: DeckFilm | null;
  readonly ticked: readonly OwnTick[];
  readonly tick: (tick: OwnTick, on: boolean) => void;
  readonly lead: string;
  readonly changeLead: (name: string) => void;
  /** The lead and the deputies as the school has entered them. */
  readonly people: readonly Person[];
  /** What was missing when the lesson was to start. */
  readonly wanted: readonly MissingBefore[];
};

/** Someone of the safeguarding team: who it is, and what for. */
export type Person = { readonly name: string; readonly role: string };

/** The teacher's ticks of today (M27), never made beforehand. */
export function TodayTicks({ audience, film, ticked, tick, wanted, ...lead }: TodayProps) {
  return (
    <fieldset class="gates">
      <legend class="unseen">Today</legend>
      {ticksFor(audience).map((one) =>
        one === 'lead' ? (
          <LeadTick
            key={one}
            words={startWords[audience].ticks.lead}
            isOn={ticked.includes(one)}
            tick={tick}
            isNameWanted={wanted.includes('lead') || wanted.includes('lead-name')}
            {...lead}
          />
        ) : (
          <p
            key={one}
            class={wanted.includes(one) ? 'gates__tick gates__tick--wanted' : 'gates__tick'}
          >
            <label htmlFor={`tick-${one}`}>
              <Tick id={one} ticked={ticked} tick={tick} />
              <span>{wording(startWords[audience].ticks[one])}</span>
            </label>{' '}
            {one === 'watched' && film !== null && (
              <button type="button" class="gates__watch" onClick={() => watchFilm(film, SITE)}>
                Watch the film
              </button>
            )}
          </p>
        ),
      )}
    </fieldset>
  );
}

type TickProps = Pick<TodayProps, 'ticked' | 'tick'> & { readonly id: TodayTick };

function Tick({ id, ticked, tick }: TickProps) {
  return (
    <input
      id={`tick-${id}`}
      type="checkbox"
      checked={ticked.includes(id)}
      onChange={(event) => tick(id, event.currentTarget.checked)}
    />
  );
}

type LeadProps = Pick<TodayProps, 'tick' | 'lead' | 'changeLead' | 'people'> & {
  readonly isNameWanted: boolean;
  readonly words: string;
  readonly isOn: boolean;
};

// Who it is is nowhere but in this page, until it is closed.
function LeadTick({ words, isOn, tick, lead, changeLead, people, isNameWanted }: LeadProps) {
  const isListed = people.some(({ name }) => name === lead);
  const [isOther, setOther] = useState(false);
  // The list may come while someone is in the field. A name that was typed stays in it: were the field to go at the press that leaves it, what is pressed would move away below.
  const [isHere, setHere] = useState(false);
  const isTyped = people.length === 0 || isOther || isHere || (lead !== '' && !isListed);
  const described = { 'aria-describedby': isNameWanted ? 'lead-wanted' : undefined };

  function name(chosen: string): void {
    changeLead(chosen);
    if (chosen.trim() !== '' && !isOn) tick('lead', true);
  }
  function pick(chosen: string): void {
    setOther(chosen === OTHER);
    setHere(false);
    name(chosen === OTHER ? '' : chosen);
  }

  return (
    <div
      class={
        isNameWanted ? 'gates__tick gates__tick--wanted gates__lead' : 'gates__tick gates__lead'
      }
    >
      <label htmlFor="tick-lead">
        <Tick id="lead" ticked={isOn ? ['lead'] : []} tick={tick} />
        <span>{wording(words)}</span>
      </label>
      {people.length > 0 && (
        <select
          id={isTyped ? undefined : 'lead-today'}
          aria-label="Who is in today?"
          aria-invalid={isNameWanted && !isTyped}
          {...(isTyped ? {} : described)}
          value={isTyped ? OTHER : lead}
          onChange={(event) => pick(event.currentTarget.value)}
        >
          <option value="">Choose</option>
          {people.map((one) => (
            <option key={one.name} value={one.name}>
              {`${one.role}: ${one.name}`}
            </option>
          ))}
          <option value={OTHER}>Someone else</option>
        </select>
      )}
      {isTyped && (
        <input
          id="lead-today"
          type="text"
          autoComplete="off"
          maxLength={80}
          placeholder="Name or role"
          aria-label="Who is in the building?"
          value={lead}
          aria-invalid={isNameWanted}
          {...described}
          onInput={(event) => name(event.currentTarget.value)}
          onFocus={() => setHere(true)}
          onBlur={() => setHere(lead.trim() !== '')}
        />
      )}
      {!isTyped && lead.length > FITS_FIELD && <span class="gates__whole">{lead}</span>}
      {isNameWanted && (
        <span id="lead-wanted" class="gates__wanted">
          {NAME_WANTED}
        </span>
      )}
    </div>
  );
}

/** The most characters of a name that its field shows whole beside its role, in a narrow window too. */
const FITS_FIELD = 20;

// No name has a line in it.
const OTHER = '\n';

type ApprovalProps = {
  readonly slug: string;
  /** null until it has been looked up. */
  readonly gate: GateState | null;
  /** Since when it is asked for; null where it is not. */
  readonly asked: string | null;
  /** Is given the approval after a request that was made or withdrawn here. */
  readonly changed: (view: ApprovalView) => void;
};

/** The safeguarding lead's approval of the lesson: a line where it is given, and where it is not, how to ask for it. */
export function Approval({ gate, asked, slug, changed }: ApprovalProps) {
  const place = useRef<HTMLElement>(null);
  const [withdrawn, setWithdrawn] = useState(0);
  const showWithdrawn = useCallback(
    (view: ApprovalView) => {
      setWithdrawn((times) => times + 1);
      changed(view);
    },
    [changed],
  );
  useEffect(() => {
    // What was pressed is gone.
    if (withdrawn > 0) place.current?.querySelector('a')?.focus();
  }, [withdrawn]);
  if (gate === null) return <p class="gates__line">Looking up the approval…</p>;
  const { state, means } = approvalLine(gate, asked);
  if (gate.is === 'done') {
    return (
      <p class="gates__line">
        <Icon name="check" />
        <span>{state}</span>
      </p>
    );
  }
  const isReview = gate.is === 'suspended' && gate.until === 'review';
  return (
    <section class="gates__open" ref={place} aria-labelledby="not-approved">
      <h2 id="not-approved">{missingWords(gate)}</h2>
      <p>
        {state} {means}
      </p>
      {/* With another link each time: one that was withdrawn works no more. */}
      {(gate.is !== 'suspended' || gate.until !== 'program') && (
        <AskLead key={withdrawn} slug={slug} isReview={isReview} changed={changed} />
      )}
      {asked !== null && !isReview && <Withdraw slug={slug} done={showWithdrawn} />}
      <p role="status">{withdrawn > 0 && asked === null && WITHDRAWN}</p>
    </section>
  );
}

type WithdrawProps = { readonly slug: string; readonly done: (view: ApprovalView) => void };

function Withdraw({ slug, done }: WithdrawProps) {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const here = openApprovalHere(SITE, slug);
    place.current?.replaceChildren(withdrawRequest(here, { done }));
  }, [slug, done]);
  return <div ref={place} />;
}

function missingWords(gate: Exclude<GateState, { readonly is: 'done' }>): string {
  if (gate.is !== 'suspended') return 'Not approved yet';
  switch (gate.until) {
    case 'review':
      return 'To be reviewed first';
    case 'approval':
      return 'To be approved again';
    case 'program':
      return 'Not taught from here';
  }
}

type ReviewProps = {
  /** Who reviewed the lesson, by role, as its head says; and how its review is where the program knows. */
  readonly reviewedBy: readonly string[];
  readonly review: LessonReview | null;
};

/** Who reviewed the lesson. */
export function ReviewLine({ reviewedBy, review }: ReviewProps) {
  const { isReviewed, words } = reviewOf(reviewedBy, review);
  return (
    <p class="gates__line">
      <Icon name={isReviewed ? 'check' : 'look'} />
      <span>{words}</span>
    </p>
  );
}
