import { term } from '../../../help/terms.ts';
import type { LessonAudience } from '../../../lesson/lesson.ts';
import { Button } from '../../../ui/controls.view.tsx';
import type { Presenter } from '../session/presenter.view.ts';
import { wording } from '../../../ui/wording.view.ts';
import './debrief.css';

type DebriefProps = Pick<Presenter, 'deck'>;

/** What is left to do once the lesson is over: a short list to read, nothing of it kept (S6, M12). */
export function Debrief({ deck }: DebriefProps) {
  const lead = term('lead', 'adults');
  return (
    <section class="debrief" aria-labelledby="debrief">
      <h2 id="debrief">Before you go</h2>
      <ul class="debrief__list">
        <li>
          <b>How was it for you?</b> If it was heavy, talk it over today with a colleague or {lead}.
          You don’t have to carry it alone.
        </li>
        {deck.audience === 'adults' ? (
          <AfterAdults />
        ) : (
          <AfterClass asked={deck.questions.length > 0} />
        )}
      </ul>
      <p class="calm__row screen-only">
        <Button onPress={() => print()} icon="print">
          Print this, with a blank lesson record
        </Button>
      </p>
      <DeliveryNote title={deck.title} audience={deck.audience} />
    </section>
  );
}

/** Said before everything else: what a slip tells may not wait until everyone has gone home (M11). */
export function SlipsFirst() {
  return (
    <p class="advice">
      <b>Read the slips from the question box before {wording('{pupils}')} leave.</b> If one worries
      you, tell {term('lead', 'adults')} now. Don’t ask who wrote it.
    </p>
  );
}

function AfterClass({ asked }: { readonly asked: boolean }) {
  const lead = term('lead', 'adults');
  return (
    <>
      <li>
        <b>Who to check on?</b> Anyone who was upset, very quiet, or out of the room. Tell {lead}{' '}
        today what worried you, in the {wording('{pupil}')}’s own words.
      </li>
      <li>
        <b>Slips and notes.</b> Read them with {lead} today. What worries you stays with {lead};
        destroy the rest as {wording('{your school}')}’s policy says.
      </li>
      <li>
        <b>Help cards.</b> Keep one for each {wording('{pupil}')} who missed today.
      </li>
      <li>
        <b>Within two weeks.</b> Come back to it for twenty minutes, and answer the question box in
        your own words.
      </li>
      {asked && (
        <li>
          <b>What {wording('pupils')} thought.</b> Count the paper slips while you have them.
        </li>
      )}
    </>
  );
}

// No one there needs a help card of pupils', and no box is read.
function AfterAdults() {
  const lead = term('lead', 'adults');
  return (
    <>
      <li>
        <b>Who stayed behind, or went quiet?</b> Tell {lead} today what worried you, in their own
        words.
      </li>
      <li>
        <b>What you could not answer.</b> Write it down, find out, and send the answer to everyone
        who came.
      </li>
      <li>
        <b>Who could not come?</b> They get the same: where to see everything, and who to ask.
      </li>
    </>
  );
}

const ways = ['Which version', 'What was left out, and when it follows'] as const;
const lines: Readonly<Record<LessonAudience, readonly string[]>> = {
  pupils: [
    '{Class} and date',
    ...ways,
    'Who missed it, and still needs a help card',
    'The follow-up: when, and who takes it',
    'To do before then',
  ],
  adults: [
    'Who it was for, and the date',
    ...ways,
    'What was asked and still needs an answer, and who will give it',
    'To do before then',
  ],
};

// The record of a lesson is on paper, written by hand: no page of ours ever holds it.
function DeliveryNote({
  title,
  audience,
}: {
  readonly title: string;
  readonly audience: LessonAudience;
}) {
  return (
    <div class="delivery">
      <h2>Lesson record</h2>
      <p>
        {title}. No {wording('{pupil}')}’s words on this sheet: they go to {term('lead', 'adults')}.
      </p>
      {lines[audience].map((line) => (
        <p class="delivery__line" key={line}>
          {wording(line)}
        </p>
      ))}
    </div>
  );
}
