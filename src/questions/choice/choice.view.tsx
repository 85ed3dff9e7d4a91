import { PASS } from '../../poll/answer.ts';
import { Row, Rows, type AnswerProps } from '../rows.view.tsx';

/** The rows of a choice; one press answers. */
export function ChoiceView({ options, onAnswer }: AnswerProps) {
  return (
    <Rows pass={() => onAnswer(PASS)}>
      {options.map(({ id, label, text }) => (
        <Row key={id} disc={label} onPress={() => onAnswer(id)}>
          {text}
        </Row>
      ))}
    </Rows>
  );
}
