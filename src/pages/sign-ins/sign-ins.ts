import { startRunningNotice } from '../../ui/running-lesson.view.ts';
import { sendKey } from '../../text/send-key.view.ts';

const form = document.querySelector<HTMLFormElement>('#everyone');
const key = document.querySelector<HTMLInputElement>('#key');
const result = document.querySelector('#result');

startRunningNotice();
form?.addEventListener('submit', (event) => {
  event.preventDefault();
  void signEveryoneOut();
});

async function signEveryoneOut(): Promise<void> {
  if (!key) return;
  key.removeAttribute('aria-invalid');
  announce('Checking the key.');
  const refusal = await sendKey(
    new URL('../api/sign-out/everyone', location.href),
    key.value,
    announce,
  );
  // Signed out ourselves: the sign-in page is at this very address.
  if (refusal === null) return location.reload();
  key.setAttribute('aria-invalid', 'true');
  key.select();
  key.focus();
  announce(refusal);
}

function announce(words: string): void {
  if (result) result.textContent = words;
}
