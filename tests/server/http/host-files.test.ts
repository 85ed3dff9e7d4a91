import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { HtmlValidate } from 'html-validate';
import { describe, expect, it } from 'vitest';
import { TYPES } from '../../../src/site/media-types.ts';
import { hostFiles } from '../../../src/server/http/host-files.ts';
import { notHerePage, PLAIN_STYLE } from '../../../src/site/not-here.ts';
import {
  featurePolicy,
  pageMay,
  pagePolicy,
  SAFE_HEADERS,
  safePolicy,
} from '../../../src/site/policy.ts';
import { readHeaders, readXml, sentWith, type Element } from '../host-grammar.ts';

const textOf = (path: string) => hostFiles().find((file) => file.path === path)?.text ?? '';
/** The one table: what the server sends, with what any page may. */
const table = {
  ...SAFE_HEADERS,
  'content-security-policy': safePolicy({
    style: PLAIN_STYLE,
    chosenFilm: true,
    ownPictures: true,
  }),
};
const YEAR = 31_536_000;

describe('_headers', () => {
  const rules = readHeaders(textOf('_headers'));

  it('has every header of the one table for every file, and no other', () => {
    for (const file of [
      '/',
      '/index.html',
      '/help/adults/',
      '/board/a-lesson/index.html',
      '/media/film/film.mp4',
      '/nothing-here',
    ]) {
      expect([file, sentWith(rules, file)]).toEqual([file, table]);
    }
  });

  it('keeps for ever what has its contents in its name, and that alone', () => {
    expect(sentWith(rules, '/assets/page-x1y2z3.css')).toEqual({
      ...table,
      'cache-control': `public, max-age=${YEAR}, immutable`,
    });
    expect(rules.map(({ path }) => path)).toEqual(['/*', '/present/*', '/assets/*']);
  });

  it('lets the presenter’s pages alone ask for a camera: of what is joined, the last counts', () => {
    for (const file of ['/present/a-lesson/', '/present/a-lesson/index.html']) {
      expect(sentWith(rules, file)).toEqual({
        ...table,
        'permissions-policy': `${featurePolicy({})}, ${featurePolicy({ camera: true })}`,
      });
    }
    expect(featurePolicy({ camera: true })).toContain('camera=(self)');
    expect(featurePolicy({})).toContain('camera=()');
  });

  it('is read as hosts read it: what they would skip is refused', () => {
    for (const text of [
      '  X: y\n',
      '/*\nX: y\n',
      '/*\n  X y\n',
      '/*\n',
      '/a*b*\n  X: y\n',
      '/*\n  X: y\n/*\n  Z: y\n',
      `/*\n  X: ${'y'.repeat(2_000)}\n`,
    ]) {
      expect(() => readHeaders(text)).toThrow('_headers');
    }
    expect(sentWith(readHeaders('/*\n  X: a\n/b/*\n  x: c\n'), '/b/d')).toEqual({ x: 'a, c' });
  });
});

/** What IIS knows of each element that we write: what it may hold, and its attributes. */
const KNOWN: Readonly<
  Record<string, { readonly holds: readonly string[]; readonly has: readonly string[] }>
> = {
  configuration: { holds: ['system.webServer', 'location'], has: [] },
  location: { holds: ['system.webServer'], has: ['path'] },
  'system.webServer': { holds: ['defaultDocument', 'staticContent', 'httpProtocol'], has: [] },
  defaultDocument: { holds: ['files'], has: [] },
  files: { holds: ['clear', 'add'], has: [] },
  staticContent: { holds: ['remove', 'mimeMap', 'clientCache'], has: [] },
  httpProtocol: { holds: ['customHeaders'], has: [] },
  customHeaders: { holds: ['remove', 'add'], has: [] },
  clientCache: { holds: [], has: ['cacheControlMode', 'cacheControlMaxAge'] },
  mimeMap: { holds: [], has: ['fileExtension', 'mimeType'] },
  'files clear': { holds: [], has: [] },
  'files add': { holds: [], has: ['value'] },
  'staticContent remove': { holds: [], has: ['fileExtension'] },
  'customHeaders remove': { holds: [], has: ['name'] },
  'customHeaders add': { holds: [], has: ['name', 'value'] },
};

/** What IIS would stop at, all the way down. */
function unknownIn(element: Element, within = ''): readonly string[] {
  const known = KNOWN[`${within} ${element.name}`] ?? KNOWN[element.name];
  if (known === undefined) return [`${within}: ${element.name}`];
  const wrong =
    Object.keys(element.attributes).toSorted().join(' ') === known.has.toSorted().join(' ')
      ? []
      : [`attributes of ${element.name}`];
  const lost = element.children
    .filter((child) => !known.holds.includes(child.name))
    .map((child) => `${child.name} in ${element.name}`);
  return [
    ...wrong,
    ...lost,
    ...element.children.flatMap((child) => unknownIn(child, element.name)),
  ];
}

function at(element: Element, ...path: readonly string[]): Element {
  return path.reduce((inside, name) => {
    const found = inside.children.filter((child) => child.name === name);
    expect([name, found.length]).toEqual([name, 1]);
    return found[0] ?? inside;
  }, element);
}

/** A collection after what a site above has set: what is removed may be there or not; what is added twice stops the site (500.19). */
function collected(
  element: Element,
  [key, value]: readonly [string, string],
  above: Readonly<Record<string, string>>,
) {
  const all = new Map(Object.entries(above));
  for (const { name, attributes } of element.children) {
    const of = attributes[key] ?? '';
    if (name === 'clear') all.clear();
    else if (name === 'remove') all.delete(of);
    else if (name !== 'clientCache' && all.has(of)) throw new Error(`IIS: ${of} is there already`);
    else if (name !== 'clientCache') all.set(of, attributes[value] ?? '');
  }
  return Object.fromEntries(all);
}

describe('web.config', () => {
  const config = readXml(textOf('web.config'));
  const server = at(config, 'system.webServer');
  const inPath = (path: string): Element => {
    const location = config.children.find(({ attributes }) => attributes['path'] === path);
    if (!location) throw new Error(`There is no location for ${path}`);
    return location;
  };

  it('is well-formed, of elements and attributes that IIS knows, each where it belongs', () => {
    expect(config.name).toBe('configuration');
    expect(unknownIn(config)).toEqual([]);
    expect(
      unknownIn(
        readXml(
          '<configuration><system.webServer><httpProtocol><add /></httpProtocol></system.webServer></configuration>',
        ),
      ),
    ).not.toEqual([]);
  });

  it('sends every header of the one table, also where a site above sends the same', () => {
    const headers = at(server, 'httpProtocol', 'customHeaders');
    const ours = collected(headers, ['name', 'value'], {});
    expect(
      Object.fromEntries(Object.entries(ours).map(([name, value]) => [name.toLowerCase(), value])),
    ).toEqual(table);
    expect(collected(headers, ['name', 'value'], { 'X-Powered-By': 'ASP.NET', ...ours })).toEqual({
      'X-Powered-By': 'ASP.NET',
      ...ours,
    });
  });

  it('knows the type of every kind of file, whatever IIS knew before', () => {
    const types = at(server, 'staticContent');
    const above = Object.fromEntries(
      Object.keys(TYPES).map((ending) => [`.${ending}`, 'application/octet-stream']),
    );
    expect(collected(types, ['fileExtension', 'mimeType'], above)).toMatchObject(
      Object.fromEntries(Object.entries(TYPES).map(([ending, type]) => [`.${ending}`, type])),
    );
    expect(
      collected(at(server, 'defaultDocument', 'files'), ['value', 'value'], {
        'Default.htm': 'Default.htm',
      }),
    ).toEqual({
      'index.html': 'index.html',
    });
  });

  it('keeps for a year what has its contents in its name, and that alone', () => {
    const location = inPath('assets');
    const { attributes } = at(location, 'system.webServer', 'staticContent', 'clientCache');
    expect(attributes['cacheControlMode']).toBe('UseMaxAge');
    const [, days = 0, hours = 0, minutes = 0, seconds = 0] = (
      /^(\d+)\.(\d\d):(\d\d):(\d\d)$/.exec(attributes['cacheControlMaxAge'] ?? '') ?? []
    ).map(Number);
    expect(((days * 24 + hours) * 60 + minutes) * 60 + seconds).toBe(YEAR);
  });

  it('lets the presenter’s pages alone ask for a camera', () => {
    const headers = at(inPath('present'), 'system.webServer', 'httpProtocol', 'customHeaders');
    const above = { 'Permissions-Policy': featurePolicy({}) };
    expect(collected(headers, ['name', 'value'], above)).toEqual({
      'Permissions-Policy': featurePolicy({ camera: true }),
    });
    expect(config.children.filter(({ name }) => name === 'location')).toHaveLength(2);
  });

  it('is read as a parser of XML reads: what is not well-formed is refused', () => {
    for (const text of [
      '<a>',
      '<a></b>',
      '<a/><b/>',
      '<a b="1" b="2"/>',
      '<a b="&x;"/>',
      '<a b="1 & 2"/>',
      '<a b="<"/>',
      '<a b=1/>',
      '<a>words</a>',
      ' <?xml version="1.0"?><a/>',
    ]) {
      expect(() => readXml(text)).toThrow('XML');
    }
    expect(readXml('<?xml version="1.0"?>\n<!-- b --><a b="&amp;&quot;"><c /></a>')).toEqual({
      name: 'a',
      attributes: { b: '&"' },
      children: [{ name: 'c', attributes: {}, children: [] }],
    });
  });
});

it('the hosts’ policy lets every page do what it says that it does, and nothing that no page says', () => {
  const rules = (policy: string) =>
    policy.split('; ').flatMap((rule) =>
      rule
        .split(' ')
        .slice(1)
        .map((source) => `${rule.split(' ')[0]} ${source}`),
    );
  const paths = [
    'index.html',
    'board/x/index.html',
    'present/x/index.html',
    'edit/index.html',
    'help/index.html',
    'comebacks/index.html',
  ];
  const names = new Set(
    [...paths.map(pageMay), { style: PLAIN_STYLE }].flatMap((may) => rules(pagePolicy(may))),
  );
  expect(
    rules(table['content-security-policy'])
      .filter((rule) => !rule.startsWith('frame-ancestors'))
      .toSorted(),
  ).toEqual([...names].toSorted());
});

it('the page of a host for where there is nothing keeps the rules of HTML, loads nothing, leads nowhere, names nothing and has help', async () => {
  const page = notHerePage();
  const rules = { 'doctype-style': 'off', 'void-style': 'off' } as const;
  const validator = new HtmlValidate({
    extends: ['html-validate:recommended'],
    elements: ['html5'],
    rules,
  });
  expect((await validator.validateString(page)).results).toEqual([]);
  expect(page).not.toMatch(/\s(?:href|src|style)=|<script|<link|@import|url\(|Wholeclass/);
  expect(page).toContain('<title>Page not found</title>');
  expect(page.replaceAll(/<[^>]*>/g, '')).toMatch(
    /An adult you trust, here or anywhere.*Childline: chat on childline\.org\.uk, or call 0800 1111, free.*CEOP.*999/,
  );
});

it('that page has its one style in it, which its own policy and the hosts’ let through by its hash, in the colours of every page', () => {
  const [, style = ''] = /<style>([^]*?)<\/style>/.exec(notHerePage()) ?? [];
  const allowed = `style-src 'self' 'sha256-${createHash('sha256').update(style).digest('base64')}';`;
  expect(pagePolicy({ style: PLAIN_STYLE })).toContain(allowed);
  expect(table['content-security-policy']).toContain(allowed);
  expect(pagePolicy(pageMay('help/index.html'))).toContain("style-src 'self';");
  const [day = '', night = ''] = ['tokens.css', 'dark-tokens.css'].map((file) =>
    readFileSync(new URL(`../../../src/ui/${file}`, import.meta.url), 'utf8'),
  );
  const colours = [...style.matchAll(/--([a-z]+):(#[0-9a-f]{6})/g)].map(
    ([, name = '', colour]) => `--${OF_TOKENS[name] ?? name}: ${colour};`,
  );
  expect(colours).toHaveLength(14);
  for (const [at, colour] of colours.entries()) {
    expect([colour, (at < 7 ? day : night).includes(colour)]).toEqual([colour, true]);
  }
});

/** Where that page’s short name for a colour is not the token’s. */
const OF_TOKENS: Readonly<Record<string, string>> = { soft: 'ink-soft', tint: 'teal-tint' };
