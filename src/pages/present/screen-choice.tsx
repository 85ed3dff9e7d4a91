import { Icon } from '../../look/controls.view.tsx';

/** The two ways to use screens, as two big buttons. */
export function ScreenChoice({ choose }: { readonly choose: (screens: 'one' | 'two') => void }) {
  return (
    <div class="choices">
      <button type="button" class="choice" onClick={() => choose('one')}>
        <Icon name="screen" />
        <strong>Only this one, or it is mirrored</strong>
        <span>This window becomes the board. No notes are shown.</span>
      </button>
      <button type="button" class="choice" onClick={() => choose('two')}>
        <Icon name="screens" />
        <strong>The board is on a second screen</strong>
        <span>The board opens in a window of its own: move it to the big screen. Your notes stay here.</span>
      </button>
    </div>
  );
}
