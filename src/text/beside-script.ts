/** Where a file lies for pages that were opened by double-click and fetch nothing: in a script beside its place, read by `site-file.view.ts`. */
export function besidePath(path: string): string {
  return `${path}.js`;
}

/** The script that hands over a file's text to the page that asked for it. */
export function besideScript(text: string): string {
  return `document.currentScript.fileText = ${JSON.stringify(text)};\n`;
}
