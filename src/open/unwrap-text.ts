/** A text without what chatbots put round it: a whole lesson in a block of code that says it is Markdown. What stands before and behind it stays. */
export function withoutWrapping(text: string): string {
  if (!/^ {0,3}(?:`{3,}|~{3,})\s*(?:markdown|md)\s*$/im.test(text)) return text;
  const lines = text.split(/\r\n|\n|\r/);
  const open = lines.findIndex((line) =>
    /^ {0,3}(?:`{3,}|~{3,})\s*(?:markdown|md)\s*$/i.test(line),
  );
  const [, mark = ''] = /^ {0,3}(`{3,}|~{3,})/.exec(lines[open] ?? '') ?? [];
  const close = lines.findLastIndex((line, at) => at > open && line.trim() === mark);
  const inner = close < 0 ? lines.slice(open + 1) : lines.slice(open + 1, close);
  // A block within a lesson that speaks of Markdown is one of several parts.
  const outside = [...lines.slice(0, open), ...(close < 0 ? [] : lines.slice(close + 1))];
  if (inner.length < outside.length || inner.filter((line) => /^#{1,3} /.test(line)).length === 0) {
    return text;
  }
  // A head must be the first of a text.
  if (/^---\s*$/.test(inner[0] ?? '')) return [...inner, '', ...asNotes(outside)].join('\n');
  return [
    ...lines.slice(0, open),
    '',
    ...inner,
    '',
    ...(close < 0 ? [] : lines.slice(close + 1)),
  ].join('\n');
}

function asNotes(lines: readonly string[]): readonly string[] {
  const written = lines.filter((line) => line.trim() !== '');
  return written.length === 0 ? [] : ['Notes:', ...written];
}
