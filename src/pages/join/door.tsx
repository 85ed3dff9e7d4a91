import { codeText } from '../../room/code.ts';
import { Calm } from './calm.tsx';
import { Mark } from './marks.tsx';
import { codeOfAddress } from './typed-code.ts';
import type { PupilEvent, Trouble } from './visit.ts';
import { wording } from './wording.ts';

type Send = (happening: PupilEvent) => void;

/** Says what to do about a trouble, in a sentence or two. */
const advice: Readonly<Record<Trouble, string>> = {
  code: 'That code isn’t right. Codes have no vowels, and no 0 or 1. Check the board and try again.',
  'no-room':
    'You can’t join with that code. The lesson may be over. Check the board and try again.',
  lost: 'The server was restarted and lost this lesson. It’s not your mistake. Ask your {teacher} for a new code.',
  reset: 'Your {teacher} has reset the seats. Type the code on the board.',
  full: 'All places are taken. Ask your {teacher}.',
  closed: 'Joining is closed. Ask your {teacher}.',
  busy: 'Many codes come in. Try again in a moment.',
  away: 'This page cannot reach the {teacher}’s computer. Check the Wi-Fi and try again.',
};

/** Where the code is typed; `join.tsx` hears when it is sent, before this is drawn too. What was typed stays in the field, so that one wrong letter is one letter to mend. */
export function Door({
  trouble,
  typed,
}: {
  readonly trouble: Trouble | null;
  readonly typed: string;
}) {
  return (
    <form class="door" method="dialog" noValidate autoComplete="off">
      <Mark />
      <h1>
        <label htmlFor="code">Type the code on the board</label>
      </h1>
      {trouble && (
        <p id="trouble" class="advice">
          {wording(advice[trouble])}
        </p>
      )}
      <input
        id="code"
        class="code"
        type="text"
        defaultValue={typed ? codeText(typed) : trouble ? '' : codeOfAddress()}
        autoComplete="off"
        autoCapitalize="characters"
        autoCorrect="off"
        spellcheck={false}
        enterKeyHint="go"
        aria-invalid={trouble !== null && trouble !== 'reset'}
        aria-describedby={trouble ? 'trouble' : undefined}
        data-start
      />
      <button class="button button--main" type="submit">
        Join
      </button>
    </form>
  );
}

/** A known code, and no place in its room yet. */
export function Stuck({
  code,
  trouble,
  send,
}: {
  readonly code: string;
  readonly trouble: Trouble;
  readonly send: Send;
}) {
  return (
    <Calm title="You haven’t joined yet" text={wording(advice[trouble])}>
      <button
        type="button"
        class="button button--main"
        onClick={() => send({ type: 'typed', code })}
      >
        Try again
      </button>
      <p class="aside">
        <button type="button" class="link" onClick={() => send({ type: 'restart' })}>
          Type another code
        </button>
      </p>
    </Calm>
  );
}
