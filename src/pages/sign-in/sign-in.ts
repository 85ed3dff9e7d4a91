import { sendKey } from '../../text/send-key.view.ts';

const form = document.querySelector<HTMLFormElement>('#sign-in');
const key = document.querySelector<HTMLInputElement>('#key');

form?.addEventListener('submit', (event) => {
  event.preventDefault();
  void signIn();
});
key?.focus();

async function signIn(): Promise<void> {
  if (!form || !key) return;
  key.removeAttribute('aria-invalid');
  announce('Checking the key.');
  const refusal = await sendKey(
    new URL(`${form.dataset['root']}api/sign-in`, location.href),
    key.value,
    announce,
  );
  // The page that was asked for is at this very address.
  if (refusal === null) return location.reload();
  key.setAttribute('aria-invalid', 'true');
  key.select();
  key.focus();
  announce(refusal);
}

function announce(words: string): void {
  const result = document.querySelector('#result');
  if (result) result.textContent = words;
}
