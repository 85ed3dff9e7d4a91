/** What goes into the slots of a page's shell: `{main: '<h1>…'}` replaces `<!--slot:main-->`. The values are HTML. */
export type Slots = Readonly<Record<string, string>>;

/** Where a filled page will live, next to where its shell was built: each folder deeper adds one `../` to the shell's own addresses, and -1, a folder less deep, takes one away. */
export type Placing = { readonly deeper: number };

/** Fills a shell's slots and moves its own relative addresses (`../assets/…`) to the page's place. A slot with no value is left empty. */
export function fillPage(shell: string, slots: Slots, { deeper }: Placing): string {
  const up = '../'.repeat(Math.max(0, deeper));
  const placed =
    deeper < 0
      ? shell.replaceAll(/\b(href|src)="\.\.\//g, '$1="')
      : up === ''
        ? shell
        : shell.replaceAll(
            /\b(href|src)="\.(\.?)\//g,
            (_, name: string, dot: string) => `${name}="${up}.${dot}/`,
          );
  return placed.replaceAll(/<!--slot:([a-z-]+)-->/g, (_, name: string) => slots[name] ?? '');
}

/** Data for the page's own script, as the body of a `<script type="application/json">`: no `<` of it can end the element. */
export function writeData(data: unknown): string {
  return JSON.stringify(data).replaceAll('<', '\\u003c');
}
