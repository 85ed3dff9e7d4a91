/** All words that a page shows, in the order of its HTML; what a style sheet adds is for the eye alone. Runs in the page. */
export function visibleWords(): string {
  const walk = (node: Node): string => {
    if (node instanceof Text) return node.data;
    if (!(node instanceof Element) || node instanceof SVGElement) return '';
    const { display, visibility } = getComputedStyle(node);
    return display === 'none' || visibility === 'hidden'
      ? ''
      : [...node.childNodes].map(walk).join('');
  };
  return walk(document.body);
}
