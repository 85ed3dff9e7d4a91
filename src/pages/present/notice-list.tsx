import { Button } from '../../look/controls.view.tsx';
import type { Presenter } from './presenter.view.ts';
import { heldWords, noticesOf, type Notice } from './words.ts';

/** What is wrong or waited for, each with what one press does about it. */
export function NoticeList({ presenter }: { readonly presenter: Presenter }) {
  const { problem, held } = presenter.ui();
  const notices = noticesOf(presenter.store.desk());
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

function NoticeOffer({ presenter: { board, room, change }, offer }: { readonly presenter: Presenter; readonly offer: Notice['offer'] }) {
  switch (offer) {
    case 'open-board':
      return (
        <Button
          press={() => change({ problem: board.open() ? '' : 'The browser did not open the board’s window. Allow pop-ups for this address.' })}
          icon="screen"
        >
          Open the board
        </Button>
      );
    case 'new-room':
      return <Button press={() => void room.open()}>Open a new room</Button>;
    case null:
      return null;
  }
}
