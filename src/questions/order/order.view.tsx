import { useState } from 'preact/hooks';
import { PASS, writeAnswer } from '../../poll/answer.ts';
import { Row, Rows, Send, type AnswerProps } from '../rows.view.tsx';

/** Rows to pick one after the other: the first is number 1, and one that is picked again is taken out. Nothing is dragged. */
export function OrderView({ options, onAnswer }: AnswerProps) {
  const [placed, setPlaced] = useState<readonly string[]>([]);
  const [said, say] = useState('');
  const isPassed = placed.includes(PASS);
  const left = isPassed ? 0 : options.length - placed.length;

  function press(id: string, text: string): void {
    const isOut = placed.includes(id);
    const next = isOut ? placed.filter((one) => one !== id) : [...placed.filter((one) => one !== PASS), id];
    setPlaced(next);
    say(isOut ? `${text}: taken out.` : `${text}: number ${next.length} of ${options.length}.`);
  }

  return (
    <>
      <p class="hint">Pick what comes first, then next. Pick one again to take it out.</p>
      <p class="unseen" role="status">
        {said}
      </p>
      <Rows pass={() => (setPlaced(isPassed ? [] : [PASS]), say(''))} isPassed={isPassed} isNumbered>
        {options.map(({ id, label, text }) => {
          const place = placed.indexOf(id) + 1;
          return (
            <Row key={id} disc={place === 0 ? label : place} press={() => press(id, text)} isPicked={place > 0}>
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
