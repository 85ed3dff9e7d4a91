const TEXT = /^(?:[^<>&]|&(?:amp|lt|gt|quot);)*$/;
const TAG = /<(\/?)([a-z]+[1-6]?)((?: [a-z]+="[^"<>]*")*)( \/)?>/g;

const TAGS: ReadonlySet<string> = new Set(
  (
    'p h4 h5 h6 ul ol li dl dt dd blockquote pre hr br figure figcaption div span a abbr b cite code del em i ins kbd mark q s small ' +
    'strong sub sup u table caption thead tbody tfoot tr th td img'
  ).split(' '),
);
const EMPTY: ReadonlySet<string> = new Set(['br', 'hr', 'img']);
const PLAIN_ATTRIBUTES: ReadonlySet<string> = new Set([
  'lang',
  'dir',
  'title',
  'alt',
  'start',
  'scope',
  'colspan',
  'rowspan',
]);
const CODE = /^code-(?:keyword|name|string|number|comment)$/;
const SITE = 'https://school.example/board/a-lesson/';

/** What in some HTML a class could not safely be shown: anything but our few tags, well nested, with links to https or to ourselves and pictures of ours. Empty when all is well. */
export function troublesIn(html: string): readonly string[] {
  const open: string[] = [];
  const troubles: string[] = [];
  let from = 0;
  for (const { 0: whole, 1: end, 2: name = '', 3: attributes = '', index } of html.matchAll(TAG)) {
    if (!TEXT.test(html.slice(from, index))) troubles.push(`text ${html.slice(from, index)}`);
    from = index + whole.length;
    if (!TAGS.has(name)) troubles.push(`tag ${whole}`);
    if (end === '/') {
      if (open.pop() !== name) troubles.push(`end ${whole}`);
    } else {
      troubles.push(...attributeTroubles(attributes));
      if (!EMPTY.has(name)) open.push(name);
    }
  }
  if (!TEXT.test(html.slice(from))) troubles.push(`text ${html.slice(from)}`);
  return [...troubles, ...open.map((name) => `open ${name}`)];
}

function attributeTroubles(attributes: string): readonly string[] {
  return [...attributes.matchAll(/ ([a-z]+)="([^"]*)"/g)].flatMap(
    ([written, name = '', value = '']) => {
      if (PLAIN_ATTRIBUTES.has(name)) return [];
      // The colours of code are ours.
      if (name === 'class' && CODE.test(value)) return [];
      const address = value
        .replaceAll('&quot;', '"')
        .replaceAll('&lt;', '<')
        .replaceAll('&gt;', '>')
        .replaceAll('&amp;', '&');
      if (name === 'href' && leadsWell(address)) return [];
      if (
        name === 'src' &&
        /^\.\.\/\.\.\/media\/[^/]/.test(address) &&
        whereTo(address).startsWith('https://school.example/media/')
      ) {
        return [];
      }
      return [written.trim()];
    },
  );
}

// As a browser would follow it from a page of ours.
function leadsWell(address: string): boolean {
  return /^https:/i.test(address) || whereTo(address).startsWith('https://school.example/');
}

function whereTo(address: string): string {
  return URL.canParse(address, SITE)
    ? new URL(address, SITE).href
    : 'https://school.example/nowhere';
}
