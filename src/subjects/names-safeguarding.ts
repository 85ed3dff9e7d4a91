/** True for a text with a line that names safeguarding as its subject, whatever else it says. */
export function namesSafeguarding(text: string): boolean {
  return /^subject\s*:\s*["']?safeguarding\b/im.test(text);
}
