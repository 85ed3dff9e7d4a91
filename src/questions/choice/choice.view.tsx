// One big row for each option, and one that is always there: "I’d rather not say" looks like every other.
import type { ComponentChildren } from 'preact';
import { PASS, PASS_TEXT, type Answer, type Option } from '../../poll/question.ts';
import './choice.css';

/** What a kind's view is given: the options, and whom to tell. One press answers. */
export type AnswerProps = { readonly options: readonly Option[]; readonly onAnswer: (answer: Answer) => void };

/** The rows of a choice. */
export function ChoiceView({ options, onAnswer }: AnswerProps) {
  return (
    <Rows onAnswer={onAnswer}>
      {options.map(({ id, label, text }) => (
        <Row key={id} disc={label} press={() => onAnswer(id)}>
          {text}
        </Row>
      ))}
    </Rows>
  );
}

/** A list of rows that ends with the one for not saying. */
export function Rows({ children, onAnswer }: { readonly children: ComponentChildren; readonly onAnswer: AnswerProps['onAnswer'] }) {
  return (
    <ul class="rows">
      {children}
      <Row disc={<span aria-hidden="true">–</span>} press={() => onAnswer(PASS)}>
        {PASS_TEXT}
      </Row>
    </ul>
  );
}

type RowProps = { readonly disc: ComponentChildren; readonly press: () => void; readonly children: ComponentChildren };

/** One answer to press. */
export function Row({ disc, press, children }: RowProps) {
  // The second press of a double press was meant for the button that stood here before.
  const once = (event: MouseEvent) => event.detail < 2 && press();
  return (
    <li>
      <button type="button" class="row" onClick={once}>
        <span class="disc">{disc}</span> <span>{children}</span>
      </button>
    </li>
  );
}
