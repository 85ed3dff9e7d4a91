/** A telephone number, e-mail or web address as it stands in a text. */
export type ContactWords = {
  readonly kind: 'phone' | 'email' | 'web';
  /** Written one way only: digits, `help@nspcc.org.uk`, a host without `www.` */
  readonly value: string;
  /** As it was written, from `index` on. */
  readonly words: string;
  readonly index: number;
};

// “dot” and “at” may be spelled out in brackets, and “dot” without.
const DOT = String.raw`(?:\.|\s?[\[({]\s?(?:dot|\.)\s?[\])}]\s?|\sdot\s)`;
const AT = String.raw`(?:@|\s?[\[({]\s?(?:at|@)\s?[\])}]\s?)`;
const LABEL = String.raw`[\p{L}\p{N}](?:[\p{L}\p{N}-]{0,61}[\p{L}\p{N}])?`;
const PATH = String.raw`(?::\d{1,5})?(?:[/?#][^\s<>"'()[\]{}|]*)?`;

const SURE = 'uk|com|org|net|edu|gov|info|eu|ie|scot|wales|cymru|tv';
// Words too: an address only where all of it is written small.
const WORDS =
  'io|app|co|me|ly|be|gl|us|site|online|website|help|support|chat|social|live|club|biz|xyz|shop|link|page';

const ADDRESS = new RegExp(
  [
    String.raw`(?<![\p{L}\p{N}._%+-])(?<name>[\p{L}\p{N}._%+-]{1,64})${AT}(?<mailHost>${LABEL}(?:${DOT}${LABEL}){1,6})`,
    String.raw`(?:https?|ftp):[/\\]{2}(?<authority>[^\s/\\?#<>"'()[\]{}|]+)[^\s<>"'()[\]{}|]*`,
    String.raw`(?<![\p{L}\p{N}@-])www\.(?<wwwHost>${LABEL}(?:\.${LABEL}){1,6})${PATH}`,
    String.raw`(?<![\p{L}\p{N}@-])(?<host>${LABEL}${DOT}(?:${LABEL}${DOT}){0,6}(?<end>${SURE}|${WORDS}))(?![\p{L}\p{N}-]|\.[\p{L}\p{N}])${PATH}`,
  ].join('|'),
  'giu',
);
const MAY_BE_ADDRESS =
  /[\p{L}\p{N}]\.[\p{L}\p{N}]|@|:[/\\]{2}|\bdot\b|[[({]\s?(?:at|dot)\s?[\])}]/iu;

/** Every contact in a text, in order, however it is spaced or disguised. Years, times, dates, ISBNs and other numbers are none. */
export function readContacts(text: string, known: ReadonlySet<string>): readonly ContactWords[] {
  const addresses = MAY_BE_ADDRESS.test(text) ? [...text.matchAll(ADDRESS)].flatMap(addressOf) : [];
  return [...addresses, ...readNumbers(without(text, addresses), known)].toSorted(
    (a, b) => a.index - b.index,
  );
}

// A number in an address is part of it.
function without(text: string, addresses: readonly ContactWords[]): string {
  let from = 0;
  const parts = addresses.map(({ index, words: { length } }) => {
    const before = text.slice(from, index);
    from = index + length;
    return before + ' '.repeat(length);
  });
  return [...parts, text.slice(from)].join('');
}

/** A contact's one way of being written: `0800 1111` is `08001111`, `www.Childline.org.uk` is `childline.org.uk`. */
export function contactValues(words: string): readonly string[] {
  const found = readContacts(words, new Set()).map(({ value }) => value);
  return found.length > 0
    ? found
    : (words.match(/\d[\d ]*\d/g) ?? []).map((digits) => digits.replaceAll(' ', ''));
}

function addressOf({ 0: whole, index, groups = {} }: RegExpExecArray): readonly ContactWords[] {
  const { name, mailHost, authority, wwwHost, host, end = '' } = groups;
  const words = whole.replace(/(?<![.,;:!?])[.,;:!?]+$/, '');
  const at = { words, index };
  if (name !== undefined) {
    return [{ ...at, kind: 'email', value: `${name}@${plainHost(mailHost ?? '')}`.toLowerCase() }];
  }
  if (
    host !== undefined &&
    WORDS.split('|').includes(end.toLowerCase()) &&
    whole !== whole.toLowerCase() &&
    !whole.includes('/')
  ) {
    return [];
  }
  // What stands before an “@” in an address is a name to log in with, and no part of where it leads.
  const where = authority?.split('@').at(-1)?.replace(/:\d*$/, '') ?? wwwHost ?? host ?? '';
  return [{ ...at, kind: 'web', value: plainHost(where) }];
}

function plainHost(host: string): string {
  return host
    .toLowerCase()
    .replaceAll(new RegExp(DOT, 'giu'), '.')
    .replace(/^www\./, '')
    .replace(/(?<!\.)\.+$/, '');
}

const GAP = String.raw`(?:[\s().\-‐‑‒–—\u00ad\u200b-\u200d\u2060]|&nbsp;){0,3}`;
const RUN = new RegExp(
  String.raw`(?<![\p{N}£$€#]|\p{N}[.,])(?:\+|\()?\d(?:${GAP}\d){4,40}(?![\p{N}%])`,
  'gu',
);
// Short numbers, and those without their first 0, count as numbers only after a word such as “call”
// or “text”.
const CALL = String.raw`\b(?:call|calls|ring|phone|dial|telephone|text|txt|sms|tel|whatsapp|helpline|hotline|short ?code)\b[^.!?\d]{0,30}?`;
const CALLED = new RegExp(
  String.raw`${CALL}(?<number>\d[\d ]{3,11}\d|112|111|105|119|911|988|118 ?\d{3}|1471)(?![\p{L}\p{N}%:]|[.,-]\d| (?:people|pupils|children|times|minutes)\b)`,
  'giu',
);

function readNumbers(text: string, known: ReadonlySet<string>): readonly ContactWords[] {
  if (!/\d/.test(text)) return [];
  const long = [...text.matchAll(RUN)].flatMap((run) => numbersOf(run, text, known));
  const read = new Set(
    long.flatMap(({ index, words: { length } }) => Array.from({ length }, (_, at) => index + at)),
  );
  const called = [...text.matchAll(CALLED)].flatMap(({ 0: whole, index, groups }) => {
    const words = groups?.['number'] ?? '';
    const at = index + whole.length - words.length;
    const isRead = read.has(at) || read.has(at + words.length - 1);
    return isRead
      ? []
      : [{ kind: 'phone', value: words.replaceAll(' ', ''), words, index: at } as const];
  });
  return [...long, ...called];
}

// Groups of digits: several numbers may stand in one run, and the longest that could be called wins unless a known one begins there.
function numbersOf(
  { 0: run, index }: RegExpExecArray,
  text: string,
  known: ReadonlySet<string>,
): readonly ContactWords[] {
  if (/\bISBN(?:-1[03])?:?\s*$/i.test(text.slice(Math.max(0, index - 12), index))) return [];
  const groups = [...run.matchAll(/\d+/g)];
  const found: ContactWords[] = [];
  for (let from = 0; from < groups.length; from += 1) {
    // Behind a point in a decimal number no other begins.
    if (/[.,]$/.test(run.slice(0, groups[from]?.index)) && from > 0) continue;
    const ends = groups
      .slice(from, from + 14)
      .map((_, more) => from + more)
      .toReversed();
    const numbers = ends.flatMap((to) => {
      const within = groups.slice(from, to + 1).map(([digits]) => digits);
      const value = valueOf(within, from === 0 && run.startsWith('+'));
      return value === undefined ? [] : [{ to, value }];
    });
    const best = numbers.find(({ value }) => known.has(value)) ?? numbers[0];
    if (best === undefined) continue;
    const [first, last] = [from === 0 ? 0 : (groups[from]?.index ?? 0), groups[best.to]];
    const end = (last?.index ?? 0) + (last?.[0].length ?? 0);
    found.push({
      kind: 'phone',
      value: best.value,
      words: run.slice(first, end),
      index: index + first,
    });
    from = best.to;
  }
  return found;
}

// The number that groups of digits make, as it is dialled in the UK; undefined where they make none.
function valueOf(groups: readonly string[], isAbroad: boolean): string | undefined {
  const [first = ''] = groups;
  const digits = groups.join('');
  if (isAbroad || first.startsWith('0044')) {
    const home = /^(?:00)?44(0?)(\d{6,11})$/.exec(digits);
    if (home) return `0${home[2] ?? ''}`;
    return isAbroad && digits.length >= 8 && digits.length <= 15 ? `+${digits}` : undefined;
  }
  if (
    /^116\d{3}$/.test(digits) &&
    (groups.length === 2 || /^116(?:000|006|111|117|123)$/.test(digits))
  ) {
    return digits;
  }
  if (/^1[38]00\d{6}$/.test(digits) && groups.length > 1) return digits;
  if (/^1?[2-9]\d{9}$/.test(digits) && /^(?:1 )?\d{3} \d{3} \d{4}$/.test(groups.join(' '))) {
    return digits;
  }
  const isGrouped = first.length >= 3 || groups.every((group) => group.length === 1);
  if (!isGrouped || isTimes(groups)) return undefined;
  return /^0[1-9]\d{8,9}$|^08\d{5,6}$/.test(digits) ? digits : undefined;
}

// `0800-0900`, a time of day to another; `0800 1111` is none, as 11:11 is no end of a lesson.
function isTimes([from = '', to = '', ...more]: readonly string[]): boolean {
  const isTime = (digits: string) => /^(?:[01]\d|2[0-3])[0-5][05]$/.test(digits);
  return more.length === 0 && isTime(from) && isTime(to);
}
