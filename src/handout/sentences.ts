/** The list items of a slide's body that end in "…", as HTML: sentences for pupils to finish, which get lines on the worksheet. */
export function sentencesToFinish(body: string): readonly string[] {
  return [...body.matchAll(/<li>(.*?)<\/li>/gs)].map(([, item = '']) => item.trim()).filter((item) => /(…|\.\.\.)\s*[”"’']?\s*(<\/p>)?$/.test(item));
}
