// One big row for each option, and one that is always there: "I’d rather not say" looks like every other.
import type { ComponentChildren } from 'preact';
import { PASS_TEXT, type Answer } from '../poll/answer.ts';
import type { Option } from '../poll/question.ts';
import './rows.css';

/**
 * What a kind's view is given: the options, what is picked and not sent yet, in the order of
 * picking, and its callbacks.
 */
export type AnswerProps = {
  readonly options: readonly Option[];
  readonly picked: readonly string[];
  readonly onPick: (picked: readonly string[]) => void;
  readonly onAnswer: (answer: Answer) => void;
};

type RowsProps = {
  readonly children: ComponentChildren;
  readonly pass: () => void;
  readonly isPassed?: boolean;
  readonly isNumbered?: boolean;
};

/** A list of rows that ends with the one for not saying; `isPassed` where a press does not answer yet, `isNumbered` where discs say the place. */
export function Rows({ children, pass, isPassed, isNumbered = false }: RowsProps) {
  return (
    <ul class={isNumbered ? 'rows rows--numbered' : 'rows'}>
      {children}
      <Row
        disc={<span aria-hidden="true">–</span>}
        onPress={pass}
        {...(isPassed !== undefined && { isPicked: isPassed })}
      >
        {PASS_TEXT}
      </Row>
    </ul>
  );
}

type RowProps = {
  readonly disc: ComponentChildren;
  readonly onPress: () => void;
  readonly children: ComponentChildren;
  readonly isPicked?: boolean;
};

/** One row to press. It answers at once, or, where it says whether it is picked, it waits for “Send”. */
export function Row({ disc, onPress, children, isPicked }: RowProps) {
  // Where one press answers, the second of a double press was meant for the button that stood here before.
  const once = (event: MouseEvent) => (isPicked !== undefined || event.detail < 2) && onPress();
  return (
    <li>
      <button
        type="button"
        class={isPicked ? 'row row--picked' : 'row'}
        onClick={once}
        aria-pressed={isPicked}
      >
        <span class="disc">{disc}</span> <span>{children}</span>
      </button>
    </li>
  );
}

/** Sends what is picked. */
export function Send({
  words,
  isOff = false,
  send,
}: {
  readonly words: string;
  readonly isOff?: boolean;
  readonly send: () => void;
}) {
  return (
    <p class="send">
      <button
        type="button"
        class="button button--main"
        disabled={isOff}
        onClick={(event) => event.detail < 2 && send()}
      >
        {words}
      </button>
    </p>
  );
}
