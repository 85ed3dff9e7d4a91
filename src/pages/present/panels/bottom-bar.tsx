import { WatchingBar } from '../start/watching.tsx';
import { isWatching } from '../session/presenter-state.ts';
import type { Presenter } from '../session/presenter.view.ts';
import { MainButtons } from './main-button.tsx';
import { SafetyButtons } from './safety-buttons.tsx';

type BarProps = { readonly presenter: Presenter; readonly now: Date };

/** What moves the lesson on at the left, and at the right, in every state, what stops it. */
export function BottomBar({ presenter, now }: BarProps) {
  return (
    <nav class="bar bar--desk" aria-label="The lesson">
      <div class="bar__go">
        {isWatching(presenter.store.state()) ? (
          <WatchingBar takeOver={() => presenter.lease.take()} />
        ) : (
          <MainButtons presenter={presenter} />
        )}
      </div>
      <SafetyButtons presenter={presenter} now={now} />
    </nav>
  );
}
