import './open-plan.css';
import { useEffect, useState } from 'preact/hooks';
import type { LessonHome } from '../../../edit/lesson-home.ts';
import type { OpenedPlan } from '../../../edit/opened-state.ts';
import type { MediaFile } from '../../../open/opened.ts';
import { onDroppedFiles } from '../files.ts';
import { AssistantPage } from './assistant-page.tsx';
import { CheckPage } from './check-page.tsx';
import { ChoosePage } from './choose-page.tsx';
import { goToCheck, heldPlan } from './hold-opened.ts';
import type { Given, OpenAt } from './open-at.ts';
import { openOpener } from './opener.ts';
import { ReadingPage } from './reading-page.tsx';

type OpenPlanProps = {
  readonly at: OpenAt;
  readonly root: string;
  /** Where the lesson is saved that is begun. */
  readonly place: LessonHome['place'];
  /** Opens a new lesson with this text in the editor, which saves it. */
  /** Opens the lesson that was made with its pictures; why not, where that cannot be. */
  readonly begin: (text: string, media: readonly MediaFile[]) => Promise<string | null>;
};

type From = 'choose' | 'assistant';

type State =
  | { readonly is: From; readonly problem: string }
  | { readonly is: 'reading'; readonly given: Given; readonly from: From }
  | { readonly is: 'check'; readonly plan: OpenedPlan; readonly isHeld: boolean };

const GONE =
  'The plan that was checked here is no longer in this tab. Open its file again, or paste it.';

/** A plan, slides or a draft on the way to a lesson: chosen, read, and checked for what the class will see. */
export function OpenPlan({ at, root, place, begin }: OpenPlanProps) {
  const [opener] = useState(openOpener);
  const [state, setState] = useState<State>(() => stateAt(at));

  // What is dropped anywhere here would else take the place of this page.
  const isChoosing = state.is === 'choose' || state.is === 'assistant';
  useEffect(() =>
    onDroppedFiles(([file]) => {
      if (isChoosing) setState({ is: 'reading', given: { is: 'file', file }, from: state.is });
    }),
  );

  const take = (from: From) => (given: Given) => setState({ is: 'reading', given, from });
  switch (state.is) {
    case 'choose':
      return <ChoosePage root={root} place={place} problem={state.problem} take={take('choose')} />;
    case 'assistant':
      return <AssistantPage root={root} problem={state.problem} take={take('assistant')} />;
    case 'reading':
      return (
        <ReadingPage
          root={root}
          given={state.given}
          opener={opener}
          opened={(plan) => setState({ is: 'check', plan, isHeld: goToCheck(plan) })}
          end={(problem) => setState({ is: state.from, problem })}
        />
      );
    case 'check':
      return (
        <CheckPage
          first={state.plan}
          isHeld={state.isHeld}
          opener={opener}
          root={root}
          begin={begin}
        />
      );
  }
}

function stateAt(at: OpenAt): State {
  switch (at.is) {
    case 'choose':
    case 'assistant':
      return { is: at.is, problem: '' };
    case 'given':
      return { is: 'reading', given: at.given, from: 'choose' };
    case 'check': {
      const plan = heldPlan();
      return plan === null ? { is: 'choose', problem: GONE } : { is: 'check', plan, isHeld: true };
    }
  }
}
