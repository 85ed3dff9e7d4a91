import { plainWords } from '../../document/plain-words.ts';
import type { Part } from '../../lesson/part.ts';
import { readLabel } from './plan-labels.ts';

/** Subjects as plans write them before a topic, in short too. */
const SUBJECT =
  'maths?|mathematics|english|ela|literacy|numeracy|science|sci|biology|chemistry|physics|history|geography|geog|french|spanish|spa|german|latin|mfl|computing|computer science|ict|re|religious (?:education|studies)|art(?: and design)?|music|drama|dt|d&t|design and technology|food(?: tech(?:nology)?)?|pe|physical education|pshe|rshe|citizenship|civics|social studies|business|sociology|psychology';

/** What says of which class, when and how long a plan is, and is no part of what it is about. */
const BESIDE = new RegExp(
  `^(?:${[
    String.raw`y(?:r|ear)?s? ?(?:group ?)?\d{1,2}[a-z]?`,
    String.raw`grades? ?\d{1,2}|\d{1,2}(?:st|nd|rd|th) (?:grade|class|year)`,
    String.raw`ks ?[1-5]|key stage ?[1-5]|gcse|a[- ]level`,
    String.raw`(?:lesson|session|unit) plans?|lesson titles?|(?:lesson|session|unit|week|wk|set|period)s? ?\d[\d/]*|l\d{1,2}|p\d|lesson|plan|form|topic|unplugged|tutor`,
    String.raw`\(?\d{2,3} ?(?:['’′]|mins?|minutes)\)?`,
    'mon(?:day)?|tue(?:s|sday)?|wed(?:nesday)?|thu(?:rs|rsday)?|fri(?:day)?',
    SUBJECT,
  ].join('|')})(?![\\p{L}\\p{N}])`,
  'iu',
);

/** What a topic that was cut in its middle would begin with. */
const GOES_ON = /^(?:of|and|in|on|with|for|to|is|as|at|from|by|or|vs)\b/i;

const NO_TOPIC =
  /\.$|\b(?:schools?|academy|primary|college|faculty|department|pro ?forma|observation)\b|^(?:starter|plenary|main|intro\w*|hook|do now|bell ?ringer|objectives?|activity|time|resources|sure|certainly|of course|absolutely|here(?:['’]s| is)|[^:]{1,30}:$)/i;

/** Lines among which a plan names its topic. */
const FIRST_LINES = 8;

/** What a plan is about, from its label or its first lines, as a library has it: without “Lesson plan”, class, subject, number and pictures. Empty where they name nothing else. */
export function topicOf(parts: readonly Part[]): string {
  const lines = parts.flatMap((part) =>
    (part.type === 'heading' || (part.type === 'text' && part.to === 'body')) &&
    part.text.trim() !== ''
      ? [part.text.slice(0, 200)]
      : [],
  );
  const labelled = lines
    .slice(0, 3 * FIRST_LINES)
    .map((line) => LABEL.exec(plainWords(line))?.[1] ?? '')
    .find((words) => words.trim() !== '');
  if (labelled !== undefined) return bareTopic(labelled) || labelled.trim();
  return (
    lines
      .slice(0, FIRST_LINES)
      .filter((line) => readLabel(line) === undefined && !/^\s*(?:\||[-*+•]\s)/.test(line))
      .map((line) => plainWords(line))
      .filter((line) => !NO_TOPIC.test(line.trim()))
      .map(bareTopic)
      .find((topic) => /\p{L}{3}/u.test(topic)) ?? ''
  );
}

const LABEL =
  /^[\s|•*-]*(?:(?:subject ?\/ ?)?topic|lesson (?:title|topic)|title|focus)\s*[:|]\s*([^|]{3,120})/i;

// Words without what is beside their topic, at their beginning and behind it.
function bareTopic(words: string): string {
  const pieces = words
    .replaceAll(/[\p{Extended_Pictographic}\u{FE0F}\u{200D}]/gu, '')
    .split(/(\s+[-–—|/]\s+|\s*[:|]\s+|\t+|\s{2,})/);
  let topic = '';
  for (let at = 0; at < pieces.length; at += 2) {
    const bare = withoutBeside(pieces[at] ?? '');
    // What stands behind a topic belongs to it, but for what is only beside it.
    if (bare !== '') topic += topic === '' ? bare : `${pieces[at - 1]}${bare}`;
  }
  return topic.trim();
}

function withoutBeside(piece: string): string {
  let rest = piece.trim();
  for (;;) {
    const [found] = BESIDE.exec(rest) ?? [];
    if (found === undefined) break;
    const after = rest.slice(found.length).replace(/^[\s,.&()/]+/, '');
    if (GOES_ON.test(after)) break;
    rest = after;
  }
  return rest
    .replace(
      /\s*(?:\(?(?:y(?:ear)?|grade|ks|w(?:ee)?k) ?\d[\d/]*\)?|\(?\d{2,3} ?(?:['’′]|mins?|minutes)\)?|lesson plan)$/i,
      '',
    )
    .replace(/^[\s,.():-]+$/, '');
}
