import { PASS, writeAnswer } from '../../poll/answer.ts';
import { Row, Rows, Send, type AnswerProps } from '../rows.view.tsx';

/**
 * Rows to pick and to leave, and a button that sends. “I'd rather not say” excludes every other
 * pick.
 */
export function ChoicesView({ options, picked, onPick, onAnswer }: AnswerProps) {
  const isPassed = picked.includes(PASS);
  const ids = options.map(({ id }) => id).filter((id) => picked.includes(id));

  function toggle(id: string): void {
    onPick(
      picked.includes(id)
        ? picked.filter((one) => one !== id)
        : [...picked.filter((one) => one !== PASS), id],
    );
  }

  return (
    <>
      <p class="hint">Pick as many as you like, then send.</p>
      <Rows pass={() => onPick(isPassed ? [] : [PASS])} isPassed={isPassed}>
        {options.map(({ id, label, text }) => (
          <Row key={id} disc={label} onPress={() => toggle(id)} isPicked={picked.includes(id)}>
            {text}
          </Row>
        ))}
      </Rows>
      <Send
        words={picked.length === 0 ? 'Send: none of these' : 'Send'}
        send={() => onAnswer(isPassed ? PASS : writeAnswer(ids))}
      />
    </>
  );
}
