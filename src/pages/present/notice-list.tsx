import { Button } from '../../look/controls.view.tsx';
import { bellWords, readBell } from './bell.ts';
import { readClock } from './block-clock.ts';
import { keyOf } from './keys.ts';
import { isAtEnd } from './moves.ts';
import type { Presenter } from './presenter.view.ts';
import { heldWords, noticesOf, type Notice } from './words.ts';

/** What is wrong or waited for, each with what one press does about it. */
export function NoticeList({ presenter, now }: { readonly presenter: Presenter; readonly now?: Date }) {
  const { problem, held } = presenter.ui();
  const notices = [...noticesOf(presenter.store.desk()), ...(now ? bellNotices(presenter, now.getTime()) : [])];
  // The class never reads what is wrong with the lesson's file.
  const mistake = presenter.store.desk().screens === 'two' ? held : null;
  if (notices.length === 0 && problem === '' && mistake === null) return null;
  return (
    <section class="notices" aria-label="What needs you">
      {problem !== '' && <p class="notice">{problem}</p>}
      {mistake !== null && <p class="notice">{heldWords(mistake)}</p>}
      {notices.map((notice) => (
        <p class="notice" key={notice.id}>
          <span>{notice.words}</span>
          <NoticeOffer presenter={presenter} offer={notice.offer} />
        </p>
      ))}
    </section>
  );
}

function NoticeOffer({ presenter: { room, act }, offer }: { readonly presenter: Presenter; readonly offer: Notice['offer'] }) {
  switch (offer) {
    case 'open-board':
      return (
        <Button press={() => act('board')} icon="screen" shortcut={keyOf('board')}>
          Open the board
        </Button>
      );
    case 'new-room':
      return <Button press={() => void room.open()}>Open a new room</Button>;
    case 'land':
      return (
        <Button press={() => act('land')} shortcut={keyOf('land')}>
          Land safely
        </Button>
      );
    case null:
      return null;
  }
}

// The teacher alone is told of the bell, where notes are.
function bellNotices({ deck, store }: Presenter, now: number): readonly Notice[] {
  const desk = store.desk();
  if (desk.bell === null || desk.landing || isAtEnd(deck, desk, 'next')) return [];
  const { minutes, isNear } = readBell(desk.bell, { now, left: readClock(desk, deck, now).left });
  return isNear ? [{ id: 'bell', words: bellWords(minutes), offer: 'land' }] : [];
}
