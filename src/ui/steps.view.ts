/**
 * Starts a page of steps, each a section by its name in the address: a step takes the place of the
 * one before, and so does the way out, so that going back afterwards does not lead through them;
 * `onStep` is called at each.
 */
export function startSteps(onStep: () => void = () => {}): void {
  document.addEventListener('click', goTo);
  window.addEventListener('hashchange', () => {
    onStep();
    showStep();
  });
}

function goTo(event: MouseEvent): void {
  const link = event.target instanceof Element ? event.target.closest('a') : null;
  const address = link?.getAttribute('href') ?? '';
  if (link === null || event.metaKey || event.ctrlKey || event.shiftKey) return;
  if (!address.startsWith('#') && !link.classList.contains('leave')) return;
  if (address === '#main') return;
  event.preventDefault();
  location.replace(link.href);
}

function showStep(): void {
  const title =
    document.querySelector<HTMLElement>(':target [tabindex="-1"]') ??
    document.querySelector<HTMLElement>('#start-title');
  scrollTo(0, 0);
  title?.focus({ preventScroll: true });
}
