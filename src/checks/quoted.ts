/** A stretch of a text block's text. */
export type Span = { readonly from: number; readonly to: number };

/**
 * A text block's text without what is quoted to be corrected, and where a character of its story
 * speaks.
 */
export type Voices = { readonly text: string; readonly story: readonly Span[] };

// “Some people say” or “never say”: what follows is quoted to be corrected.
const TO_PUT_RIGHT =
  /\b(?:(?:if|when|whenever)\b[^".!?]*\b(?:says?|asks?|argues?|shouts?|jokes?|writes?|answers?|hears?|thinks?|claims?|calls? out)(?: that)?(?: (?!say\b|answer\b|reply\b|tell\b|use\b)\p{L}+){0,2}|(?:never|do not|don't|not|avoid|rather than|instead of|leave out|myths?|untrue|wrong to (?:say|ask))\b[^".!?]*|(?:listen|watch)(?: out)? for\b[^".!?]*)[\s,:]*$/iu;

// Words of many, or of no one in particular: they are quoted only where they are corrected at once.
const MANY =
  '(?:(?:some|many|most|other|lots of|a few) (?:people|pupils|colleagues|adults|friends|parents|boys|girls|young people)|some|people|pupils|others|you (?:may|might|will|could)|(?:someone|somebody|one of them|they|an? (?:pupil|child|colleague|parent|boy|girl)) (?:may|might|will|could))';
const REPORTED = new RegExp(
  String.raw`(?:\b${MANY}(?: may| might| will| often| still| sometimes| always| tell you)* (?:say|think|believe|claim|hear|ask|tell)\b[^".!?]{0,60}|\b(?:be ready for|expect)\b[^".!?]{0,40})[\s,:]*$`,
  'iu',
);
const SAID = new RegExp(
  String.raw`(?<=^|[.!?] )(?:${MANY}|he|she|they|someone|(?!(?:I|we|you|it|this|that)\b)\p{L}+)(?: may| might| will| often| still| sometimes| always)? (?:say|says|think|thinks|believe|believes|claim|claims)(?: that)? [^.!?"]{1,200}[.!?](?= )`,
  'giu',
);
const IN_CLASS = /\b(?:if|when|whenever|should|for) /i;
// “If a pupil says that she should have known, ask …”
const SAID_IN_CLASS =
  /\b(?:(?:listen|watch|look)(?: out)? for|if|when|whenever|should) (?:a|any|some|one|the|your|another|those|anyone|anybody|someone|somebody|pupils?|children|they|he or she)\b[^".!?,;]{0,60}? (?:says?|thinks?|argues?|claims?|suggests?|jokes?|insists?|mentions?|points? out|tells? you)(?: that)? [^".!?,;]{1,120}(?=[.!?,;]|$)/gi;
const UNTRUE =
  /\b(?:it is|it's) (?:not true|untrue|wrong|false|a myth|a lie)(?: to (?:say|think|believe))? that [^.!?;"]{1,200}/giu;
// “It is your own fault. (False: …)”
const CALLED_FALSE =
  /(?<=^|[.!?:] )[^.!?"]{3,200}[.!?](?= \((?:false|untrue|not true|a myth|myth|wrong)\b)/gi;
// “Is it legal at 16? No: the law says 18.”
const ANSWERED_NO =
  /(?<=^|[.!?:] )(?:is|are|was|were|does|do|did|can|could|should|would|will|so) [^.!?"]{1,200}\?(?= (?:no|never|not (?:true|so|at all))[,:;.!])/gi;
const RIGHT_AFTER =
  /^[\s.,;:!?)\]-]*(?:but (?:that|this|it)|(?:that|this|it|they|he|she|both|neither)(?:'s| is| are|'re| was| does| do| did)? ?(?:is |are )?(?:not|n't|never|wrong|untrue|false|mistaken|a myth|pressure|a threat|a lie|a trick|blame|blaming|only)\b|(?:that|this|it|they)(?: is|are|is|does|do)?n't\b|(?:say|answer|reply|ask|remind|respond|point out|challenge|correct|take|bring|turn|come back|go back|move|explain|steer|stop|listen|thank)\b|no[,:.!] |(?:not (?:true|so)|wrong|untrue|a myth|false)\b)/iu;

// Who speaks in a story. A service, a survey or the law is not a character.
const NO_CHARACTER =
  '(?:Childline|Ceop|Police|Research|Some|Many|Most|People|Pupils|Teachers?|Parents?|Adults?|Experts?|Staff|Surveys?|Headlines?|Reports?|News|Miss|Sir|You|We|It|This|That|The|Law|England|Ofsted|Always|Never|Then|Now)';
const SPEAKS =
  '(?:says|said|writes|wrote|texts|texted|messages|messaged|replies|replied|adds|added|asks|asked|answers|answered|shouts|shouted|whispers|types|typed|posts|posted|is told|was told|threatens|threatened|promises|promised|thinks|thought)';
const CHARACTER = new RegExp(
  String.raw`(?:^(?:says|asks|writes|tells|threatens|promises|claims)|\b(?:he|she|they|someone|somebody|one (?:person|friend|pupil|of them)|an? (?:friend|stranger|player|person|boy|girl|classmate|message))(?: then| just| also| now)? ${SPEAKS}|they (?:say|write|ask|text|promise))\b[^".!?]{0,60}$`,
  'iu',
);
const NAMED = new RegExp(
  String.raw`\b(?!${NO_CHARACTER}\b)\p{Lu}\p{L}{0,20}\p{Ll}[\p{L}\d]{0,20}(?:'s (?:next |first |last )?(?:message|reply|text))?(?: then| just| also| now)? ${SPEAKS}\b[^".!?]{0,60}$`,
  'u',
);

// “It was her own fault” is blame.
const CALLED_WRONG =
  /^,? (?:is|are|was|were|would be|sounds like|can sound like)(?: both| just| only| simply| really| also)? (?:an? |the |one )?(?:myths?|wrong|untrue|not|n't|false|lies?|tricks?|threats?|pressure|blam\p{L}*|sham\p{L}*|unhelpful|unkind|unfair|out of date|outdated|old|term|words?|phrase|promise(?: that)? (?:no|you can|we can|nobody|none)|example of (?:blam|sham|pressure|a threat|a myth))/iu;

/** What comes before and after a quotation is looked at for so many characters: it keeps checking time in step with length. */
const NEAR = 300;

// “…” Then: “…”
const GOES_ON =
  /^[.,;]?(?: ?(?:and|or|nor|then|later|next|after that|again|finally|\/|a (?:day|week) later)){0,3}[:,]? $/i;

type Kind = 'own' | 'story' | 'corrected';

/**
 * Reads a text block: every quotation or report that is there to be corrected is blanked out, letter
 * for letter, so that places stay.
 */
export function readVoices(text: string): Voices {
  const words = withoutReports(text);
  if (!words.includes('"')) return { text: words, story: [] };
  const parts = words.split(/("[^"]*")/);
  const story: Span[] = [];
  let [at, before, kind]: [number, string, Kind] = [0, '', 'own'];
  const read = parts.map((part, n) => {
    const from = at;
    at += part.length;
    // Only what stands between two quotation marks has an odd number.
    if (n % 2 === 0) {
      before = part;
      return part;
    }
    kind = GOES_ON.test(before)
      ? kind
      : kindOf(before.slice(-NEAR), (parts[n + 1] ?? '').slice(0, NEAR));
    if (kind === 'story') story.push({ from, to: at });
    return kind === 'corrected' ? ' '.repeat(part.length) : part;
  });
  return { text: read.join(''), story };
}

function kindOf(before: string, after: string): Kind {
  if (
    TO_PUT_RIGHT.test(before) ||
    CALLED_WRONG.test(after) ||
    (REPORTED.test(before) && RIGHT_AFTER.test(after))
  ) {
    return 'corrected';
  }
  return CHARACTER.test(before) || NAMED.test(before) ? 'story' : 'own';
}

// “Some say that it is her fault. That is wrong.”
function withoutReports(text: string): string {
  const reports = [...text.matchAll(SAID)].filter(({ index, 0: words }) => {
    const end = index + words.length;
    return RIGHT_AFTER.test(text.slice(end, end + NEAR));
  });
  const answered = text.includes('? ') ? text.matchAll(ANSWERED_NO) : [];
  const marked = /\((?:false|un|not|a? ?myth|wrong)/i.test(text) ? text.matchAll(CALLED_FALSE) : [];
  const blank = [
    ...reports,
    ...(IN_CLASS.test(text) ? text.matchAll(SAID_IN_CLASS) : []),
    ...text.matchAll(UNTRUE),
    ...answered,
    ...marked,
  ].toSorted((x, y) => x.index - y.index);
  const rest: string[] = [];
  let at = 0;
  for (const { index, 0: words } of blank) {
    if (index < at) continue;
    rest.push(text.slice(at, index), words.replaceAll(/[^.!?]/g, ' '));
    at = index + words.length;
  }
  return [...rest, text.slice(at)].join('');
}
