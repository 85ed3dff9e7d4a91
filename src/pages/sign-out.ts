const FAILED = 'You’re still signed in. Try again.';

/** Shows the button that ends a session, and the way to the counts of sign-ins, where staff have signed in. */
export function startSignOut(): void {
  const hasKey =
    document.querySelector<HTMLMetaElement>('meta[name="wholeclass-staff"]')?.content === 'key';
  const button = document.querySelector<HTMLButtonElement>('#sign-out');
  if (!hasKey || !button) return;
  const signIns = document.createElement('a');
  signIns.href = './sign-ins/';
  signIns.textContent = 'Sign-ins';
  const result = document.createElement('p');
  result.setAttribute('role', 'status');
  button.before(signIns);
  button.after(result);
  button.hidden = false;
  button.addEventListener('click', () => void signOut(result));
}

async function signOut(result: HTMLElement): Promise<void> {
  const failure = await send();
  if (failure === null) location.reload();
  else result.textContent = failure;
}

/** Why signing out failed, as the program says it; null when it did not. */
async function send(): Promise<string | null> {
  try {
    const response = await fetch('./api/sign-out', { method: 'POST' });
    if (response.ok) return null;
    const body: unknown = await response.json();
    const error = typeof body === 'object' && body !== null && 'error' in body ? body.error : null;
    const message =
      typeof error === 'object' && error !== null && 'message' in error ? error.message : null;
    return typeof message === 'string' ? message : FAILED;
  } catch {
    return FAILED;
  }
}
