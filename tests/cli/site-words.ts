import {
  isCitable,
  knownNumbers,
  servicesOf,
  staleContacts,
} from '../../src/help/known-contacts.ts';
import { readContacts } from '../../src/help/read-contacts.ts';

/** The texts of a built site by their paths: pages, scripts, styles, data, pictures, captions. */
type Texts = ReadonlyMap<string, string>;

type Sheets = readonly { readonly audience: string; readonly address: string }[];
type ToPrint = {
  readonly school: Sheets;
  readonly lessons: readonly {
    readonly card: { readonly slug: string; readonly stage: string };
    readonly sheets: Sheets;
  }[];
};

/** What children and young people read: the pages for home that are theirs, boards, reading views and sheets. */
export function pupilPages(texts: Texts): readonly string[] {
  const { school, lessons } = JSON.parse(texts.get('print.json') ?? '{}') as ToPrint;
  const taught = lessons.filter(({ card }) => card.stage !== 'adults');
  const sheets = [...school, ...taught.flatMap((one) => one.sheets)].filter(
    ({ audience }) => audience === 'pupils',
  );
  return [
    ...['comebacks', 'help', 'away'].map((page) => `${page}/index.html`),
    ...taught.flatMap(({ card: { slug } }) => [
      `board/${slug}/index.html`,
      `read/${slug}/index.html`,
    ]),
    ...sheets.map(({ address }) => `${address.split(/[?#]/, 1)[0]}index.html`),
  ];
}

const words = (made: string) =>
  made
    .replaceAll(/<(head|svg|style)\b[^]*?<\/\1>/g, ' ')
    .replaceAll(
      /<script type="application\/json"[^>]*>([^]*?)<\/script>/g,
      (_, data: string) => ` ${strings(data)} `,
    )
    .replaceAll(/<[^>]*>/g, ' ')
    .replaceAll('&amp;', '&');

/** A checksum, whose digits are no one’s number. */
const CHECKSUM = /^[\da-f]{32,}$/;

/** The words of data: what stands in its strings, and neither its numbers nor its names. */
function strings(data: string): string {
  const found: string[] = [];
  JSON.parse(data, (key: string, value: unknown) => {
    const isWords =
      typeof value === 'string' && key !== 'id' && key !== 'hash' && !CHECKSUM.test(value);
    if (isWords) {
      found.push(value.replaceAll(/<svg\b[^]*?<\/svg>/g, ' ').replaceAll(/<[^>]*>/g, ' '));
    }
    return value;
  });
  return found.join('\n');
}

/** Every number and address in the words of one of the site’s pages or files of data. */
export function contactsOf(texts: Texts, path: string) {
  const text = texts.get(path) ?? '';
  return readContacts(path.endsWith('.json') ? strings(text) : words(text), knownNumbers);
}

/** The scripts that know lapsed names and addresses to refuse them: the page “Your school”, and the checks where a lesson is written. No page shows a word of them. */
const REFUSING: readonly RegExp[] = [
  /^assets\/school-[\w-]+\.js$/,
  /^assets\/(?:reader|my-lesson)-worker-[\w-]+\.js$/,
];

/** The files with a name or an address that lapsed, but for the scripts that refuse them. */
export function lapsedIn(texts: Texts): readonly string[] {
  const names = [
    ...staleContacts.map(({ contact }) => contact),
    'knowaboutcse',
    'staffsscb',
    'thinkuknow',
  ];
  const lapsed = new RegExp(
    names
      .map((one) => one.replaceAll('.', String.raw`\.`).replaceAll(' ', String.raw`[\s\u00a0]?`))
      .join('|'),
    'i',
  );
  return [...texts]
    .filter(([path, text]) => lapsed.test(text) && !REFUSING.some((one) => one.test(path)))
    .map(([path]) => path);
}

/** Addresses in scripts that name a thing and are never opened, or that no page may load: its policy lets it ask this site alone. */
const NEVER_OPENED: readonly RegExp[] = [
  /^http:\/\/www\.w3\.org\//,
  /^https:\/\/vjs\.zencdn\.net\/vttjs\//,
  /^https:\/\/github\.com\/videojs\//,
];

/** What the packages that read a lesson name in their messages, each as a whole: in the scripts where a lesson is written alone. */
const NAMED_BY_READER: ReadonlySet<string> = new Set([
  'https://github.com/markdown-it/markdown-it',
  'https://github.com/jonschlinkert/is-plain-object',
  'https://github.com/apostrophecms/sanitize-html/issues/547',
  'https://github.com/highlightjs/highlight.js/wiki/security',
  'https://github.com/highlightjs/highlight.js/issues/2277',
  'https://rolldown.rs/in-depth/bundling-cjs#require-external-modules',
]);
const READS =
  /^assets\/(?:reader-worker|my-lesson-worker|code-colours|rolldown-runtime)-[\w-]+\.js$/;

/** Names of the parts of a file of Word and PowerPoint (ECMA-376, ISO/IEC 29500): in the scripts that open and write such files alone; and what the writer of Word names where it refuses a tenth level of a list. */
const NAMED_BY_OFFICE =
  /^http:\/\/(?:schemas\.openxmlformats\.org(?:\/|$)|purl\.oclc\.org\/ooxml\/|purl\.org\/dc\/(?:elements\/1\.1|terms|dcmitype)\/|schemas\.microsoft\.com\/office\/(?:(?:word|drawing|powerpoint)\/20\d\d\/|20\d\d(?:\/\d\d)?\/relationships\/|word$))|^https:\/\/answers\.microsoft\.com\/en-us\/msoffice\/forum\/all\/does-word-support-more-than-9-list-levels\//;
const OFFICE = /^assets\/(?:serve-opening|my-lesson-worker|write-letter|write-word)-[\w-]+\.js$/;

/** Every address of another site in a file that is not on the list, with its file. */
export function foreignIn(texts: Texts): readonly string[] {
  return [...texts].flatMap(([path, text]) =>
    [...text.matchAll(/(?:https?:\/\/|mailto:|sms:)[\w-][^\s"'`<>)\\]*/g)]
      .map(([address]) => address)
      .filter(
        (address) => !NEVER_OPENED.some((one) => one.test(address)) && !address.includes('${'),
      )
      .filter((address) => !(READS.test(path) && NAMED_BY_READER.has(address)))
      .filter((address) => !(OFFICE.test(path) && NAMED_BY_OFFICE.test(address)))
      .filter((address) =>
        readContacts(address, knownNumbers).every(
          (one) => servicesOf(one).length === 0 && !isCitable(one),
        ),
      )
      .map((address) => `${path}: ${address}`),
  );
}
