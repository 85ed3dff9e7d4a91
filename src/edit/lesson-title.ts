/** The head of a text, with the lines around it. */
export const HEAD = /^---\n([\s\S]*?)\n---(?:\n|$)/;
const FIELD = /^title:[ \t]*(.*)$/m;
const HEADING = /^#[ \t]+(.*)$/m;

/** The title that a text gives its lesson, in its head or else by its first heading; empty where it gives none. */
export function titleIn(text: string): string {
  const inHead = FIELD.exec(HEAD.exec(text)?.[1] ?? '')?.[1];
  return unquoted(inHead ?? HEADING.exec(text)?.[1] ?? '');
}

/** The text with another title: in its head, where that names one, and in the heading that says the same. A text without either begins with it. */
export function withTitle(text: string, title: string): string {
  const before = titleIn(text);
  const head = HEAD.exec(text)?.[0] ?? '';
  const body = text.slice(head.length);
  const newHead = head.replace(FIELD, () => `title: ${quoted(title)}`);
  const isSame = unquoted(HEADING.exec(body)?.[1] ?? 'none') === before;
  const newBody = isSame ? body.replace(HEADING, () => `# ${title}`) : body;
  return before === '' && !isSame && newHead === head
    ? `${head}# ${title}\n\n${body}`
    : newHead + newBody;
}

function unquoted(written: string): string {
  const value = written.trim();
  const inside = /^"((?:[^"\\]|\\.)*)"$/.exec(value)?.[1];
  if (inside !== undefined) return inside.replaceAll(/\\(.)/g, '$1');
  return /^'((?:[^']|'')*)'$/.exec(value)?.[1]?.replaceAll("''", "'") ?? value;
}

/** A title as YAML has it: what it might read as anything but these very words has quotes. */
export function quoted(title: string): string {
  return /^[\p{L}][\p{L}\p{N} ,.’–()!?-]*$/u.test(title) && !WORDS_OF_YAML.test(title.trim())
    ? title
    : `"${title.replaceAll(/["\\]/g, '\\$&')}"`;
}

const WORDS_OF_YAML = /^(?:true|false|yes|no|on|off|null|y|n)$/i;
