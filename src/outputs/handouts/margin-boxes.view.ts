/** True where this browser prints what a style sheet puts into the margins of pages, such as their feet; Firefox 153 and Safari 26 do not. */
export function hasMarginBoxes(): boolean {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync('@page { @bottom-left { content: "foot" } }');
  return [...sheet.cssRules].some(({ cssText }) => cssText.includes('bottom-left'));
}
