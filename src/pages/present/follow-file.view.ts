import type { Deck } from '../../deck/deck.ts';
import { followLesson } from '../../deck/follow-lesson.view.ts';
import { keepQuestions } from '../../deck/renew-deck.ts';
import type { DeskStore } from './desk-store.view.ts';
import { namedToday, SITE } from './lesson-files.view.ts';
import type { Presenter } from './presenter.view.ts';

type Followed = { readonly lesson: { now: Deck }; readonly stamp: string; readonly store: DeskStore; readonly presenter: Presenter };

/** Takes up what is written into the lesson's file while it is presented; the questions of an open room stay as they are (R1). */
export function followFile({ lesson, stamp, store, presenter }: Followed): void {
  let latest = lesson.now;

  function renew(): void {
    const { room } = store.desk();
    lesson.now = room === null ? latest : keepQuestions(lesson.now, latest);
    store.renew(lesson.now);
  }

  followLesson(
    { slug: lesson.now.slug, root: SITE, stamp },
    {
      deck(deck) {
        latest = namedToday(deck);
        renew();
      },
      notes: () => presenter.change({ notes: presenter.ui().notes + 1 }),
      held: (held) => presenter.change({ held }),
    },
  );
  store.watch((before) => {
    if (before.room !== null && store.desk().room === null && latest !== lesson.now) renew();
  });
}
