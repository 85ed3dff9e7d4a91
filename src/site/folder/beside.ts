/** Where the text of a file lies for pages that cannot fetch it: in a script beside it, read by `text/site-file.view.ts`. */
export function besidePath(path: string): string {
  return `${path}.js`;
}

/** The script that hands over a file's text to the page that asked for it. */
export function besideScript(text: string): string {
  return `document.currentScript.fileText = ${JSON.stringify(text)};\n`;
}
