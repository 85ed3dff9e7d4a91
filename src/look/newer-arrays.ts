/** Gives arrays what Chrome 109 does not have yet: `toSorted` and its like. Self-contained: its own text is put into pages. */
function addNewerArrays(): void {
  const add = (name: string, value: (this: unknown[], ...args: never[]) => unknown) => {
    if (!(name in Array.prototype)) Object.defineProperty(Array.prototype, name, { value, configurable: true, writable: true });
  };
  add('toSorted', function toSorted(order: (a: unknown, b: unknown) => number) {
    return [...this].sort(order);
  });
  add('toReversed', function toReversed() {
    return [...this].reverse();
  });
  add('toSpliced', function toSpliced(...how: [number, number]) {
    const copy = [...this];
    copy.splice(...how);
    return copy;
  });
  add('with', function withItem(at: number, item: unknown) {
    const copy = [...this];
    copy[at < 0 ? at + copy.length : at] = item;
    return copy;
  });
}

/** What a bundler tells of a script that it made. */
type Chunk = { readonly isEntry: boolean; readonly name: string; readonly facadeModuleId: string | null };

/** Puts them before the script of each built page but the pupils', whose script does without; a plugin of Vite. */
export const newerArrays = {
  name: 'newer-arrays',
  apply: 'build' as const,
  renderChunk: {
    order: 'pre' as const,
    handler: (code: string, { isEntry, name, facadeModuleId }: Chunk) =>
      isEntry && name !== 'join' && facadeModuleId?.endsWith('.html') === true ? `(${addNewerArrays.toString()})();\n${code}` : null,
  },
};
