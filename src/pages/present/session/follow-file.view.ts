import type { Deck } from '../../../outputs/board/deck.ts';
import { deckSchema } from '../../../outputs/board/deck-schema.ts';
import { lessonChangeSchema } from '../../../outputs/board/lesson-change-schema.ts';
import { readAs } from '../../../text/schema.ts';
import { followLesson } from '../../../outputs/board/follow-lesson.view.ts';
import { keepQuestions } from '../../../outputs/board/renew-deck.ts';
import { versionedReader } from '../../../outputs/board/versioned-link.ts';
import { watchToday } from '../../../lesson/today.view.ts';
import { openedRoomOf } from './presenter-state.ts';
import type { PresenterStore } from './presenter-store.view.ts';
import { deckToday, SITE, sitePath } from './lesson-files.view.ts';
import type { Presenter } from './presenter.view.ts';

type Followed = {
  /** As it is taught, and all of it, whatever is chosen of it today. */
  readonly lesson: { now: Deck; whole: Deck };
  readonly stamp: string;
  readonly store: PresenterStore;
  readonly presenter: Presenter;
  /** False where no program watches the lesson's file. */
  readonly isServed: boolean;
};

/** Takes up what is written into the lesson's file, or chosen of it in another window, while it is presented; the questions of an open room stay as they are (R1). */
export function followFile({ lesson, stamp, store, presenter, isServed }: Followed): void {
  const { slug } = lesson.whole;
  let latest = lesson.now;

  function renew(): void {
    lesson.now = openedRoomOf(store.state()) === null ? latest : keepQuestions(lesson.now, latest);
    store.renew(lesson.now);
  }

  function take(deck: Deck = lesson.whole): void {
    lesson.whole = deck;
    latest = deckToday(deck);
    renew();
  }

  const other = (isNewer: boolean): void => {
    if (isNewer) store.send({ type: 'old' });
  };
  watchToday({ slug, site: sitePath() }, () => take());
  if (isServed) {
    const notes = () => presenter.change({ notes: presenter.ui().notes + 1 });
    followLesson(
      {
        slug,
        root: SITE,
        stamp,
        readDeck: versionedReader((value) => readAs(deckSchema, value), other),
        readChange: versionedReader((value) => readAs(lessonChangeSchema, value), other),
      },
      { deck: take, notes, held: (held) => presenter.change({ held }) },
    );
  }
  store.subscribe((before) => {
    const isRoomLeft = openedRoomOf(before) !== null && openedRoomOf(store.state()) === null;
    if (isRoomLeft && latest !== lesson.now) renew();
  });
}
