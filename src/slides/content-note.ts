/** What is in a film, in calm words: as the film itself says it, else as the lesson does. Of a part that ends before the film does the lesson knows more. */
export function contentNoteOf(
  film: { readonly contentNote: string } | null,
  { contentNote, playsToEnd }: { readonly contentNote: string; readonly playsToEnd: boolean },
): string {
  const ofFilm = film?.contentNote ?? '';
  return playsToEnd ? ofFilm || contentNote : contentNote || ofFilm;
}
