/** An opening tag as it is written: where its `<` stands, its name and attributes in their own case, and whether a `>` ends it. */
export type HtmlTag = {
  readonly at: number;
  readonly name: string;
  readonly attributes: string;
  readonly ends: boolean;
};

// What stands between these tags is no HTML, so a `<` in it opens nothing.
const PLAIN = /^(?:script|style|textarea|title|xmp|iframe|noembed|noframes|noscript)$/i;

/** The opening tags in a piece of HTML, in order; in time that grows with its length. */
export function htmlTags(html: string): readonly HtmlTag[] {
  const tags: HtmlTag[] = [];
  const lower = html.toLowerCase();
  for (let at = html.indexOf('<'); at >= 0;) {
    const comment = html.startsWith('<!--', at);
    const [, name] = comment ? [] : (/^([a-z][^\s/>]*)/i.exec(html.slice(at + 1, at + 80)) ?? []);
    let after = at + 1;
    if (comment) after = endAt(html.indexOf('-->', at + 4), html);
    else if (name !== undefined) {
      const end = tagEnd(html, at + 1 + name.length);
      tags.push({
        at,
        name,
        attributes: html.slice(at + 1 + name.length, end).replace(/\/$/, ''),
        ends: end < html.length,
      });
      after = PLAIN.test(name) ? endAt(lower.indexOf(`</${name.toLowerCase()}`, end), html) : end;
    }
    at = html.indexOf('<', after);
  }
  return tags;
}

/** The attributes of a tag: names in lower case, values without their quotes. */
export function htmlAttributes({
  attributes,
}: HtmlTag): readonly { readonly name: string; readonly value: string }[] {
  const found = attributes.matchAll(
    /([^\s"'<>/=]+)(?:\s{0,20}=\s{0,20}(?:"([^"]*)"|'([^']*)'|([^\s"'=<>`]+)))?/g,
  );
  return [...found].map(([, name = '', ...values]) => ({
    name: name.toLowerCase(),
    value: values.find((value) => value !== undefined) ?? '',
  }));
}

function endAt(found: number, html: string): number {
  return found < 0 ? html.length : found;
}

// The place of the `>` that ends a tag, past those in quotes.
function tagEnd(html: string, from: number): number {
  let quote = '';
  for (let at = from; at < html.length; at += 1) {
    const character = html[at] ?? '';
    if (quote !== '') quote = character === quote ? '' : quote;
    else if (character === '>') return at;
    else if (character === '"' || character === "'") quote = character;
  }
  return html.length;
}
