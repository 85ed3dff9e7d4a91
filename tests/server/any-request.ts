import { routes } from '../../src/server/http/routes.ts';
import type { Door } from '../../src/server/http/origin-check.ts';
import type { RawRequest } from './raw-client.ts';
import { LESSON } from './school.ts';

/** Chance that can be had again: the same seed makes the same requests. */
export type Dice = {
  readonly next: () => number;
  pick<Item>(items: readonly Item[]): Item;
  chance(of: number): boolean;
};

/** A request with what must be true of its answer. */
export type AnyRequest = RawRequest & {
  readonly door: Door;
  readonly line: string;
  /** It comes from a page of another site, or to a name that is not ours: never answered with anything. */
  readonly isForeign: boolean;
  /** It asks the pupils' door for what is staff's, as it is written. */
  readonly isForbidden: boolean;
};

/** Makes dice of a seed. */
export function rollDice(seed: number): Dice {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  return {
    next,
    pick: (items) => items[Math.floor(next() * items.length)] as never,
    chance: (of) => next() < of,
  };
}

const ODD_METHODS = [
  'HEAD',
  'OPTIONS',
  'DELETE',
  'PATCH',
  'TRACE',
  'PROPFIND',
  'get',
  'GE T',
  'X'.repeat(40),
];
const PAGES = [
  '/',
  '/privacy/',
  '/comebacks/',
  '/help/',
  '/away/',
  '/read/',
  '/check/',
  '/offline.js',
  '/favicon.ico',
  '/assets/join-1.js',
];
const STAFF_FILES = [
  '/lessons.json',
  '/school.json',
  '/print.json',
  `/lesson/${LESSON}/`,
  `/board/${LESSON}/`,
  `/present/${LESSON}/`,
  `/present/${LESSON}/notes.json`,
  `/present/${LESSON}/deck.json`,
  `/present/${LESSON}/questions.json`,
  `/print/${LESSON}/worksheet/`,
  `/pack/${LESSON}.zip`,
  '/print-file/none',
  '/media/little-film/captions.en.vtt',
  '/school/',
  '/print/',
];
const HOSTS = [
  '',
  'evil.example',
  '127.0.0.1:99999',
  'localhost@evil.example',
  'a b',
  '\u00e9',
  '127.0.0.1.evil.example',
  '203.0.113.9',
  'localhost/',
];
/** Ways of writing this machine's own name, which are as good as any. */
const OWN_HOSTS = ['127.0.0.1', '[::1]', 'LOCALHOST', '0x7f.1', 'localhost:1'];
const ORIGINS = [
  'null',
  'http://evil.example',
  'http://127.0.0.1:9',
  'file://',
  'http://',
  'javascript:1',
  'https://127.0.0.1:1',
  '\u0001',
];
const TYPES = [
  'application/json',
  'application/json; charset=x',
  'text/plain',
  'multipart/form-data; boundary=x',
  'application/x-www-form-urlencoded',
  'x',
  '',
];
const BODIES = [
  '{}',
  '[]',
  'null',
  '{"__proto__":{"a":1}}',
  '{"constructor":{"prototype":{}}}',
  `{"lesson":"${LESSON}","pupils":-1,"devices":true}`,
  '{"round":1,"ballot":"x","n":1,"answer":"a"}',
  '{"receipts":["x"]}',
  '{"type":"close"}',
  '{"key":"x"}',
  '{"lesson":',
  '\u0000\u00ff',
  '['.repeat(7000),
  `{"a":"${'b'.repeat(15_000)}"}`,
  `{"a":"${'b'.repeat(70_000)}"}`,
];
const MORE: readonly ((dice: Dice) => string)[] = [
  (dice) =>
    `accept-encoding: ${dice.pick(['br', 'gzip', 'br;q=0, gzip;q=0', '*', 'x'.repeat(300)])}`,
  (dice) =>
    `range: bytes=${Math.floor(dice.next() * 2000)}-${dice.pick(['', '10', '-1', '99999999999999999999'])}`,
  (dice) => `if-none-match: ${dice.pick(['*', '"x"', '"'.repeat(200)])}`,
  (dice) =>
    `cookie: ${dice.pick(['wholeclass=x', '__Host-wholeclass=a.b.c', '; ; =', 'a='.repeat(900)])}`,
  (dice) =>
    `authorization: ${dice.pick(['Bearer x', 'Bearer ', 'Basic eDp4', `Bearer ${'k'.repeat(3000)}`])}`,
  (dice) => `x-forwarded-proto: ${dice.pick(['https', 'http', 'https, http', ''])}`,
  (dice) => `accept: ${dice.pick(['text/html', '*/*', 'text/event-stream', ''])}`,
  (dice) => `referer: ${dice.pick(['', 'x', 'http://127.0.0.1/'])}`,
  () => 'upgrade: h2c',
  () => 'x-http-method-override: DELETE',
  () => 'expect: 100-continue',
  (dice) =>
    `${'x'.repeat(1 + Math.floor(dice.next() * 60))}: ${'y'.repeat(Math.floor(dice.next() * 9000))}`,
];
const FOREIGN = ['no-cors', 'cors', 'same-origin', 'websocket', ''];

/** Makes any request at all to one of two doors: every address, way of writing one, method, name, header, size and body. */
export function anyRequest(
  dice: Dice,
  door: Door,
  { port, code }: { readonly port: number; readonly code: string },
): AnyRequest {
  const base = anyPath(dice, code);
  const path = dice.chance(0.5) ? base.path : spelled(base.path, dice);
  const method = dice.chance(0.25)
    ? dice.pick(ODD_METHODS)
    : dice.pick(['GET', 'GET', 'GET', 'POST', 'PUT']);
  const isStranger = dice.chance(0.12);
  const host = isStranger
    ? dice.pick(HOSTS)
    : dice.chance(0.05)
      ? dice.pick(OWN_HOSTS)
      : `127.0.0.1:${port}`;
  const lines = [
    `${method} ${path} HTTP/1.1`,
    ...(isStranger && dice.chance(0.2) ? [] : [`host: ${host}`]),
  ];
  const origin = dice.chance(0.15) ? dice.pick(ORIGINS) : null;
  if (origin !== null) lines.push(`origin: ${origin}`);
  const isCrossSite = dice.chance(0.2);
  if (isCrossSite) {
    lines.push(
      `sec-fetch-site: ${dice.pick(['cross-site', 'same-site', 'x', ''])}`,
      `sec-fetch-mode: ${dice.pick(FOREIGN)}`,
    );
  }
  while (dice.chance(0.4)) lines.push(dice.pick(MORE)(dice));
  const { ending: asSent, bytes } = withBody(lines, dice);
  const ending = asSent === 'open' && isRough(lines) ? 'close' : asSent;
  return {
    ...{
      door,
      bytes,
      ending,
      isHead: method === 'HEAD',
      line: `${door} ${lines.join(' | ').slice(0, 300)}`,
    },
    isForeign: (isCrossSite && door === 'staff') || isStranger || origin !== null,
    isForbidden: door === 'pupils' && base.isStaffs && path === base.path,
  };
}

/** True for what a parser of HTTP may refuse, with all that stands behind it. */
function isRough([first = '', ...more]: readonly string[]): boolean {
  const isPlain =
    /^(?:GET|POST|PUT|HEAD|OPTIONS|DELETE|PATCH|TRACE|PROPFIND) [\x21-\x7e]+ HTTP\/1\.1$/.test(
      first,
    );
  return (
    !isPlain ||
    first.length > 7000 ||
    more.join('').length > 7000 ||
    more.some((line) => /[^\x20-\x7e]|^(?:upgrade|expect):|^host: .* /.test(line))
  );
}

/** A request that is right, between those that are not. */
export function rightRequest(path: string, port: number): RawRequest {
  return {
    bytes: Buffer.from(`GET ${path} HTTP/1.1\r\nhost: 127.0.0.1:${port}\r\n\r\n`),
    isHead: false,
    ending: 'open',
  };
}

function anyPath(dice: Dice, code: string): { readonly path: string; readonly isStaffs: boolean } {
  if (dice.chance(0.2)) return { path: dice.pick(PAGES), isStaffs: false };
  if (dice.chance(0.35)) return { path: dice.pick(STAFF_FILES), isStaffs: true };
  const route = dice.pick(routes);
  // What waits for news would hold up all that stands behind it: there the code is wrong.
  const waits = /\/(?:events|view|reading|changes|staff|words)$/.test(route.path);
  const named =
    waits || dice.chance(0.4)
      ? dice.pick(['BBB222', 'x', '%00', 'a'.repeat(500), '..', '__proto__', 'BKT472'])
      : code;
  const path = route.path
    .replace(':code', named)
    .replace(':lesson', 'no-such-lesson')
    .replace(':question', dice.pick(['law', 'x', '%ff', 'constructor']));
  const isTheirs = routes.some(
    ({ doors, path: one }) => one === route.path && doors.includes('pupils'),
  );
  return {
    path: dice.chance(0.2) ? `${path}?after=${dice.pick(['0', 'x', '%', '1'.repeat(50)])}` : path,
    isStaffs: !isTheirs,
  };
}

const SPELLINGS: readonly ((path: string, at: number, dice: Dice) => string)[] = [
  (path, at) =>
    `${path.slice(0, at)}%${path.charCodeAt(at).toString(16).padStart(2, '0')}${path.slice(at + 1)}`,
  (path, at) => `${path.slice(0, at)}/../${path.slice(at)}`,
  (path, at) => `${path.slice(0, at)}/./${path.slice(at)}`,
  (path, at) => `${path.slice(0, at)}/${path.slice(at)}`,
  (path, at) => `${path.slice(0, at)}%2f..%2f${path.slice(at)}`,
  (path, at) => `${path.slice(0, at)};x=1${path.slice(at)}`,
  (path, at) => `${path.slice(0, at)}%00${path.slice(at)}`,
  (path, at) => `${path.slice(0, at)}\\${path.slice(at)}`,
  (path, at) => `${path.slice(0, at)}?${path.slice(at)}`,
  (path, at) => `${path.slice(0, at)}#${path.slice(at)}`,
  (path, at) => `${path.slice(0, at)}%c0%ae${path.slice(at)}`,
  (path) => path.toUpperCase(),
  (path) => `http://127.0.0.1${path}`,
  (path) => `//${path}`,
  () => '*',
  (path, _, dice) => path + 'a'.repeat(Math.floor(dice.next() * 20_000)),
  (path) => `${path}\u00e9`,
];

function spelled(path: string, dice: Dice): string {
  let written = path;
  do written = dice.pick(SPELLINGS)(written, 1 + Math.floor(dice.next() * written.length), dice);
  while (dice.chance(0.3));
  return written;
}

function withBody(lines: readonly string[], dice: Dice): Pick<RawRequest, 'bytes' | 'ending'> {
  const head = (more: readonly string[]) => `${[...lines, ...more].join('\r\n')}\r\n\r\n`;
  const plain = (text: string, ending: RawRequest['ending']) => ({
    bytes: Buffer.from(text, 'latin1'),
    ending,
  });
  if (dice.chance(lines[0]?.startsWith('GET ') === true ? 0.85 : 0.3)) {
    return plain(head([]), 'open');
  }
  const body = dice.pick(BODIES);
  const type = `content-type: ${dice.pick(TYPES)}`;
  if (dice.chance(0.75)) {
    return plain(head([type, `content-length: ${body.length}`]) + body, 'open');
  }
  const broken = dice.pick(BROKEN);
  return plain(head([type, ...broken.lines(body)]) + broken.body(body), broken.ending);
}

type Broken = {
  readonly lines: (body: string) => readonly string[];
  readonly body: (body: string) => string;
  readonly ending: RawRequest['ending'];
};
const chunked = (body: string) => `${body.length.toString(16)}\r\n${body}\r\n0\r\n\r\n`;

/** Bodies that are framed in another way, or wrongly. */
const BROKEN: readonly Broken[] = [
  { lines: () => ['transfer-encoding: chunked'], body: chunked, ending: 'open' },
  { lines: () => ['connection: close'], body: () => '', ending: 'close' },
  { lines: (body) => [`content-length: ${body.length + 50}`], body: (body) => body, ending: 'cut' },
  {
    lines: (body) => [`content-length: ${body.length}`, 'transfer-encoding: chunked'],
    body: chunked,
    ending: 'close',
  },
  {
    lines: (body) => [`content-length: ${body.length}`, 'content-length: 1'],
    body: (body) => body,
    ending: 'close',
  },
  { lines: () => ['transfer-encoding: chunked'], body: () => 'zz\r\nx\r\n', ending: 'close' },
  { lines: () => ['transfer-encoding: xchunked'], body: chunked, ending: 'close' },
  { lines: () => ['content-length: -1'], body: () => '', ending: 'close' },
  { lines: () => ['x y: z', 'no colon'], body: () => '', ending: 'close' },
  {
    lines: () => ['content-encoding: gzip', 'content-length: 3'],
    body: () => 'abc',
    ending: 'close',
  },
];
