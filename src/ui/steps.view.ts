/**
 * Starts a page of steps, each a section by its name in the address: a step takes the place of the
 * one before, and so does the way out, which three presses of Shift take as well, so that going back
 * afterwards does not lead through them; `onStep` is called at each.
 */
export function startSteps(onStep: () => void = () => {}): void {
  document.addEventListener('click', goTo);
  document.addEventListener('keydown', countShifts());
  window.addEventListener('hashchange', () => {
    onStep();
    showStep();
  });
}

/** Three presses of Shift, and nothing else between them, within this many ms, lead away as the way out does. */
const SHIFTS_MS = 5_000;

function countShifts(): (event: KeyboardEvent) => void {
  let presses: readonly number[] = [];
  return ({ key, repeat, timeStamp }) => {
    if (repeat) return;
    presses =
      key === 'Shift' ? [...presses.filter((at) => timeStamp - at < SHIFTS_MS), timeStamp] : [];
    const leave = document.querySelector<HTMLAnchorElement>('a.leave');
    if (presses.length >= 3 && leave !== null) location.replace(leave.href);
  };
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
