/** What a lesson's characters are called, by the name in braces. */
type Names = Readonly<Record<string, string>>;

/** Words for a person, or for people who speak as one. */
const PEOPLE: ReadonlySet<string> = new Set(
  (
    'someone anyone everyone one ' +
    'friend classmate pupil student learner player teammate neighbour stranger partner ' +
    'girl boy child kid teenager person woman man adult grown-up people children adults ' +
    'mum mam mom mother dad father parent carer guardian brother sister sibling twin cousin ' +
    'aunt auntie uncle gran grandma nan grandad grandpa grandparent son daughter ' +
    'teacher tutor head headteacher coach librarian nurse doctor counsellor officer police ' +
    'group class team crew crowd family council ' +
    'farmer fisher shopkeeper owner worker builder driver engineer scientist historian ' +
    'geographer journalist reporter writer poet artist musician lawyer judge witness mayor ' +
    'minister king queen prince princess soldier sailor captain inspector overseer manager ' +
    'boss customer buyer seller trader visitor tourist resident local villager citizen voter ' +
    'campaigner activist guide ranger caller sender reader guest host'
  ).split(' '),
);

/** What may stand before them: “A friend”, “Their older brother”. */
const BEFORE: ReadonlySet<string> = new Set(
  'a an the another some one his her their my your our this that each every'.split(' '),
);

/** What may stand behind them, and tells more of them: “A friend from class”, “Someone else”. */
const BEHIND: ReadonlySet<string> = new Set(
  'else of from in at on with who next nearby'.split(' '),
);

/** The most words before a word for a person that tell more of them, with what begins them: “Their much older brother”. */
const MAX_BEFORE = 3;

/**
 * Who is named at the beginning of a line as the one who says it: a name in braces, `{Jo}`, one of the lesson’s `names`, or words for a person,
 * “A friend”, “Their older brother”, “{Jo}’s mum”. All else before a colon is a label, such as “Remember”.
 */
export function isSpeaker(written: string, names: Names): boolean {
  const who = written.replaceAll(/\s+/gu, ' ').trim();
  if (/^\{[^{}]+\}$/u.test(who)) return true;
  const called = [...Object.keys(names), ...Object.values(names)];
  if (called.some((name) => name.toLowerCase() === who.toLowerCase())) return true;
  return /^[\p{Lu}{]/u.test(who) && isPerson(who);
}

// “Tell a friend” is what to do: nothing before the first word that begins a person, and one such word alone.
function isPerson(who: string): boolean {
  const words = who
    // “{Jo}’s mum” and “Jo’s mum” begin as “their mum” does.
    .replace(/^(?:\{[^{}]+\}|\p{Lu}[\p{L}-]*)[’']s? /u, 'their ')
    .toLowerCase()
    .split(' ');
  const at = words.findIndex((word, place) => isOfPeople(word) && !isBeginning(words, place));
  if (at < 0 || at > MAX_BEFORE) return false;
  const before = words.slice(0, at);
  const next = words[at + 1];
  return (
    before.every((word, place) => place === 0 || !BEFORE.has(word)) &&
    (before.length < 2 || BEFORE.has(before[0] ?? '')) &&
    !VERBS.has(before[0] ?? '') &&
    (next === undefined || BEHIND.has(next) || /^\d+$/u.test(next))
  );
}

// “One friend”, “Police officer”: the last of them is the person.
function isBeginning(words: readonly string[], place: number): boolean {
  return isOfPeople(words[place + 1] ?? '');
}

function isOfPeople(word: string): boolean {
  return PEOPLE.has(word) || PEOPLE.has(word.replace(/s$/u, ''));
}

/** What a class is asked to do with someone, where no article is between: “Ask someone”. */
const VERBS: ReadonlySet<string> = new Set(
  'ask tell say show help thank text call write think imagine find give remember be dear'.split(
    ' ',
  ),
);
