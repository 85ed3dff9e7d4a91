import { isDraftText, withDraft } from '../../edit/lesson-draft.ts';
import { lessonText, textPath, writtenText } from '../../edit/lesson-protocol.ts';
import { refusalMessage } from '../../text/refusal.ts';
import { readAs, type Schema } from '../../text/schema.ts';

const AWAY = 'Wholeclass can’t be reached. Check that it is still running, then try again.';
const CHANGED = 'Someone has just changed this lesson. Load the page again, then try again.';

/** Makes “Publish to our library” work on the page of a school's own lesson, and the way back, where the program serves it. */
export function startPublish(): void {
  const button = document.querySelector<HTMLButtonElement>('[data-publish]');
  const status = document.querySelector('[data-take-words]');
  const fact = document.querySelector<HTMLElement>('[data-draft]');
  const isServed =
    document.querySelector<HTMLMetaElement>('meta[name="wholeclass-room"]')?.content === 'server';
  if (button === null || status === null || !isServed) return;
  const address = new URL(`../../${textPath(button.dataset['publish'] ?? '')}`, location.href);
  let isDraft = fact?.hidden === false;
  let isBusy = false;

  function show(): void {
    if (button === null) return;
    button.textContent = isDraft ? 'Publish to our library' : 'Take out of our library';
    if (fact !== null) fact.hidden = !isDraft;
  }

  async function change(): Promise<string> {
    const there = await ask(address, lessonText);
    if ('problem' in there) return there.problem;
    const { text, version } = there.body;
    const wanted = !isDraft;
    if (isDraftText(text) !== wanted) {
      const changed = await ask(address, writtenText, {
        method: 'PUT',
        headers: { 'content-type': 'application/json', 'if-match': `"${version}"` },
        body: JSON.stringify({ text: withDraft(text, wanted) }),
      });
      if ('problem' in changed) return changed.problem;
    }
    isDraft = wanted;
    show();
    return isDraft
      ? 'It is a draft again: the library does not list it.'
      : 'It is in your library now. It needs the same approval as before.';
  }

  async function press(): Promise<void> {
    if (isBusy || status === null) return;
    isBusy = true;
    status.textContent = 'Saving…';
    status.textContent = await change();
    isBusy = false;
  }

  show();
  button.hidden = false;
  button.addEventListener('click', () => void press());
}

async function ask<Body>(
  address: URL,
  schema: Schema<Body>,
  how: RequestInit = {},
): Promise<{ readonly body: Body } | { readonly problem: string }> {
  try {
    const response = await fetch(address, { cache: 'no-store', ...how });
    const answer: unknown = await response.json();
    if (response.status === 412) return { problem: CHANGED };
    const body = response.ok ? readAs(schema, answer) : null;
    return body === null ? { problem: refusalMessage(answer) ?? AWAY } : { body };
  } catch {
    return { problem: AWAY };
  }
}
