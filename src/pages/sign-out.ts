/** Shows the button that ends a session, where staff have signed in. */
export function startSignOut(): void {
  const hasKey = document.querySelector<HTMLMetaElement>('meta[name="wholeclass-staff"]')?.content === 'key';
  const button = document.querySelector<HTMLButtonElement>('#sign-out');
  if (!hasKey || !button) return;
  button.hidden = false;
  button.addEventListener('click', () => void signOut(button));
}

async function signOut(button: HTMLButtonElement): Promise<void> {
  const isOut = await fetch('./api/sign-out', { method: 'POST' }).then(
    ({ ok }) => ok,
    () => false,
  );
  if (isOut) location.reload();
  else button.textContent = 'You are still signed in. Try again';
}
