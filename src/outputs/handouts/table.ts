import { html, type Html } from '../../text/html.ts';

/** A table whose rows have heads; each cell knows its column’s name, for windows in which a row is a paragraph. */
export function table(
  heads: readonly string[],
  rows: readonly (readonly (string | Html)[])[],
  kind = '',
): Html {
  return html`<table class="facts-table ${kind}"><thead><tr>${heads.map((head) => html`<th scope="col">${head}</th>`)}</tr></thead>
<tbody>${rows.map(([first = '', ...more]) => html`<tr><th scope="row">${first}</th>${more.map((cell, at) => html`<td data-label="${heads[at + 1] ?? ''}">${cell}</td>`)}</tr>`)}</tbody></table>`;
}

/** Markdown’s tables as such: each cell knows its column’s name, and the first one is the row’s head. */
export function labelTables(made: string): string {
  return made.replaceAll(/<table>[^]*?<\/table>/g, (whole) => {
    const heads = [...whole.matchAll(/<th\b[^>]*>([^]*?)<\/th>/g)].map(([, head = '']) =>
      head.replaceAll(/<[^>]*>|"/g, ''),
    );
    return whole.replaceAll(/<tr>[^]*?<\/tr>/g, (row) => labelRow(row, heads));
  });
}

function labelRow(row: string, heads: readonly string[]): string {
  let at = -1;
  return row
    .replaceAll('<th>', '<th scope="col">')
    .replaceAll(/<td\b[^>]*>([^]*?)<\/td>/g, (_, cell: string) => {
      at += 1;
      return at === 0
        ? `<th scope="row">${cell}</th>`
        : `<td data-label="${heads[at] ?? ''}">${cell}</td>`;
    });
}
