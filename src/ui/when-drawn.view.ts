/** Does what can wait once the page’s first frame is on the screen, so that what can be read and pressed on a slow phone is there first. */
export function whenDrawn(act: () => void): void {
  requestAnimationFrame(() => setTimeout(act));
}
