import { OLD_PAGE } from './version.ts';
import { Answering } from '../../questions/kinds.view.ts';
import { Calm } from './calm.tsx';
import { Door, Stuck } from './door.tsx';
import { makeFiller } from './filler.ts';
import { Dots, Tick } from './marks.tsx';
import { HelpAt } from './panels.tsx';
import {
  isCovered,
  mayChange,
  type PupilEvent,
  type Page,
  type Turn,
  type Visit,
} from './visit.ts';
import { wording } from './wording.ts';

type ScreenProps = {
  readonly page: Page;
  readonly send: (happening: PupilEvent) => void;
};

/** The one thing on the page now. */
export function Screen({ page: { visit, away, help }, send }: ScreenProps) {
  if (away && 'place' in visit && visit.at !== 'sending') return <Away />;
  switch (visit.at) {
    case 'door':
      return <Door trouble={visit.trouble} typed={visit.typed} />;
    case 'stuck':
      return <Stuck code={visit.code} trouble={visit.trouble} send={send} />;
    case 'joining':
    case 'arriving':
      return <Calm title="One moment" text="You are on your way in." />;
    case 'waiting':
      return (
        <Calm title="You’re in" text="Look at the board. Questions come here by themselves." />
      );
    case 'asking':
      return <Asking visit={visit} send={send} />;
    case 'sending':
      return <Sending away={away} />;
    case 'answered':
      return <Answered turn={visit.turn} send={send} />;
    case 'closing':
    case 'closed':
      return <Calm title="Answers are closed" text="Look at the board." />;
    case 'finished':
      return (
        <HelpAt
          title="Thank you for taking part"
          text={`There are no more questions.${help === 'none' ? '' : ' If you want to talk to someone:'}`}
          help={help}
        >
          {/* Words and no links: the next pupil must not find a page of help open. */}
          {help === undefined && (
            <p class="soft">
              {wording('More help, and replies to send, are on the web. Ask your {teacher} where.')}
            </p>
          )}
        </HelpAt>
      );
    case 'gone':
      return (
        <HelpAt
          title="This room has closed"
          text={`If the lesson is still going, type the code on the board.${help === 'none' ? '' : ' If you want to talk to someone:'}`}
          help={help}
        >
          <Restart words="Type a code" send={send} />
        </HelpAt>
      );
    case 'old':
      return <Old />;
    case 'left':
      return (
        <Calm title="You can close this page" text="">
          <Restart words="Start again" send={send} />
        </Calm>
      );
  }
}

function Asking({
  visit: { turn, picked },
  send,
}: {
  readonly visit: Extract<Visit, { at: 'asking' }>;
  readonly send: ScreenProps['send'];
}) {
  const { question, round } = turn;
  // What was picked for one question is nothing to the next.
  const key = `${question.id} ${round}`;
  return (
    <>
      <h1 tabIndex={-1} data-start>
        {question.prompt}
      </h1>
      <Answering
        key={key}
        kind={question.kind}
        picks={question.picks}
        options={question.options}
        onAnswer={(answer) => send({ type: 'chose', answer })}
        picked={picked ?? []}
        onPick={(ids) => send({ type: 'picked', ids })}
      />
      {isCovered(turn.spent) && (
        <p class="aside">
          <button type="button" class="link" onClick={() => send({ type: 'keep' })}>
            Keep the answer I gave
          </button>
        </p>
      )}
    </>
  );
}

function Sending({ away }: { readonly away: boolean }) {
  return (
    <section class="cover">
      <Dots />
      <h1 tabIndex={-1} data-start>
        Sending
      </h1>
      <p>
        It is covered, so nobody beside you can read it.
        {away && wording(' It goes as soon as the {teacher}’s computer answers.')}
      </p>
    </section>
  );
}

function Answered({ turn, send }: { readonly turn: Turn; readonly send: ScreenProps['send'] }) {
  return (
    <>
      <section class="cover">
        <Tick />
        <h1 tabIndex={-1} data-start>
          Your answer is in
        </h1>
        <p>
          It is covered, so nobody beside you can read it.
          {mayChange(turn) && wording(' You can change it until the {teacher} closes.')}
        </p>
        {mayChange(turn) && (
          <button type="button" class="button" onClick={() => send({ type: 'again' })}>
            Answer again
          </button>
        )}
      </section>
      <p class="aside">
        Sharing this tablet?{' '}
        <button
          type="button"
          class="link"
          onClick={() => send({ type: 'next', filler: makeFiller() })}
        >
          {wording('{Next pupil}')}
        </button>
      </p>
    </>
  );
}

function Old() {
  return (
    <Calm title={OLD_PAGE} text="">
      <button type="button" class="button" onClick={() => location.reload()}>
        Load it again
      </button>
    </Calm>
  );
}

function Away() {
  return (
    <Calm
      title="One moment"
      text={wording(
        'This page cannot reach the {teacher}’s computer. It tries again by itself. You do not need to do anything.',
      )}
    />
  );
}

function Restart({ words, send }: { readonly words: string; readonly send: ScreenProps['send'] }) {
  return (
    <button type="button" class="button" onClick={() => send({ type: 'restart' })}>
      {words}
    </button>
  );
}
