import type { TargetedSubmitEvent } from 'preact';
import type { ComponentChildren } from 'preact';
import type { HelpOnDevices } from '../../subjects/help-topics.ts';
import { boardHelpLines, HELP_TITLE, NOT_YOUR_FAULT } from '../../help/pupil-help.ts';
import { wording } from '../../ui/wording.view.ts';

/** A page with one thing to say. */
export function Calm({
  title,
  text = '',
  children,
}: {
  readonly title: string;
  readonly text?: string;
  readonly children?: ComponentChildren;
}) {
  return (
    <section class="calm">
      <h1 tabIndex={-1} data-start>
        {title}
      </h1>
      {text !== '' && <p>{text}</p>}
      {children}
    </section>
  );
}

/** Who can help: the lines that always stand. */
export function Help({
  title = HELP_TITLE,
  text = NOT_YOUR_FAULT,
  help,
  children,
}: Partial<Parameters<typeof Calm>[0]> & { readonly help?: HelpOnDevices | undefined }) {
  return (
    <Calm title={title} text={text}>
      <ul class="help">
        {boardHelpLines(help === 'none' ? 'talk' : help).map(({ id, before, strong, after }) => (
          <li key={id}>
            {before}
            <b>{strong}</b>
            {after}
          </li>
        ))}
      </ul>
      {children}
    </Calm>
  );
}

const TROUBLE = {
  code: 'That code isn’t right. Codes have no vowels, and no 0 or 1. Check the board and try again.',
  'no-room':
    'You can’t join with that code. The lesson may be over. Check the board and try again.',
  reset: 'Your {teacher} has reset the seats. Type the code on the board.',
} as const;

/** Where the code on the board is typed, by someone who did not come from the page where questions are answered. */
export function Door({
  trouble,
  join,
}: {
  readonly trouble: keyof typeof TROUBLE | null;
  readonly join: (typed: string) => void;
}) {
  function send(event: TargetedSubmitEvent<HTMLFormElement>): void {
    event.preventDefault();
    join(event.currentTarget.querySelector('input')?.value ?? '');
  }
  return (
    <form class="calm" method="dialog" onSubmit={send} noValidate autoComplete="off">
      <h1>
        <label htmlFor="code">Type the code on the board</label>
      </h1>
      <p>{wording('You can read the slides here that the {class} has seen.')}</p>
      {trouble && (
        <p id="trouble" class="advice">
          {wording(TROUBLE[trouble])}
        </p>
      )}
      <input
        id="code"
        type="text"
        autoComplete="off"
        autoCapitalize="characters"
        spellcheck={false}
        enterKeyHint="go"
        aria-invalid={trouble !== null && trouble !== 'reset'}
        aria-describedby={trouble ? 'trouble' : undefined}
        data-start
      />
      <button class="button button--main" type="submit">
        Read along
      </button>
    </form>
  );
}
