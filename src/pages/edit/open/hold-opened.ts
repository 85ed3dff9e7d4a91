import { parseOpened, serialiseOpened, type OpenedPlan } from '../../../edit/opened-state.ts';

/** The plan that this page of the tab's history is about; null for another page. */
export function heldPlan(): OpenedPlan | null {
  return parseOpened(history.state);
}

/** Goes on to the page that checks a plan; false where the plan is too large for a tab's history, and is in this page alone. */
export function goToCheck(plan: OpenedPlan): boolean {
  try {
    history.pushState(serialiseOpened(plan), '', '?check');
    return true;
  } catch {
    history.pushState(null, '', '?check');
    return false;
  }
}

/** Lets the tab's history hold what was turned, so that Back and a reload find it; false where it cannot. */
export function holdPlan(plan: OpenedPlan): boolean {
  try {
    history.replaceState(serialiseOpened(plan), '');
    return true;
  } catch {
    return false;
  }
}
