import { ChoiceView } from '../choice/choice.view.tsx';
import type { AnswerProps } from '../rows.view.tsx';

/** The rows of a myth, which say what the two words are asked about. */
export function MythView(props: AnswerProps) {
  return (
    <>
      <p class="hint">Is that a myth or a fact?</p>
      <ChoiceView {...props} />
    </>
  );
}
