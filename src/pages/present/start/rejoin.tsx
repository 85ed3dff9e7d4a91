import type { TargetedSubmitEvent } from 'preact';
import { useState } from 'preact/hooks';
import { Button } from '../../../ui/controls.view.tsx';
import { codeText } from '../../../room/code.ts';
import { openedRoomOf, screensOf } from '../session/presenter-state.ts';
import type { Presenter } from '../session/presenter.view.ts';
import { PrivateDialog } from '../room/private-dialog.tsx';
import './rejoin.css';

type RejoinProps = { readonly presenter: Pick<Presenter, 'deck' | 'store' | 'room' | 'change'> };

/** The words by which another browser goes on with this room (R13); on a screen that pupils may see it waits. */
export function RejoinDialog({
  presenter: { store, room, change, ui },
}: RejoinProps & { readonly presenter: Pick<Presenter, 'ui'> }) {
  const opened = openedRoomOf(store.state());
  const screens = screensOf(store.state());
  return (
    <PrivateDialog
      title="Move to another computer"
      isPrivate={screens === 'two' && !ui().isScreenLost}
      close={() => change({ dialog: null })}
    >
      {opened?.phrase ? (
        <>
          <p>Open this lesson there, press “Take over a lesson that is running”, and type:</p>
          <p class="rejoin__words">
            <b>{codeText(opened.code)}</b>
            <b>{opened.phrase}</b>
          </p>
          <p>
            Anyone with these words can lead this lesson, so don’t show them. They stop working when
            the lesson ends.
          </p>
        </>
      ) : (
        <p>
          There is no room yet: it opens with the first question.{' '}
          <Button onPress={() => void room.open()}>Open it now</Button>
        </p>
      )}
    </PrivateDialog>
  );
}

/** Goes on with a room that another browser opened, by its code and its words. */
export function RejoinForm({ presenter: { deck, room } }: RejoinProps) {
  const [trouble, setTrouble] = useState('');

  async function go(event: TargetedSubmitEvent<HTMLFormElement>): Promise<void> {
    event.preventDefault();
    const form = event.currentTarget;
    const typed = (name: string) =>
      form.querySelector<HTMLInputElement>(`[name="${name}"]`)?.value ?? '';
    setTrouble('');
    setTrouble(
      await room.rejoin({ lesson: deck.slug, code: typed('code'), phrase: typed('phrase') }),
    );
  }

  return (
    <details class="rejoin">
      <summary>Take over a lesson that is running</summary>
      <form onSubmit={(event) => void go(event)} autoComplete="off">
        <p>
          On the computer that leads it, press “Screens”, then “Move to another computer”. It shows
          a code and four words.
        </p>
        <p class="rejoin__fields">
          <label>
            Code{' '}
            <input
              name="code"
              type="text"
              size={8}
              required
              spellcheck={false}
              autoCapitalize="characters"
            />
          </label>
          <label>
            Four words{' '}
            <input
              name="phrase"
              type="text"
              size={34}
              required
              spellcheck={false}
              autoCapitalize="none"
            />
          </label>
          <Button variant="main">Take over</Button>
        </p>
        {trouble !== '' && (
          <p class="notice" role="alert">
            {trouble}
          </p>
        )}
      </form>
    </details>
  );
}
