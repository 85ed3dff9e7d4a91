import { Button } from '../../../ui/controls.view.tsx';
import { SITE } from '../session/lesson-files.view.ts';
import { AfterCard } from '../panels/after-card.tsx';
import { DiscussedCard } from '../panels/discussed-card.tsx';
import { deckCares } from '../../../outputs/board/deck.ts';
import { Debrief, SlipsFirst } from '../panels/debrief.tsx';
import { NextLesson } from '../panels/next-lesson.tsx';
import type { Mode } from '../session/presenter-state.ts';
import type { Presenter } from '../session/presenter.view.ts';
import { wording } from '../../../ui/wording.view.ts';
import { endWords, isPastEnd, type RunningLesson } from '../../../text/running-lesson.ts';
import { pageAddress } from '../../../text/site-file.view.ts';

/** Said when the lesson's file cannot be had. */
export function Unread() {
  return (
    <main class="calm">
      <h1>This lesson could not be read</h1>
      <p>Check that the program on this laptop is running, then load this page again.</p>
      <p>
        <a href={SITE}>All lessons</a>
      </p>
    </main>
  );
}

/** Said where the lesson has no slides, in place of a start that would lead nowhere. */
export function NoSlides({ slug }: { readonly slug: string }) {
  return (
    <main class="calm">
      <h1>There is nothing to teach from yet</h1>
      <p>This lesson has no slides. Its page says what to fix.</p>
      <p class="calm__row">
        <a class="button button--main" href={pageAddress(`${SITE}lesson/${slug}/`)}>
          The lesson’s page
        </a>
        <a class="button" href={SITE}>
          All lessons
        </a>
      </p>
    </main>
  );
}

/** Said where another window presents the lesson already. */
export function Elsewhere({ take }: { readonly take: () => void }) {
  return (
    <main class="calm">
      <h1>This lesson is open in another window</h1>
      <p>Only one window can lead the board. You lose nothing if you take over here.</p>
      <p class="calm__row">
        <Button onPress={take} variant="main">
          Take over
        </Button>
        <a class="button" href={SITE}>
          All lessons
        </a>
      </p>
    </main>
  );
}

type OtherRunsProps = {
  readonly other: RunningLesson;
  readonly title: string;
  readonly here: string;
  /** Ms since 1970. */
  readonly now: number;
  readonly open: () => void;
};

/** Asks first where another lesson is running: it is not finished by opening a second one. Where it had to end before now it was forgotten, and what was asked for comes first. */
export function OtherRuns({ other, title, here, now, open }: OtherRunsProps) {
  const isForgotten = isPastEnd(other, now);
  const became = isForgotten ? endWords(other, now) : 'was started in this browser';
  const ways = [
    <a
      key="back"
      class={isForgotten ? 'button' : 'button button--main'}
      href={pageAddress(`${SITE}present/${other.slug}/`)}
    >
      {wording('Return to it')}
    </a>,
    <Button key="open" onPress={open} variant={isForgotten ? 'main' : 'plain'}>
      Open “{here}” as well
    </Button>,
  ];
  return (
    <main class="calm">
      <h1>{wording('A lesson is running')}</h1>
      <p>
        {wording(
          title === ''
            ? `Another lesson ${became}, and is not finished.`
            : `“${title}” ${became}, and is not finished.`,
        )}
      </p>
      <p class="calm__row">{isForgotten ? ways.toReversed() : ways}</p>
    </main>
  );
}

type OverProps = { readonly presenter: Presenter; readonly now: Date };
type FinishedProps = OverProps & { readonly closesAt: number | null };

const OVER = {
  lesson: 'The lesson is finished',
  rehearsal: 'The rehearsal is over',
  preview: 'The preview is over',
} as const satisfies Readonly<Record<Mode, string>>;

/** Said once the lesson is over, beside a board that shows help and then closes; what is the teacher's alone follows. */
export function Finished({ presenter, closesAt, now }: FinishedProps) {
  const { mode } = presenter.store.state();
  const { deck } = presenter;
  // What is left to do is left by a class: a pretend one leaves nothing.
  const hasDebrief = mode === 'lesson' && deckCares(deck, 'debrief');
  return (
    <main class="calm">
      <h1>{OVER[mode]}</h1>
      {hasDebrief && deck.audience === 'pupils' && <SlipsFirst />}
      <p class="screen-only">
        {mode === 'rehearsal'
          ? wording('The pretend {class} has gone home, and none of it is saved.')
          : 'The room is closed, and its answers are deleted. What this page still shows goes when you close it.'}
      </p>
      <BoardRow presenter={presenter} closesAt={closesAt} now={now} />
      <DiscussedCard presenter={presenter} />
      <AfterCard presenter={presenter} />
      {hasDebrief && <Debrief deck={deck} />}
      {mode === 'lesson' && <NextLesson slug={deck.slug} audience={deck.audience} />}
      <OverButtons presenter={presenter} />
    </main>
  );
}

/** The same where this window was the board: nothing of the lesson is left on it for the next class. */
export function Cleared({ presenter }: Pick<OverProps, 'presenter'>) {
  return (
    <main class="calm">
      <h1>The lesson is finished</h1>
      <p>Its answers are deleted.</p>
      <p class="calm__row">
        <Button onPress={() => presenter.change({ dialog: 'after' })}>See private results</Button>
      </p>
      <OverButtons presenter={presenter} />
    </main>
  );
}

function OverButtons({ presenter }: Pick<OverProps, 'presenter'>) {
  return (
    <p class="calm__row">
      <a class="button button--main" href={SITE}>
        All lessons
      </a>
      {presenter.deck.questions.length > 0 && (
        <Button onPress={() => presenter.change({ dialog: 'slips' })}>Count paper slips</Button>
      )}
      <Button onPress={() => presenter.store.reset()}>Teach it again</Button>
    </p>
  );
}

function BoardRow({ presenter: { deck, store, board }, closesAt, now }: FinishedProps) {
  const shown = deckCares(deck, 'help slide') ? 'help' : 'the title';
  const isLost = store.state().board.is === 'lost';
  if (isLost || (closesAt !== null && now.getTime() >= closesAt)) {
    return <p class="board-row screen-only">The board is closed.</p>;
  }
  function close(): void {
    board.end();
    store.send({ type: 'close-board' });
  }
  return (
    <div class="board-row screen-only">
      <p>
        {closesAt === null
          ? `The board shows ${shown} until you close it.`
          : `The board shows ${shown}, and closes by itself two minutes after the end.`}
      </p>
      <p class="calm__row">
        <Button onPress={close}>Close the board now</Button>
        {closesAt !== null && (
          <Button onPress={() => store.send({ type: 'keep-board' })}>Keep it open</Button>
        )}
      </p>
    </div>
  );
}
