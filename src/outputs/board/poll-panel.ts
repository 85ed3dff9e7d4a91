import { mayCountHands } from '../../poll/question.ts';
import { drawnOr, inWords, type Drawing } from '../../text/drawing.ts';
import type { AskedQuestion, BoardView, PollView } from '../../room/protocol.ts';
import { lookOf } from '../../questions/looks.ts';
import { html, type Html } from '../../text/html.ts';
import { fitAsk, fittingAsk, type Around, type AskFit } from './fit-ask.ts';
import { resultHtml } from './poll-result.ts';
import { questionChip } from './result-words.ts';

/** A room that has a question open, closing, closed or shown. */
export type PollingRoom = BoardView & { readonly poll: PollView };

/** How a question slide is drawn: its formulas, and true where in a rehearsal a pretend class answers, and no one joins. */
export type PollLook = { readonly drawing: Drawing; readonly isRehearsal: boolean };

/** What a question slide shows for what the room lets the board say (D1-D4). */
export function pollHtml(
  { poll, address, code, isJoiningClosed }: PollingRoom,
  { drawing = inWords, isRehearsal = false }: Partial<PollLook> = {},
): Html {
  const ask = (around: Partial<Around>) => askHtml(poll.question, around, drawing);
  switch (poll.state) {
    case 'asking': {
      if (isRehearsal) return ask({ line: pretendLine(poll.answersIn) });
      if (address === '') return ask({ line: withoutDevices(poll.question) });
      const isLong = isLongCode(code);
      const around = { address, line: '', isLongCode: isLong };
      const fitting = fittingAsk(poll.question, around, drawing);
      const { panel } = fitAsk(poll.question, around, fitting);
      return html`${ask({ address, isLongCode: isLong })}${joinPanel({ address, code: isJoiningClosed ? null : code, answersIn: poll.answersIn, panel })}`;
    }
    case 'closing':
      return ask({ line: address === '' ? 'Closing now.' : 'Closing now. Send your answer.' });
    case 'closed':
      return ask({ line: 'Answers are closed. Thank you.' });
    case 'shown':
      return resultHtml(poll.question, poll.published, drawing);
  }
}

/** The question with its options: alone, with a line below them, or with the panel to join by. */
export function askHtml(
  question: AskedQuestion,
  { line = '', address = '', isLongCode = false }: Partial<Around> = {},
  whole: Drawing = inWords,
): Html {
  const around = { line, address, isLongCode };
  const drawing = fittingAsk(question, around, whole);
  const { long, tight } = fitAsk(question, around, drawing);
  const options = question.options.map(
    ({ label, text }) =>
      html`<li><b class="disc">${label}</b><span>${drawnOr(text, drawing)}</span></li>`,
  );
  const foot = line === '' ? '' : html`<p class="slide__foot">${line}</p>`;
  return html`<div class="ask${tight ? ' ask--tight' : ''}">${questionChip(question)}<h2 class="${long ? 'long' : ''}">${drawnOr(question.prompt, drawing)}</h2>
<ol class="${lookOf(question).list}">${options}</ol>
${foot}</div>`;
}

// In fives; under five it says so, and no one can count along.
function answersIn(count: number): Html {
  return html`<p class="join__count">${count === 0 ? html`Fewer than 5 answers in` : html`<b>${count}+</b> answers in`}</p>`;
}

// The same number as the presenter has.
function pretendLine(count: number): string {
  return `A pretend class is answering. ${count === 0 ? 'Fewer than 5 answers in.' : `${count}+ answers in.`}`;
}

type Join = {
  readonly address: string;
  /** Null once joining is closed. */
  readonly code: string | null;
  readonly answersIn: number;
  readonly panel: AskFit['panel'];
};

function joinPanel({ address, code, answersIn: count, panel }: Join): Html {
  const look = `join${panel === 'below' ? ' join--below' : ''}`;
  if (code === null) {
    return html`<aside class="${look}"><p class="join__address">Send your answer</p>
<p>Not in? Put your hand up.</p>
${answersIn(count)}</aside>`;
  }
  const [host = '', port] = address.split(':');
  return html`<aside class="${look}"><p>Go to</p>
<p class="join__address${address.length > 15 ? ' join__address--long' : ''}">${host}${port === undefined ? '' : html`<wbr>:${port}`}</p>
<p>Type</p>
<p class="join__code${isLongCode(code) ? ' join__code--long' : ''}">${spaced(code)}</p>
${answersIn(count)}</aside>`;
}

/** True for a code that is longer than where only a classroom's network reaches the door. */
export function isLongCode({ length }: string): boolean {
  return length > 6;
}

/** A code in threes; anything else as it is. */
export function spaced(code: string): string {
  return /^(?:\w{6}){1,2}$/.test(code) ? (code.match(/.{3}/g) ?? []).join(' ') : code;
}

/** How a question is answered without devices: views and confidence never by hands, not even with eyes closed (M7a). */
export function withoutDevices(question: AskedQuestion): string {
  if (!mayCountHands(question)) return 'Answer on your own paper. You can pass.';
  switch (question.picks) {
    case 'one':
      return 'Hands up. You don’t have to answer.';
    case 'several':
      return 'Hands up for each one you pick. You don’t have to answer.';
    case 'order':
      return 'Hands up for what comes first. You don’t have to answer.';
  }
}
