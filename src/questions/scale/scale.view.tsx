// Five steps as rows, so that every answer is as big as every other; dots show how far along a step is.
import { PASS } from '../../poll/answer.ts';
import { Row, Rows, type AnswerProps } from '../rows.view.tsx';

/** The rows of a scale: both ends have words, the steps between have dots alone. */
export function ScaleView({ options, onAnswer }: AnswerProps) {
  return (
    <Rows pass={() => onAnswer(PASS)}>
      {options.map(({ id, label, text }, at) => (
        <Row key={id} disc={label} onPress={() => onAnswer(id)}>
          <span class="step">
            <span class="unseen">of {options.length} </span>
            <span class="steps" aria-hidden="true">
              {options.map((other, step) => (
                <i key={other.id} class={step <= at ? 'on' : ''} />
              ))}
            </span>
            {text}
          </span>
        </Row>
      ))}
    </Rows>
  );
}
