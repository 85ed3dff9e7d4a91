/** The slide of the lesson that a board shows; null under a cover, which is no slide and not drawn on. */
export function slideInSight(root: HTMLElement): string | null {
  const id = root.querySelector<HTMLElement>('section.present[data-slide]')?.dataset['slide'];
  return id === undefined || id.includes(':') ? null : id;
}
