import { posix } from 'node:path';
import { importsOf, type Import } from './imports.ts';
import { isPure, isView, type SourceFile } from './read-tree.ts';

/** What the files of a folder may import beside their own folder. A name that ends in `*` stands for all that begin so. */
export type Row = {
  readonly folders: readonly string[];
  /** Folders of which only types may be imported. */
  readonly types?: readonly string[];
  /** Folders and packages for `*.view.ts(x)` alone. */
  readonly views?: readonly string[];
  readonly packages?: readonly string[];
};

/** The rows by path from `src/`: of those that fit a file the longest counts. */
export type Table = Readonly<Record<string, Row>>;

/** Every import of a file of `src/` that its row does not allow, as a line `poll/tally.ts may not import ../server/app.ts`. */
export function refusals({ path, text }: SourceFile, table: Table): readonly string[] {
  const place = Object.keys(table)
    .filter((key) => path === key || path.startsWith(`${key}/`))
    .toSorted((a, b) => b.length - a.length)[0];
  const row = place === undefined ? undefined : table[place];
  const imports = importsOf(path, text);
  if (row === undefined) {
    return imports.map(
      ({ from }) => `${path} stands in no folder of the table, and imports ${from}`,
    );
  }
  return imports
    .filter((asked) => !mayImport(path, asked, row))
    .map(({ from }) => `${path} may not import ${from}`);
}

function mayImport(path: string, { from, typesOnly }: Import, row: Row): boolean {
  const viewsToo = isView(path) || /\.(css|d\.ts)$/.test(path) ? (row.views ?? []) : [];
  if (!from.startsWith('.')) return covers([...(row.packages ?? []), ...viewsToo], packageOf(from));
  const target = posix.join(posix.dirname(path), from.replace(/\?.*$/, ''));
  // Lists are data: JSON is as pure as what reads it.
  if (isPure(path) && (isView(target) || !/\.(tsx?|json)$/.test(target))) return false;
  if (/^(server|site|print|cli)\//.test(path) && isView(target)) return false;
  if (homeOf(target) === homeOf(path)) return true;
  return covers(
    [...row.folders, ...viewsToo, ...(typesOnly ? (row.types ?? []) : [])],
    homeOf(target),
  );
}

function covers(names: readonly string[], name: string): boolean {
  return names.some(
    (allowed) =>
      allowed === name || (allowed.endsWith('*') && name.startsWith(allowed.slice(0, -1))),
  );
}

function packageOf(from: string): string {
  const [first = '', second = ''] = from.split('/');
  return first.startsWith('@') ? `${first}/${second}` : first;
}

/** The folder a path belongs to: every page and every output is one of its own. A path that leaves `src/` belongs to none. */
function homeOf(path: string): string {
  const parts = path.split('/').slice(0, -1);
  const [first = ''] = parts;
  return first === 'pages' || first === 'outputs' ? parts.slice(0, 2).join('/') : first;
}
