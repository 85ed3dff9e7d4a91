import { readLength, readSpan } from '../text/minutes.ts';
import { plainWords } from './plain-words.ts';

/** A heading that starts a block: `Myth or fact (5 min)`, `Write the reply (8 min, optional)`. */
export type BlockHeading = {
  readonly title: string;
  readonly minutes: number;
  readonly optional: boolean;
};

// Most headings have none.
const MAY_HAVE_TIME = /\d|hour/i;

/** Reads a block's heading, as plans write it: `Starter (5 min)`, `Starter – 5 mins`, `5 minutes: Starter`, `9:00–9:10 Starter`, `Task 1 (1 hour): Sort`. Undefined for any other, `unclear` for one whose brackets speak of minutes but cannot be read. */
export function readBlockHeading(heading: string): BlockHeading | 'unclear' | undefined {
  if (heading.length > 200 || !MAY_HAVE_TIME.test(heading)) return undefined;
  const text = plainWords(heading).replace(/`([([][^`]{1,60}[)\]])`$/, '$1');
  for (const find of places) {
    const { title, time } = find(text);
    const read = title === '' ? undefined : readTime(time);
    if (read === undefined) continue;
    return {
      title: read.rest === '' ? title : `${title} (${read.rest})`,
      minutes: read.minutes,
      optional: read.optional,
    };
  }
  return /[([][^()[\]]*\d ?min[^()[\]]*[)\]]$/i.test(text) ? 'unclear' : undefined;
}

type Found = { readonly title: string; readonly time: string };

const DASH = '[:,|–—-]';
const CLOCKS = String.raw`\d{1,2}[:.]\d{2} ?(?:[ap]m)? ?(?:[-–—]|to) ?\d{1,2}[:.]\d{2} ?(?:[ap]m)?`;
const BEHIND = new RegExp(
  String.raw`^(.*\S)\s*(?:[([]([^()[\]]{1,60})[)\]]|${DASH}\s*(\d[^()[\]]{0,20}|${CLOCKS}))$`,
  'i',
);
const CLOCKS_BEHIND = new RegExp(String.raw`^(.*[^\s:,|–—-])\s*${DASH}?\s+(${CLOCKS})$`, 'i');
const WITHIN = /^(.*[^\s:–—-])\s*[([]([^()[\]]{1,60})[)\]]\s*[:–—-]\s*(\S.*)$/;
const BEFORE = new RegExp(
  String.raw`^(?:[([]([^()[\]]{1,60})[)\]]|(\d[\d –-]{0,8}(?:min[a-z]*|hours?|hrs?)\.?|${CLOCKS})\s*${DASH}|(${CLOCKS})(?=\s))\s*(.*\S)$`,
  'i',
);

// Where a time may stand: behind the title, before it, or between two parts of it.
const places: readonly ((text: string) => Found)[] = [
  (text) => {
    const [, title = '', bracket, plain] = BEHIND.exec(text) ?? [];
    return { title: title.replace(/\s*[:–—-]$/, ''), time: bracket ?? plain ?? '' };
  },
  (text) => {
    const [, bracket, plain, clocks, title = ''] = BEFORE.exec(text) ?? [];
    return { title: title.replace(/^[:–—-]\s*/, ''), time: bracket ?? plain ?? clocks ?? '' };
  },
  (text) => {
    const [, title = '', time = ''] = CLOCKS_BEHIND.exec(text) ?? [];
    return { title, time };
  },
  (text) => {
    const [, head = '', time = '', tail = ''] = WITHIN.exec(text) ?? [];
    return { title: head === '' ? '' : `${head}: ${tail}`, time };
  },
];

// `5 min, optional`, `pairs, 10 min`: what is neither time nor a word of ours stays in the title.
function readTime(
  time: string,
): { readonly minutes: number; readonly optional: boolean; readonly rest: string } | undefined {
  const pieces = time
    .split(/\s*[,;/|·]\s*/)
    .map((piece) =>
      piece
        .trim()
        .replace(
          /^(?:(?:approx(?:imate)?|est(?:imated)?|suggested)\.? )?(?:time|duration|length|timing)\s*:?\s+/i,
          '',
        ),
    );
  const lengths = pieces.map(minutesOf);
  const at = lengths.findIndex((minutes) => minutes !== undefined);
  const minutes = lengths[at];
  if (
    minutes === undefined ||
    minutes > 600 ||
    lengths.filter((one) => one !== undefined).length > 1
  ) {
    return undefined;
  }
  const others = pieces.filter(
    (piece, here) => here !== at && !/^(?:optional|core)?$/i.test(piece),
  );
  return {
    minutes,
    optional: pieces.some((piece) => /^optional$/i.test(piece)),
    rest: others.join(', '),
  };
}

function minutesOf(piece: string): number | undefined {
  const length = readLength(piece);
  if (length !== undefined) return length;
  const span = /[:.]\d{2}.*[:.]\d{2}/.test(piece) ? readSpan(piece) : undefined;
  // Before seven it is no time of a school day, but of a film.
  return span?.from === undefined || span.from < 7 * 60 || span.to <= span.from
    ? undefined
    : span.to - span.from;
}
