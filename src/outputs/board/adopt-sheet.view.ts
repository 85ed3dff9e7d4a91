const adopted = new Set<string>();

/**
 * Gives the page a style sheet once. What is loaded after the board's first slide brings its looks
 * in its own script: a sheet of its own would cost the first slide its name.
 */
export function adoptSheet(css: string): void {
  if (adopted.has(css)) return;
  adopted.add(css);
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
}
