import { Button } from '../../look/controls.view.tsx';
import { SITE } from './lesson-files.view.ts';
import { AfterCard } from './after-card.tsx';
import type { Presenter } from './presenter.view.ts';

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
      <p>This lesson has no slides. Its page says what to put right.</p>
      <p class="calm__row">
        <a class="button button--main" href={`${SITE}lesson/${slug}/`}>
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
      <p>Only one window can lead the board. Nothing is lost if you go on here.</p>
      <p class="calm__row">
        <Button press={take} look="main">
          Present here
        </Button>
        <a class="button" href={SITE}>
          All lessons
        </a>
      </p>
    </main>
  );
}

/** Said once the lesson is over, beside a board that stays on its last slide. */
export function Finished({ presenter }: { readonly presenter: Presenter }) {
  const { rehearsal, preview } = presenter.store.desk();
  return (
    <main class="calm">
      <h1>{rehearsal ? 'The rehearsal is over' : preview ? 'The preview is over' : 'The lesson is finished'}</h1>
      <p>
        {rehearsal
          ? 'The pretend class has gone home, and nothing of it is kept.'
          : 'The room is closed, and nothing that was counted in it is kept. The board stays on its last slide until you close its window.'}
      </p>
      <p class="calm__row">
        <a class="button button--main" href={SITE}>
          All lessons
        </a>
        {presenter.deck.questions.length > 0 && <Button press={() => presenter.change({ dialog: 'slips' })}>Count paper slips</Button>}
        <Button press={() => presenter.store.reset()}>Teach it again</Button>
      </p>
      <AfterCard presenter={presenter} />
    </main>
  );
}
