/** What comes before words that are quoted to be put right: somebody says them, or nobody is to say them. */
const CUE =
  /\b(?:(?:if|when|whenever)\b[^".!?]*\b(?:says?|asks?|argues?|shouts?|jokes?|writes?|answers?|hears?|thinks?|claims?|calls? out)|(?:never|do not|don't|not|avoid|rather than|instead of|leave out|myths?|untrue|wrong to (?:say|ask))\b[^".!?]*)[\s,:]*$/iu;

/** A cue is looked for in so many characters before a quotation: it keeps checking time in step with length. */
const NEAR = 300;

/** A passage's text with every quotation that is there to be put right blanked out, letter for letter, so that places stay. */
export function withoutQuoted(text: string): string {
  if (!text.includes('"')) return text;
  let before = '';
  return text
    .split(/("[^"]*")/)
    .map((part) => {
      const isQuote = part.startsWith('"') && part.endsWith('"') && part.length > 1;
      if (isQuote && CUE.test(before.slice(-NEAR))) return ' '.repeat(part.length);
      before = isQuote ? '' : part;
      return part;
    })
    .join('');
}
