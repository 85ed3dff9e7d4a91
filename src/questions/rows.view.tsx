// One big row for each option, and one that is always there: "I’d rather not say" looks like every other.
import type { ComponentChildren } from 'preact';
import { PASS_TEXT, type Answer } from '../poll/answer.ts';
import type { Option } from '../poll/question.ts';
import './rows.css';

/** What a kind's view is given: the options, and whom to tell. */
export type AnswerProps = { readonly options: readonly Option[]; readonly onAnswer: (answer: Answer) => void };

type PassProps = { readonly children: ComponentChildren; readonly pass: () => void; readonly isPassed?: boolean };

/** A list of rows that ends with the one for not saying; `isPassed` where a press does not answer yet. */
export function Rows({ children, pass, isPassed }: PassProps) {
  return (
    <ul class="rows">
      {children}
      <Row disc={<span aria-hidden="true">–</span>} press={pass} {...(isPassed !== undefined && { isPicked: isPassed })}>
        {PASS_TEXT}
      </Row>
    </ul>
  );
}

type RowProps = { readonly disc: ComponentChildren; readonly press: () => void; readonly children: ComponentChildren; readonly isPicked?: boolean };

/** One row to press. It answers at once, or, where it says whether it is picked, it waits for “Send”. */
export function Row({ disc, press, children, isPicked }: RowProps) {
  // Where one press answers, the second of a double press was meant for the button that stood here before.
  const once = (event: MouseEvent) => (isPicked !== undefined || event.detail < 2) && press();
  const pick = isPicked === undefined ? {} : ({ role: 'checkbox', 'aria-checked': isPicked } as const);
  return (
    <li>
      <button type="button" class={isPicked ? 'row row--picked' : 'row'} onClick={once} {...pick}>
        <span class="disc">{disc}</span> <span>{children}</span>
        {isPicked !== undefined && <Box />}
      </button>
    </li>
  );
}

/** Sends what is picked. */
export function Send({ words, send }: { readonly words: string; readonly send: () => void }) {
  return (
    <p class="send">
      <button type="button" class="button button--main" onClick={(event) => event.detail < 2 && send()}>
        {words}
      </button>
    </p>
  );
}

// Drawn, since a character would be read out beside the state.
function Box() {
  return (
    <svg class="box" viewBox="0 0 24 24" aria-hidden="true">
      <rect x="2" y="2" width="20" height="20" rx="5" />
      <path d="m6.5 12.5 4 4 7-9" />
    </svg>
  );
}
