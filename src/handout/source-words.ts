/** A source as it is printed. One that slides point to begins with its mark, `[^law]: …`, which is left out. */
export function withoutMark(source: string): string {
  return source.replace(/^\[\^[\w-]{1,60}\]:\s+/, '');
}
