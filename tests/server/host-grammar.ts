/** A rule of a `_headers` file: where it holds, and what is sent there. */
export type HeaderRule = {
  readonly path: string;
  readonly headers: readonly (readonly [name: string, value: string])[];
};

/** Reads `_headers` as Netlify and Cloudflare Pages document it: a path at the margin, its headers indented, `#` before what is said to people. Throws at anything else. */
export function readHeaders(text: string): readonly HeaderRule[] {
  const rules: { path: string; headers: [string, string][] }[] = [];
  for (const [at, line] of text.split('\n').entries()) {
    const wrong = (why: string) => new Error(`_headers:${at + 1}: ${why}`);
    if (line.trim() === '' || line.startsWith('#')) continue;
    if (line.length > 2_000) throw wrong('longer than the 2,000 signs that are read');
    const header = /^\s+([!#$%&'*+.^_`|~\w-]+):\s*(\S.*)$/.exec(line);
    if (line.startsWith('/')) {
      if (!/^\/[\w./-]*\*?$/.test(line)) throw wrong('no path: one “*” may stand, at its end');
      if (rules.some(({ path }) => path === line)) throw wrong('this path has a rule already');
      rules.push({ path: line, headers: [] });
    } else if (header === null) throw wrong('neither a path nor “Name: value”');
    else if (rules.length === 0) throw wrong('a header before any path');
    else rules.at(-1)?.headers.push([header[1] ?? '', header[2] ?? '']);
  }
  if (rules.length > 100 || rules.some(({ headers }) => headers.length === 0)) {
    throw new Error('_headers: too many rules, or one without a header');
  }
  return rules;
}

/** What such a host sends with a file: every rule that holds there, values of one header joined. Names in small letters. */
export function sentWith(
  rules: readonly HeaderRule[],
  file: string,
): Readonly<Record<string, string>> {
  const sent: Record<string, string> = {};
  for (const { path, headers } of rules) {
    if (path.endsWith('*') ? !file.startsWith(path.slice(0, -1)) : file !== path) continue;
    for (const [name, value] of headers) {
      sent[name.toLowerCase()] = [sent[name.toLowerCase()] ?? [], value].flat().join(', ');
    }
  }
  return sent;
}

/** An element of XML that holds elements and no words. */
export type Element = {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly Element[];
};

type Open = {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: Element[];
};
const PIECE =
  /<\?xml [^?]*\?>|<!--(?:(?!--)[^])*-->|<(\/?)([A-Za-z][\w.-]*)((?:\s+[A-Za-z][\w.-]*="[^"<]*")*)\s*(\/?)>|\s+|[^]/gy;
const SIGNS: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&apos;': "'",
};

/** Reads well-formed XML of elements and attributes. Throws where a parser would, and at words between elements. */
export function readXml(text: string): Element {
  const top: Open = { name: '', attributes: {}, children: [] };
  const open: Open[] = [top];
  for (const [piece, end, name, attributes = '', single] of text.matchAll(PIECE)) {
    if (name === undefined && piece.length === 1 && piece.trim() !== '') {
      throw new Error(`XML: “${piece}” stands where no word may`);
    }
    if (piece.startsWith('<?xml') && !text.startsWith(piece)) {
      throw new Error('XML: its first line stands further down');
    }
    if (name === undefined) continue;
    if (end === '/') {
      if (open.pop()?.name !== name) throw new Error(`XML: </${name}> ends what it did not begin`);
      continue;
    }
    const element: Open = { name, attributes: attributesIn(attributes), children: [] };
    open.at(-1)?.children.push(element);
    if (single !== '/') open.push(element);
  }
  const [root] = top.children;
  if (open.length !== 1 || root === undefined || top.children.length !== 1) {
    throw new Error('XML: it needs to be one element, and an end for each');
  }
  return root;
}

function attributesIn(text: string): Readonly<Record<string, string>> {
  const all = [...text.matchAll(/([\w.-]+)="([^"]*)"/g)].map(
    ([, name = '', value = '']) => [name, decoded(value)] as const,
  );
  if (new Set(all.map(([name]) => name)).size !== all.length) {
    throw new Error(`XML: an attribute twice in${text}`);
  }
  return Object.fromEntries(all);
}

function decoded(value: string): string {
  return value.replaceAll(/&[^;]*;?/g, (sign) => {
    const meant = SIGNS[sign];
    if (meant === undefined) throw new Error(`XML: “${sign}” is no sign`);
    return meant;
  });
}
