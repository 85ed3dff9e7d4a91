const SENDING = 'Looking at the key.';
const AWAY = 'Wholeclass did not answer. Try again in a moment.';

const form = document.querySelector<HTMLFormElement>('#sign-in');
const key = document.querySelector<HTMLInputElement>('#key');

form?.addEventListener('submit', (event) => {
  event.preventDefault();
  void signIn();
});
key?.focus();

async function signIn(): Promise<void> {
  if (!form || !key) return;
  say(SENDING);
  const refusal = await send(new URL(`${form.dataset['root']}api/sign-in`, location.href), key.value);
  // The page that was asked for is at this very address.
  if (refusal === null) return location.reload();
  key.setAttribute('aria-invalid', 'true');
  key.select();
  key.focus();
  say(refusal);
}

async function send(address: URL, given: string): Promise<string | null> {
  try {
    const headers = { 'content-type': 'application/json' };
    const response = await fetch(address, { method: 'POST', headers, body: JSON.stringify({ key: given }) });
    if (response.ok) return null;
    const { error } = (await response.json()) as { readonly error?: { readonly message: string } };
    return error?.message ?? AWAY;
  } catch {
    return AWAY;
  }
}

function say(words: string): void {
  const said = document.querySelector('#said');
  if (said) said.textContent = words;
}
