import { LEFT_KEY, STEPS } from '../text/browser-keys.ts';

/**
 * Starts a page of steps, each a section by its name in the address: back leads one step back, and
 * the way out takes the place of all of them (`startWayOut`); `onStep` is called at each.
 */
export function startSteps(onStep: () => void = () => {}): void {
  startWayOut();
  document.addEventListener('click', (event) => {
    // The step that is shown, whose name stays in the address.
    if (pressed(event, 'a.skip') === null) return;
    event.preventDefault();
    showStep();
  });
  window.addEventListener('hashchange', () => {
    onStep();
    showStep();
  });
}

/**
 * Makes the way out of a page work, by a press and by three presses of Shift: it takes the place of
 * every part of the page that was shown, so that neither back nor forward leads through them
 * afterwards, nor through those of a page before.
 */
export function startWayOut(): void {
  const steps = countSteps();
  if (!isCameBackTo()) markLeft(false);
  const way = document.querySelector<HTMLAnchorElement>('a.leave');
  const leave = () => {
    if (way !== null) leaveFrom(steps.depth(), way.href);
  };
  // A browser shows a page again as it was, or loads it.
  const stayAway = () => {
    if (way !== null && isMarkedLeft()) leaveFrom(0, way.href);
  };
  stayAway();
  window.addEventListener('pageshow', stayAway);
  document.addEventListener('click', (event) => {
    if (pressed(event, 'a.leave') === null) return;
    event.preventDefault();
    leave();
  });
  document.addEventListener('keydown', onThreeShifts(leave));
  window.addEventListener('hashchange', steps.note);
}

/** The link that a plain press is on, of those that a selector names; null for none. */
function pressed(event: MouseEvent, selector: string): Element | null {
  if (event.metaKey || event.ctrlKey || event.shiftKey) return null;
  return event.target instanceof Element ? event.target.closest(selector) : null;
}

/** How many steps lie behind the one that is shown, which each of them remembers in its place in the browser’s history. */
function countSteps(): { depth(): number; note(): void } {
  let depth = 0;
  const note = (isNew: boolean) => {
    const known = stepsIn(history.state);
    if (known !== null) depth = known;
    else {
      depth = isNew ? depth + 1 : 0;
      history.replaceState({ [STEPS]: depth }, '');
    }
  };
  note(false);
  return { depth: () => depth, note: () => note(true) };
}

function stepsIn(state: unknown): number | null {
  return typeof state === 'object' &&
    state !== null &&
    STEPS in state &&
    typeof state[STEPS] === 'number'
    ? state[STEPS]
    : null;
}

/** Much longer than a browser takes to go back within a page, in ms: the page is left all the same. */
const BACK_MS = 2_000;

// From the first step on: the page that is led to ends what lies ahead.
function leaveFrom(depth: number, href: string): void {
  markLeft(true);
  const go = () => location.replace(href);
  // Out of sight before anything is loaded.
  document.documentElement.hidden = true;
  if (depth === 0) return go();
  window.addEventListener('popstate', go, { once: true });
  setTimeout(go, BACK_MS);
  history.go(-depth);
}

function isCameBackTo(): boolean {
  const [visit] = performance.getEntriesByType('navigation');
  return visit instanceof PerformanceNavigationTiming && visit.type === 'back_forward';
}

// Where nothing can be saved, Back shows the page before.
function markLeft(hasLeft: boolean): void {
  try {
    if (hasLeft) sessionStorage.setItem(LEFT_KEY, '1');
    else sessionStorage.removeItem(LEFT_KEY);
  } catch {
    // A browser that refuses says so.
  }
}

function isMarkedLeft(): boolean {
  try {
    return sessionStorage.getItem(LEFT_KEY) !== null;
  } catch {
    return false;
  }
}

/** Three presses of Shift, and nothing else between them, within this many ms, lead away as the way out does. */
const SHIFTS_MS = 5_000;

function onThreeShifts(leave: () => void): (event: KeyboardEvent) => void {
  let presses: readonly number[] = [];
  return ({ key, repeat, timeStamp }) => {
    if (repeat) return;
    presses =
      key === 'Shift' ? [...presses.filter((at) => timeStamp - at < SHIFTS_MS), timeStamp] : [];
    if (presses.length >= 3) leave();
  };
}

function showStep(): void {
  const title =
    document.querySelector<HTMLElement>(':target [tabindex="-1"]') ??
    document.querySelector<HTMLElement>('#start-title');
  scrollTo(0, 0);
  title?.focus({ preventScroll: true });
}
