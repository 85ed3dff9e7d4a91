import { plainWords } from './plain-words.ts';

/** Why words are never the class's by themselves: they give an answer away, or they speak to the teacher. */
export type OffBoard = 'answer' | 'teacher';

/** What of a line is off the board: all of it, with what stands below it where it is no more than a label, or what stands behind a mark within it; `shown` is what is left for the class. */
export type OffBoardLine =
  | { readonly why: OffBoard; readonly is: 'whole'; readonly isLabel: boolean }
  | { readonly why: OffBoard; readonly is: 'part'; readonly shown: string };

type Sign = {
  readonly why: OffBoard;
  /** What names it, before a colon or dash or alone on its line. */
  readonly name: string;
  /** True for a name that is a heading's too; “Key” and “Solution” may well be a slide. */
  readonly heads?: true;
  /** True for one that may be a word to learn, in a list of words with their meanings. */
  readonly mayBeWord?: true;
};

const OF =
  '(?:(?:the|all|correct|right|expected|possible|potential|model|suggested|likely|sample|example|exemplar|acceptable|accepted|indicative|full|starter|plenary|quiz|test|task|activity|exercise|worksheet|homework|question|extension|challenge|recap|retrieval|exit ticket|do now|warm[- ]?up) )';

// The one table of what keeps a line off the board by its first words.
const signs: readonly Sign[] = [
  {
    why: 'answer',
    name: `${OF}*answers?(?: ?(?:key|keys|sheet|scheme|guide|bank|list)| (?:to|for) [^:]{1,40}| (?:could|may|might|should) include)?(?: ?\\d{1,2}[a-z]?)?`,
    heads: true,
  },
  {
    why: 'answer',
    name: `(?:the )?(?:correct|right|expected|model|suggested|likely|possible|sample|acceptable) (?:options?|responses?|solutions?|choices?)`,
    heads: true,
  },
  { why: 'answer', name: 'ans\\.?(?: ?\\d{1,2}[a-z]?)?' },
  { why: 'answer', name: '(?:answer|marking|quiz|test|worksheet) key', heads: true },
  { why: 'answer', name: 'mark(?:ing)?[- ](?:schemes?|guides?|guidance)', heads: true },
  { why: 'answer', name: '(?:worked )?solutions?', mayBeWord: true },
  { why: 'answer', name: 'key', mayBeWord: true },
  { why: 'teacher', name: '(?:for (?:the )?)?teachers?(?: |[- ])(?:only|eyes only)', heads: true },
  { why: 'teacher', name: 'for (?:the )?teachers?', heads: true },
  {
    why: 'teacher',
    name: "teacher(?:['’]?s)? (?:says?|said|asks?|input|script|talk|explains?|explanation|presents?|presentation|models?|modelling|demonstrates?|demonstration|introduces?|introduction|reads?|actions?|prompts?|background|points?|cues?)",
    heads: true,
  },
  { why: 'teacher', name: 'script', mayBeWord: true },
  {
    why: 'teacher',
    name: '(?:(?:common|likely|possible|potential|key|typical) )*misconceptions?(?: (?:to|and) [^:]{1,40})?',
    heads: true,
  },
  { why: 'teacher', name: 'differentiation', mayBeWord: true },
];

const AROUND = String.raw`[*_~]{0,3}`;
const ASIDE = String.raw`(?:\s?[([][^()[\]]{1,40}[)\]])?`;
const BEHIND = String.raw`\s?${AROUND}\s?(?:[:：=]|[–—-](?=\s|$)|→|\bis\b(?!\s+(?:it|there|this|that)\b)|\bare\b)`;

type Read = Sign & { readonly whole: RegExp; readonly alone: RegExp };

const read: readonly Read[] = signs.map((sign) => ({
  ...sign,
  // With its words behind it, or alone with its colon.
  whole: new RegExp(String.raw`^(?:${sign.name})${ASIDE}${BEHIND}`, 'i'),
  alone: new RegExp(String.raw`^(?:${sign.name})${ASIDE}\s?[:：]?$`, 'i'),
}));

const BEFORE =
  /^(?:[\s>*_~+•([{|-]|\d{1,3}[.)]\s|(?:\p{Extended_Pictographic}|\uFE0F|\u200D)+\s?|[✓✔√]\s?)+/u;

// Most lines have none of these words.
const MAY_BE =
  /ans|answer|solution|response|option|choice|key|mark|teacher|script|misconception|differentiation|feedback|[✅☑✔✓√]|correct|\((?:fact|myth|true|false)|\[(?:fact|myth|true|false)/i;

const BLANKS = /^[\s_.…*|:：=–—-]*$/;
const HAS_BLANK = /_{2,}|\.{3,}|…/;

// A sentence that only a teacher's script has: “Teacher presents …”, “then take feedback”.
const SENTENCES: readonly RegExp[] = [
  /^teacher (?:says|asks|presents|explains|shows|models|introduces|reads|writes|leads|demonstrates|displays|plays|gives|hands|reveals|draws|circulates|reviews|recaps|guides|elicits|describes|checks|takes|collects|monitors|directs|poses)\b/i,
  /(?:^|\b(?:then|and|to|before you|,)\s+)take (?:some |brief |quick |whole[- ]class |class )*feedback\b(?!\s+(?:from|on) (?:your|a|another|the other) )/i,
  /^(?:the )?(?:correct|right) (?:answer|option|choice) (?:is|was|would be)\b/i,
  /[([](?:for )?(?:the )?teachers?(?:['’]s)? (?:eyes )?only[)\]]/i,
];

const TO_PUPILS = /\b(?:your|you)\b/i;

/** Whether a line is off the board by its words, or a part of it; undefined for every other. `isWord` where it stands among words with their meanings. */
export function readOffBoard(
  text: string,
  { isWord = false }: { readonly isWord?: boolean } = {},
): OffBoardLine | undefined {
  if (!MAY_BE.test(text)) return undefined;
  const line = plainWords(text.slice(0, 400).replace(/^\s*#{4,6}\s+/, '')).trim();
  const words = line.replace(BEFORE, '');
  // A line to write on is the pupils'.
  if (/[:：]\s*[*_]{0,3}\s*[_.…]{2,}\s*$|[:：]\s*…\s*$/.test(text)) return undefined;
  for (const { why, whole, alone, mayBeWord } of read) {
    if (mayBeWord === true && isWord) continue;
    const bare = words.replace(/[\s*_~)\]}|]+$/, '').trim();
    if (alone.test(words.trim()) || alone.test(bare)) return { why, is: 'whole', isLabel: true };
    const name = whole.exec(words)?.[0];
    if (name === undefined) continue;
    const rest = words.slice(name.length);
    return { why, is: 'whole', isLabel: BLANKS.test(rest) };
  }
  const sentence = SENTENCES.find((one) => one.test(words) || one.test(line));
  if (sentence !== undefined && !(/feedback/i.test(words) && TO_PUPILS.test(words))) {
    return {
      why: /answer|option|choice/i.test(words) ? 'answer' : 'teacher',
      is: 'whole',
      isLabel: false,
    };
  }
  return partOf(text);
}

const VERDICT =
  /\s*(?:[–—-]\s*)?[*_~]{0,3}[([]\s*[*_~]{0,3}(?:fact|myth|true|false|fiction)[*_~]{0,3}\s*(?:[–—:;,.-][^()[\]]*(?:\([^()]*\)[^()[\]]*)*)?[)\]][*_~]{0,3}[.!]?\s*$/i;
const WITHIN = new RegExp(
  String.raw`(?:(?<=[.?!:;)\]”"’]${AROUND})\s+${AROUND}|\s*[([{]\s*${AROUND}|\s+[–—-]\s+${AROUND}|\s*→\s*${AROUND})(?:(?:the )?(?:correct|right|model|expected|suggested) )?(?:answers?|ans\.?|solution)${AROUND}\s?[:：=]${AROUND}\s*\S`,
  'i',
);

// A mark behind a statement, or an answer behind its question on one line.
function partOf(text: string): OffBoardLine | undefined {
  const verdict = VERDICT.exec(text);
  if (verdict !== null && verdict.index > 0) {
    const shown = text.slice(0, verdict.index).trimEnd();
    if (/[\p{L}\p{N}]/u.test(shown)) return { why: 'answer', is: 'part', shown };
  }
  const within = WITHIN.exec(text);
  if (within === null || within.index === 0) return undefined;
  const shown = text.slice(0, within.index).trimEnd();
  const rest = text.slice(within.index);
  if (HAS_BLANK.test(rest) && BLANKS.test(rest.replace(/^.*?[:：=]/, ''))) return undefined;
  return /[\p{L}\p{N}]/u.test(shown) ? { why: 'answer', is: 'part', shown } : undefined;
}

/** Why a heading's section is off the board by its name; undefined for every other heading. */
export function readOffBoardHeading(heading: string): OffBoard | undefined {
  const words = plainWords(heading.slice(0, 120)).replace(BEFORE, '').trim();
  if (!MAY_BE.test(words)) return undefined;
  if (/[([](?:for )?(?:the )?teachers?(?:['’]s)? (?:eyes )?only[)\]]/i.test(words)) {
    return 'teacher';
  }
  return read.find(({ heads, alone }) => heads === true && alone.test(words))?.why;
}

const RIGHT = /[✅☑✔✓√]\uFE0F?/u;
const WRONG = /[❌❎✗✘✖]\uFE0F?/gu;
const SAYS_RIGHT =
  /\s*[*_~]{0,3}(?:[([]\s*[*_~]{0,3}(?:correct|right)(?: answer| option)?[*_~]{0,3}\s*[)\]]|(?:←|<-+|⬅\uFE0F?)\s*(?:correct|right)(?: answer)?)[*_~]{0,3}/i;

/** How an option is marked as the right one, in a list of them: by words, which say so by themselves, or by a tick, which the others beside it lack. */
export function rightMark(option: string): 'says so' | 'tick' | undefined {
  if (SAYS_RIGHT.test(option)) return 'says so';
  return RIGHT.test(option) ? 'tick' : undefined;
}

/** An option without the marks that tell whether it is right, nor what stands behind them. */
export function withoutRightMarks(option: string): string {
  const mark = SAYS_RIGHT.exec(option);
  const plain = mark === null ? option : option.slice(0, mark.index);
  const tick = RIGHT.exec(plain);
  const before = tick === null ? '' : plain.slice(0, tick.index);
  const cut =
    tick === null
      ? plain
      : /[\p{L}\p{N}]{2}|[\p{L}\p{N}][.)]\s*\S/u.test(before)
        ? before
        : before + plain.slice(tick.index + tick[0].length).replace(/^\s+/, '');
  return cut.replaceAll(WRONG, '').trimEnd();
}
