import { PASS, writeAnswer } from '../../poll/answer.ts';
import { Row, Rows, Send, type AnswerProps } from '../rows.view.tsx';

/** Rows to pick one after the other: the first is number 1, and one that is picked again is taken out. Nothing is dragged. */
export function OrderView({ options, picked: placed, onPick, onAnswer }: AnswerProps) {
  const isPassed = placed.includes(PASS);
  const left = isPassed ? 0 : options.length - placed.length;

  const order = placed
    .flatMap((id) => options.filter((option) => option.id === id))
    .map(({ text }, at) => `${at + 1}: ${text}. `);

  function press(id: string): void {
    onPick(
      placed.includes(id)
        ? placed.filter((one) => one !== id)
        : [...placed.filter((one) => one !== PASS), id],
    );
  }

  return (
    <>
      <p class="hint">Pick what comes first, then next. Pick one again to take it out.</p>
      <p class="unseen" role="status">
        {order}
      </p>
      <Rows pass={() => onPick(isPassed ? [] : [PASS])} isPassed={isPassed} isNumbered>
        {options.map(({ id, label, text }) => {
          const place = placed.indexOf(id) + 1;
          return (
            <Row
              key={id}
              disc={place === 0 ? label : place}
              onPress={() => press(id)}
              isPicked={place > 0}
            >
              {text}
            </Row>
          );
        })}
      </Rows>
      <Send
        words={left > 0 ? `Send: ${left} still to place` : 'Send'}
        isOff={left > 0}
        send={() => onAnswer(isPassed ? PASS : writeAnswer(placed))}
      />
    </>
  );
}
