/** A text with other addresses for its pictures: each path under `media/`, however it is written there, by the new one. */
export function movePictures(text: string, moved: ReadonlyMap<string, string>): string {
  let out = text;
  for (const [from, to] of moved) {
    const written = [...new Set([from, encodeURI(from)])].map(literal).join('|');
    const address = new RegExp(
      String.raw`(?<![\w/.%-])(?:\.{0,2}/)?(?:media/)?(?:${written})(?![\w/%-]|\.\w)`,
      'g',
    );
    out = out.replaceAll(address, () => to);
  }
  return out;
}

function literal(path: string): string {
  return path.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
}
