/** A line of a plan as its author reads it: without the marks, escapes, anchors and blanks of another kind that word processors leave behind. For finding headings, labels and times; never for showing. */
export function plainWords(text: string): string {
  // Most lines have nothing of the kind.
  if (!/[*_\\<&]|[^\S ]| {2}/.test(text)) return text.trim();
  return withoutMarks(text)
    .replaceAll(/\\([!-/:-@[-`{-~])/g, '$1')
    .replaceAll(/<br ?\/?>|&nbsp;/gi, ' ')
    .replaceAll(/[\s\u00a0]+/g, ' ')
    .trim();
}

function withoutMarks(text: string): string {
  return text.replaceAll(
    /(?<!\\)(?:\*{1,3}|_{2,3}|(?<![\p{L}\p{N}])_(?=\S)|(?<=\S)_(?![\p{L}\p{N}]))/gu,
    '',
  );
}
