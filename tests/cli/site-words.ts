import { knownNumbers } from '../../src/help/known-contacts.ts';
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

/** The words of data: what stands in its strings, and neither its numbers nor its names. */
function strings(data: string): string {
  const found: string[] = [];
  JSON.parse(data, (key: string, value: unknown) => {
    const isWords = typeof value === 'string' && key !== 'id' && key !== 'hash';
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
