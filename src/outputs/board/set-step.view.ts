/** Shows a slide at one of its steps: what comes later keeps its place unseen. True where something came or went. */
export function setStep(slide: HTMLElement, step: number): boolean {
  let hasStepped = false;
  for (const one of slide.querySelectorAll<HTMLElement>('[data-step]')) {
    const isLater = Number(one.dataset['step']) > step;
    hasStepped ||= isLater !== one.hasAttribute('data-later');
    one.toggleAttribute('data-later', isLater);
  }
  return hasStepped;
}
