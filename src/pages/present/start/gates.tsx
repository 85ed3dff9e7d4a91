import { reviewOf } from '../../../outputs/plan/review-words.ts';
import type { DeckFilm, LessonReview } from '../../../outputs/board/deck.ts';
import { watchFilm } from '../../../film/watch-film.view.ts';
import { SITE } from '../session/lesson-files.view.ts';
import { Button, Icon } from '../../../ui/controls.view.tsx';
import type { LessonAudience } from '../../../lesson/lesson.ts';
import { missingSentence, ticksFor, type TodayTick } from '../../../school/before-teaching.ts';
import { gateSentence, type GateState } from '../../../school/gate.ts';
import { AskLead } from './ask-lead.tsx';
import type { OwnTick } from './today-ticks.ts';
import './gates.css';

/** Both gates before a lesson (M27): what stands, what is ticked, and who is in the building. */
export type GatesProps = {
  readonly audience: LessonAudience;
  /** The film that plays; null without one. */
  readonly film: DeckFilm | null;
  readonly slug: string;
  /** Who reviewed the lesson, by role, as its head says; and how its review is where the program knows. */
  readonly reviewedBy: readonly string[];
  readonly review: LessonReview | null;
  /** null until it has been looked up. */
  readonly gate: GateState | null;
  readonly ticked: readonly OwnTick[];
  readonly tick: (tick: OwnTick, on: boolean) => void;
  readonly lead: string;
  readonly changeLead: (name: string) => void;
  /** The lead and the deputies as the school has entered them. */
  readonly names: readonly string[];
  /** True where the lesson was to start without the name. */
  readonly isNameWanted?: boolean;
};

const words: Readonly<
  Record<LessonAudience, Readonly<Record<Exclude<TodayTick, 'lead'>, string>>>
> = {
  pupils: {
    watched: 'I have watched the film, or read the story',
    pupils: 'I know who may find this hard, and what they will do instead',
    help: 'Someone can come if I call',
  },
  adults: {
    watched: 'I have read the slides, my notes and the hard questions, and watched any film I show',
    pupils: '',
    help: 'Someone has time afterwards, in a quiet place, for anyone who stays behind',
  },
};

/** The safeguarding lead's gate of the term in a line, and the teacher's four ticks of today; for adults three ticks, and no gate of the term. */
export function Gates({
  slug,
  audience,
  film,
  reviewedBy,
  review,
  gate,
  ticked,
  tick,
  ...lead
}: GatesProps) {
  const own = (one: Exclude<TodayTick, 'lead'>) => (
    <label key={one} class="gates__tick" htmlFor={`tick-${one}`}>
      <input
        id={`tick-${one}`}
        type="checkbox"
        checked={ticked.includes(one)}
        onChange={(event) => tick(one, event.currentTarget.checked)}
      />
      <span>{words[audience][one]}</span>
    </label>
  );
  return (
    <fieldset class="card gates">
      <legend class="unseen">Before you teach</legend>
      {audience === 'pupils' && <GateLine gate={gate} slug={slug} />}
      <ReviewLine reviewedBy={reviewedBy} review={review} />
      {film !== null && (
        <p class="gates__film">
          <Button onPress={() => watchFilm(film, SITE)} icon="play">
            Watch the film
          </Button>
        </p>
      )}
      {ticksFor(audience).map((one) =>
        one === 'lead' ? (
          <LeadTick key={one} isOn={ticked.includes(one)} tick={tick} {...lead} />
        ) : (
          own(one)
        ),
      )}
    </fieldset>
  );
}

function GateLine({ gate, slug }: Pick<GatesProps, 'gate' | 'slug'>) {
  if (gate === null) return <p class="gates__term">Looking up the approval for this term…</p>;
  const isDone = gate.is === 'done';
  return (
    <div class={`gates__term gates__term--${isDone ? 'done' : 'open'}`}>
      <Icon name={isDone ? 'check' : 'todo'} />
      <p>
        <b>Approval:</b> {gateSentence(gate)}{' '}
        {!isDone && <AskLead review={gate.is === 'suspended' ? slug : null} />}
      </p>
    </div>
  );
}

function ReviewLine({ reviewedBy, review }: Pick<GatesProps, 'reviewedBy' | 'review'>) {
  const { isReviewed, words } = reviewOf(reviewedBy, review);
  return (
    <div class="gates__term">
      <Icon name={isReviewed ? 'check' : 'look'} />
      <p>
        <b>Review:</b> {words}
      </p>
    </div>
  );
}

type LeadProps = Pick<GatesProps, 'tick' | 'lead' | 'changeLead' | 'names' | 'isNameWanted'> & {
  readonly isOn: boolean;
};

// Who it is stands nowhere but in this page, until it is closed.
function LeadTick({ isOn, tick, lead, changeLead, names, isNameWanted = false }: LeadProps) {
  function check(on: boolean): void {
    if (on && lead === '') changeLead(names[0] ?? '');
    tick('lead', on);
  }
  function name(typed: string): void {
    changeLead(typed);
    if (typed.trim() !== '' && !isOn) tick('lead', true);
  }
  return (
    <div class="gates__tick gates__lead">
      <input
        id="tick-lead"
        type="checkbox"
        checked={isOn}
        onChange={(event) => check(event.currentTarget.checked)}
      />
      <label htmlFor="tick-lead">The safeguarding lead or a deputy is in the building:</label>
      <input
        id="lead-today"
        type="text"
        list="lead-names"
        autoComplete="off"
        maxLength={80}
        placeholder="Who"
        aria-label="Who is in the building?"
        value={lead}
        aria-invalid={isNameWanted}
        aria-describedby={isNameWanted ? 'lead-wanted' : undefined}
        onInput={(event) => name(event.currentTarget.value)}
      />
      {isNameWanted && (
        <span id="lead-wanted" class="gates__wanted">
          {missingSentence(['lead-name'])}
        </span>
      )}
      <datalist id="lead-names">
        {names.map((one) => (
          <option key={one}>{one}</option>
        ))}
      </datalist>
    </div>
  );
}
