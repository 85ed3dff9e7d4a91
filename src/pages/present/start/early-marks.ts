/** On the page’s root for as long as no one but the first script hears what is pressed in it. */
export const EARLY = 'data-early';
/** On what was typed or chosen meanwhile. */
export const CHANGED = 'data-changed';
/** On buttons, how often they were pressed meanwhile. */
export const PRESSED = 'data-pressed';

/** How often a button was pressed before the desk was here. */
export function pressesOf(button: Element): number {
  return Number(button.getAttribute(PRESSED));
}
