import { groupBy } from '../text/group-by.ts';
import { plainWords } from './plain-words.ts';

const LEARNERS = '(?:students?|pupils?|learners?)';
const WHOSE =
  '(?:(?:the|all|all the|all of the|each|every|your|any|some|most|half|other|these|individual|different|volunteer) )?';
const MANAGES =
  '(?:ask|tell|give|get|have|let|help|encourage|invite|allow|remind|show|explain to|discuss with|elicit from|praise|challenge|support|prompt|direct|instruct|assign|divide|split|put|organi[sz]e|arrange|group|pair|call on|select|choose|observe|monitor|assess|collect from|provide|introduce|guide|question|target|engage|gather|dismiss|welcome|send|check that|check|ensure that|ensure|make sure that|make sure|share with|talk to|talk with|read to|play|issue|remind|warn|seat|stop|bring|take|lead|walk|teach|model for|demonstrate to)';
const START =
  '(?:^|[.!?:;] +)(?:\\(?\\d{1,2}[.)] +)?(?:(?:then|next|first|now|finally|afterwards|briefly|again|begin:|lastly),? )?';

// Most lines have none of what is looked for.
const MAY_BE =
  /student|pupil|learner|the class|children|whole class|everyone|the group|\bthem\b|hand out|give out|register|cold[- ]call|differentiate|distribute|circulate|note to|taught|last time|less able|more able|board\b|flip ?chart|visualiser|screen\b|slide\b|reveal|elicit|feedback|take answers|minutes?\b|^\W*model\b|collect in/i;

// What is never written for a class to read.
const SURE: readonly RegExp[] = [
  new RegExp(`${START}${MANAGES} ${WHOSE}${LEARNERS}\\b`, 'i'),
  new RegExp(
    `${START}(?:the |all |most |some )?${LEARNERS} (?:work (?:in|with|alone|individually|independently|together|through)|write down|share (?:their|with)|complete (?:the|their|a)|discuss (?:in|with|the|their)|record (?:their|the)|(?:are|will be) (?:asked|given|to)|(?:will|should|can|could|must) (?:then|work in|complete|copy|share their|write down|record their|be given))\\b`,
    'i',
  ),
  /\byour (?:students|pupils|learners)\b/i,
  new RegExp(
    `${START}(?:put|get|split|divide|organi[sz]e|arrange|sit|seat|pair|group) (?:them|the class|the children|children|everyone|the group) (?:up\\b|into\\b|in (?:pairs|threes|fours|groups|teams|a circle|a line|mixed))`,
    'i',
  ),
  new RegExp(
    `${START}(?:ask|tell|remind|have|let|allow|encourage|get|invite) (?:the )?(?:class|children|whole class) (?:to|if|what|why|how|which|whether|for|about|who)\\b`,
    'i',
  ),
  new RegExp(
    `${START}(?:hand out|give out|take (?:the )?register|cold[- ]call|differentiate (?:for|through|as (?:needed|necessary)|by (?:outcome|task|support|resource|ability|giving|providing|offering|questioning)|the (?:task|work|worksheet)s?|scaffolds?)\\b|distribute (?:the |a |copies|one )?(?:worksheets?|handouts?|cards?|sheets?|copies|paper|slips?|materials|mini|books|equipment|of)|circulate(?:[.,;]| (?:around|and|to|among|the|while|as|during)\\b|$))`,
    'i',
  ),
  // Who draws or writes where all can see it is the teacher; what stands there already is copied.
  new RegExp(
    `${START}(?:(?:quickly|briefly|slowly) )?(?:draw|sketch|chalk|write(?: up)?|put up|pin(?: up)?|list|record|jot down|scribe|project) (?!what\\b|how\\b|where\\b)(?:(?!\\b(?:sticky|post-?its?|slips?|notes?|stick|card|bring|come)\\b)[^.!?;:]){2,80}? (?:up )?(?:on|onto|under) the (?:interactive |main |big |class )?(?:(?:white|black|chalk|smart)? ?board|flip ?chart|visualiser)\\b(?! (?:game|in|into|as)\\b)`,
    'i',
  ),
  new RegExp(
    `${START}(?:reveal|show|click (?:on )?to|go back to|move on to|advance to|display) the (?:next|first|second|third|last|previous|following|answer) slide\\b`,
    'i',
  ),
  new RegExp(
    `${START}(?:reveal the (?:correct )?answers?\\b|elicit (?!a response)|take (?:some |brief |whole-class )?(?:feedback|answers) from\\b)`,
    'i',
  ),
  new RegExp(
    `${START}(?:show|read|play|give|hand) the (?:whole )?class (?:a|an|the|two|three|some|each|how|what|another|this|these)\\b`,
    'i',
  ),
  new RegExp(
    `${START}(?:give|allow) (?:them|everyone|everybody|the class|each (?:group|pair|table)) (?:about |up to |around )?(?:\\d+|one|two|three|four|five|ten|a few|a couple of) (?:more )?minutes?\\b`,
    'i',
  ),
  new RegExp(
    `${START}model (?:the first (?:one|example|step|question|answer|row|line|sentence)|an example|how to|(?:one|two)(?: examples?)?(?=[.,;]|$| (?:for|with) (?:them|the class)))\\b`,
    'i',
  ),
  new RegExp(`${START}collect in (?:the|all|their|any)\\b`, 'i'),
  /^note to (?:self|(?:the )?teacher|cover)\b/i,
  /\b(?:when|last time) I (?:last )?(?:taught|did|tried|ran) (?:this|it)\b/i,
  /\b(?:SEND|EAL|HPA|LPA|MPA|PP|lower[- ]ability|higher[- ]ability|lower[- ]attaining|higher[- ]attaining|less able|more able) (?:pupils|students|learners|children)\b/i,
];

const ANY_SURE = joined(SURE);

/** True for words that can only be for the teacher: “Ask students to …”, “Hand out the slips”, “Note to self: …”. Nothing that a class may be told is taken for one: what says “you” is not. */
export function isSurelyForTeacher(words: string): boolean {
  if (!MAY_BE.test(words)) return false;
  const text = plainWords(words.slice(0, 2000).replace(/^\s*(?:[-*+•>]|\d{1,3}[.)])\s+/, ''));
  return text.length > 8 && sentencesOf(text).some(isSure);
}

// The part of a drawing that grows before the class, and the thing that it is a part of.
const PART = new RegExp(
  `${START}(?:draw|sketch|add|chalk) (?:in )?the (?:very )?(?:(?:top|bottom|foot|trunk|left|right|upper|lower|next|first|second|third|last)(?:[- ]hand)?(?: (?:half|part|side|corner|branch|branches|row|column|level|layer|step|stage|box|node|arrow|line|section))?) of (?:the|this) ((?:[\\p{L}-]+ ){0,2}?[\\p{L}-]+)(?=[.,;!]|$| (?:and|then|first|next|like|as|with|using|so)\\b)`,
  'iu',
);

// There is one of each, and a pupil who reads of it knows it.
const KNOWN =
  /^(?:sea|ocean|earth|sun|moon|sky|world|globe|page|sheet|paper|room|school|building|story|song|poem|text|book|lesson|film|day|week|year|alphabet)$/i;

/** What a line has a part of drawn that only its writer has before their eyes: “tree” in “Draw the top of the tree”. A pupil can do nothing with it, unless the class has a tree. Undefined for a task that stands by itself: “Draw your map”, “Draw the graph of y = 2x”. */
export function wholeDrawnInParts(words: string): string | undefined {
  if (!/\b(?:draw|sketch|add|chalk)\b/i.test(words)) return undefined;
  const text = plainWords(words.slice(0, 2000).replace(/^\s*(?:[-*+•>]|\d{1,3}[.)])\s+/, ''));
  for (const sentence of sentencesOf(text)) {
    const whole = speaksToClass(sentence) ? undefined : PART.exec(sentence)?.[1];
    const name = whole?.split(' ').at(-1) ?? '';
    if (whole !== undefined && !KNOWN.test(name) && !/[$\d]/.test(sentence)) return name;
  }
  return undefined;
}

const DRAWS_ON =
  /^(?:(?:then|now|next|first|finally),? )?(?:draw|sketch|write|add|label|circle|underline|shade|rub out|erase|mark|point to|plot) (?:in |up )?the (?!(?:date|title|learning|objective|question|answers? (?:to|in|for))\b)/i;

/** True for a line that may be a step of what a teacher shows, or a pupil's: “Draw the axes”. What stands beside it says which. */
export function mayBeStepShown(words: string): boolean {
  const text = plainWords(words.slice(0, 500).replace(/^\s*(?:[-*+•>]|\d{1,3}[.)])\s+/, ''));
  return DRAWS_ON.test(text) && !speaksToClass(text);
}

// The same patterns as few: a sentence is looked through once for all that have the same flags and begin alike.
function joined(patterns: readonly RegExp[]): readonly RegExp[] {
  const groups = groupBy(patterns, ({ source, flags }) =>
    source.startsWith('^') ? `^${flags}` : flags,
  );
  return [...groups.values()].map(
    (group) => new RegExp(group.map(({ source }) => `(?:${source})`).join('|'), group[0]?.flags),
  );
}

function speaksToClass(sentence: string): boolean {
  return /\b(?:you|yours|yourself|your(?! (?:students|pupils|learners)\b))\b/i.test(sentence);
}

function isSure(sentence: string): boolean {
  return !speaksToClass(sentence) && ANY_SURE.some((one) => one.test(sentence));
}

function sentencesOf(text: string): readonly string[] {
  return text.split(/(?<=[.!?]["”’)]?) +/);
}

// What a slide for a class hardly ever says: one such line may be, two are a plan's.
const LIKELY: readonly RegExp[] = [
  /\b(?:SEND|SENCO|EAL|EHCPs?|IEPs?|TAs?|LSAs?|HLTAs?|DSLs?|CLEAPSS)\b|^(?:LA|MA|HA|LAs|MAs|HAs|PP) *[:–—-] /,
  /\b(?:seating plan|(?:fast|early|quick) finishers|(?:low|lower|middle|high|higher|prior) attainers|visualiser|technicians?|photocop(?:y|ies|ied)|(?:red|blue|green|yellow|orange|purple|top|bottom) table|choral repetition|cold[- ]calling|praise effort|take (?:the )?register|round the room)\b/i,
  /\b(?:collect|take|get) (?:in )?(?:the |their |all )?books (?:in|for marking)\b/i,
  /\b(?:somebody|someone) (?:will|always|usually) (?:says?|asks?|tries|try)\b/i,
  /\b(?:be aware (?:of|that)|disclosures?|just let (?:him|her|them)|read slowly|my (?:drive|onedrive|drawer|desk)|shared drive|by the printer|I'd (?:show|start|open|get|let|use|begin))\b/i,
  /\b\p{Lu}\p{Ll}+ to (?:do|read|go|sit|use|work|help|have) (?!you)/u,
  /\bas they (?:come|enter|arrive|finish|leave|work|settle)\b|\bthanks (?:again )?for covering\b/i,
  /^(?:i want to|i'll|i will|i am going to) (?:open|start|begin|introduce|model|hand|finish) /i,
  /\b(?:facilitators?|instructors?) (?:(?:then|also|should|will|can|may) )?(?:explains?|asks?|introduces?|shows?|demonstrates?|leads?|writes?|reads?|models?|hands?|gives?|calls?|reviews?|guides?)\b/i,
  /^(?:begin|start|open|close|finish|end|wrap up) (?:the (?:lesson|session|class) )?by (?:asking|inviting|showing|explaining|playing|reading|having|telling|handing|giving|reminding|bringing|recapping|reviewing)\b/i,
  /^(?:hand|give|pass|deal) (?:out )?(?:each|every) (?:table|group|pair|team|person|child|participant)\b/i,
  /^(?:allow|give|leave) (?:them |up to |about |around )?(?:\d+|one|two|three|four|five|ten|fifteen|twenty|a few|several|a couple of) (?:more )?minutes? (?:for|to|of)\b/i,
  /^(?:bring|call|gather) (?:everyone|everybody|the (?:group|class|children)|them) (?:back|together|in)\b/i,
  /^(?:explain|point out|emphasi[sz]e|stress|clarify|mention|tell them|remind (?:them|everyone)) that\b/i,
  /^(?:ask|invite|call) (?:for )?(?:a few |some |one or two |two or three |two |three |several )?volunteers?\b/i,
  /^(?:if (?:time (?:allows|permits|is short)|there is time|they (?:are stuck|get stuck|struggle|finish early)))\b/i,
  /^(?:walk|go|move) (?:a?round|between) (?:the (?:room|tables|groups)|tables|groups)\b/i,
  /^(?:show|play|pause|stop|replay|rewind) the (?:clip|film|video|recording|trailer|track)\b/i,
  /(?:^|[.!?] +)(?:take|hear) (?:only )?(?:one|two|three|a few|some) (?:only|answers?|volunteers?|ideas?|pairs?)\b|\b(?:two|three|a few) volunteers\b/i,
];

/** True for words that are likely for the teacher, “Fast finishers do the back”: enough to tell a plan from slides by several of them, and not to move one of them. */
export function isLikelyForTeacher(words: string): boolean {
  const text = plainWords(words.slice(0, 2000).replace(/^\s*(?:[-*+•>]|\d{1,3}[.)])\s+/, ''));
  return !/\byou(?:r|rs|rself)?\b/i.test(text) && LIKELY.some((one) => one.test(text));
}

// What is seldom for a class to read, and tells nothing of the text around it: in a lesson of ours it is asked about.
const SELDOM: readonly RegExp[] = [
  /^(?:TAs?|LSAs?|teaching assistants?) (?:to|will|works?|sits?|supports?)\b/i,
  /\b(?:(?:fast|early|quick) finishers|visualiser|choral repetition|cold[- ]calling)\b/i,
  /^(?:allow|give|leave) (?:up to |about |around )?(?:\d+|one|two|three|four|five|ten|fifteen|twenty|a few) (?:more )?minutes? for (?:this|discussion|feedback|questions|sharing|writing|reading|pairs|groups|the (?:task|activity|discussion))\b/i,
  /^(?:ask|invite|call) (?:for )?(?:a few |some |one or two |two or three |two |three )?volunteers?\b/i,
  /^(?:bring|call|gather) (?:everyone|everybody|the (?:group|class|children)|them) (?:back|together)\b|^bring back together\b/i,
  /^(?:show|play|pause|replay|rewind) the (?:clip|film|video) (?:again|from|to|until|up to|at|before|after|once|twice)\b/i,
  /^(?:pair(?: up)?|seat|sit|mix|match|keep) (?:the )?(?:weaker|stronger|quieter|louder|confident|less confident|shy|able|reluctant|struggling|higher|lower)\b/i,
  /^(?:target|directed|targeted) questions?\b|^(?:check|assess|gauge|test) (?:for )?(?:their |pupil |student )?(?:understanding|learning|progress)\b|^(?:assess|assessment) (?:through|by|via)\b/i,
  /^(?:prior|previous) (?:learning|knowledge)\b|^link (?:back )?to (?:the )?(?:last|previous) (?:lesson|week|unit)\b|^recap (?:the )?(?:last|previous) lesson with\b/i,
  /^(?:stop|settle|pause|bring back|dismiss|regroup) (?:the )?(?:class|group|lesson)\b|^dismiss (?:row|table|group|by|in)\b/i,
  /^if time(?:[,:]| (?:allows|permits|is short)\b)|^(?:do not|don['’]t) (?:let (?:this|it) (?:run|drag|go on)|spend (?:too )?long|dwell)\b/i,
  /^(?:set|take in|collect|mark|hand back) (?:the |their )?(?:homework|books)\b/i,
  /^(?:get|have) them (?:to )?(?:swap|write|think|discuss|mark|share|read|work|draw|explain|compare|list|complete|copy|stick|try)\b/i,
  /\b(?:pupils|students|learners) (?:may|might|could|often|sometimes|usually|tend to|will probably) (?:struggle|find|confuse|think|need|say|forget|mix|not)\b/i,
  /^(?:watch|look|listen) (?:out )?for (?:the |any |common )?(?:misconceptions?|errors|pupils|students|signs)\b/i,
  /^(?:encourage|praise|support|prompt|challenge|stretch|target) (?:the )?(?:quieter|quiet|shy|reluctant|weaker|more able|less able|higher|lower|able)\b/i,
  /^(?:print|photocopy|laminate|book) (?:out )?(?:\d+|enough|one|a set|a class set|the (?:hall|laptops|ipads|tablets|minibus|lab|room|library))\b/i,
  /^(?:draw out|bring out|tease out) the (?:idea|point|link|difference|theme)s?\b/i,
  /^(?:move|walk) (?:a?round) the (?:room|class) (?:and|to) (?:check|prompt|help|support|listen)\b/i,
  /^(?:[Kk]eep|[Ss]eat|[Ss]it|[Mm]ove) \p{Lu}\p{Ll}+ (?:and \p{Lu}\p{Ll}+ )?(?:apart|away from|at the front|near the)\b/u,
  /^(?:play|show|start|stop) (?:the |this )?(?:clip|film|video)? ?(?:from|at) \d{1,2}:\d{2}\b/i,
  /^(?:some|many|most|a few) of (?:them|the class) (?:will|may|might)\b|^the class (?:will|may|might) (?:find|need|struggle|want)\b/i,
  /^mark (?:it |them |this |these |the (?:answers|quiz|questions|starter|test) )?(?:together|as a class)\b/i,
  /^(?:show|display|project|put up) slides? \d/i,
  /^(?:pause|stop|play|show) the (?:clip|film|video) and (?:ask|discuss|elicit|explain|check|take)\b/i,
  /^(?:go through|go over|reveal|read out) (?:the |all )?answers(?: (?:together|as a class|one by one|on the board|with (?:them|the class)))?[.!]?$/i,
  /^(?:introduce|share|unpack|go through|read out) the (?:(?:learning|lesson) (?:objectives?|intentions?|outcomes?|aims?)|success criteria)\b|^(?:introduce|explain) the (?:task|activity|lesson)[.!]?$/i,
  /^live[- ]?model\b|^model (?:it |this |one |both |each )?(?:on the (?:board|screen)|under the|for (?:them|the class)|with a (?:pupil|student|volunteer))\b/i,
  /^(?:greet|meet) (?:the )?(?:pupils|students|learners|class|children) (?:at|as|in|by)\b/i,
  /^(?:take|hear) (?:some |a few |their )?(?:feedback|answers|ideas|suggestions|responses|contributions)(?:[.!]?$| (?:from the (?:class|groups|pairs|tables|room)|from (?:each|every) (?:group|pair|table))\b)|^hear (?:back )?from (?:a few|two|three|each|every|some) (?:groups?|pairs?|tables?|pupils|students|volunteers)\b/i,
  /^(?:ask|invite) (?:a few|two|three|two or three|one or two) to (?:share|read|explain|come|show)\b|^ask for (?:a show of )?hands\b|^ask questions to check\b/i,
  /^(?:use|pick|choose) (?:the )?(?:lolly ?sticks|(?:a )?random names?(?: \w+)?|the name (?:generator|picker)) (?:to (?:choose|pick|select)|for)\b/i,
  /^(?:choose|pick|select|nominate|get) (?:a|one|another|two|three|a few|some) (?:pupils?|students?|learners?|child|children) to (?:read|come|share|show|explain|answer|demonstrate|model|help|hand)\b/i,
  /^(?:walk|go) a?round and (?:help|support|prompt)\b/i,
  /^(?:SEND?|EAL|[LMH]PA)\s*[:–—-]\s/,
  /^(?:address|tackle|pre-?empt|anticipate|pick up) (?:the |any |common |these |likely )*misconceptions?\b/i,
  /^remind everyone (?:of|about|that|to)\b/i,
  /^(?:skip|cut) (?:this |it )?if (?:short of time|running (?:late|short|over)|time is short)\b/i,
  /^(?:photocopy|laminate) (?:the|this|these|and|all)\b|^print .{2,60} before (?:the lesson|they (?:come|arrive))\b/i,
  /\bcollect (?:them |exit (?:tickets|slips) )?(?:at|by) the door\b|^collect exit (?:tickets|slips)\b/i,
  /^praise (?:good|correct|effort|any|their)\b|^(?:award|give) (?:house points|merits|stickers)\b/i,
  /^number (?:them|the class|everyone) off\b/i,
  /^read (?:[^.!?]{2,60} )?to the children\b/i,
  /^(?:do not|don['’]t) (?:correct|confirm) [^.!?]{1,40}\byet\b/i,
  /^wait for (?:silence|quiet)\b|^prompt with\b/i,
  /^(?:display|project|show) (?:the |this |these )?(?:answers|questions?|objectives?|task|instructions|success criteria) on the (?:interactive )?(?:white)?board\b/i,
  /^register,? then\b/i,
];

const ANY_SELDOM = joined(SELDOM);

// Most sentences begin with none of these words, and have none of the last.
const MAY_BE_SELDOM =
  /(?:^[\s\-*+•>_\d.)]*|[.!?]["”’)]? )(?:tas?\b|lsas?\b|teaching|allow|give|leave|ask|invite|call|bring|gather|show|play|pause|replay|rewind|pair|seat|sit|mix|match|keep|target|direct|check|assess|gauge|test|prior|previous|link|recap|stop|settle|dismiss|regroup|if time|do not|don['’]t|set|take in|collect|mark|hand|get|have|watch|look|listen|encourage|praise|support|prompt|challenge|stretch|print|photocopy|laminate|book|draw|tease|move|walk|start|some|many|most|a few|the class|project|go|reveal|read|introduce|share|unpack|explain|live|greet|meet|take|hear|use|pick|choose|select|nominate|sen|eal|[lmh]pa|address|tackle|pre-?empt|anticipate|remind|skip|cut|award|number|wait|display|put up|register|model)|pupils|students|learners|finishers|visualiser|choral|calling|the door/i;

/** True for words that are seldom for a class: in a lesson of ours its author is asked, and a plan is not told by them. */
export function isSeldomForClass(words: string): boolean {
  if (!MAY_BE_SELDOM.test(words)) return false;
  const text = plainWords(words.slice(0, 500).replace(/^\s*(?:[-*+•>]|\d{1,3}[.)])\s+/, ''));
  return (
    !speaksToClass(text) &&
    sentencesOf(text).some(
      (sentence) => MAY_BE_SELDOM.test(sentence) && ANY_SELDOM.some((one) => one.test(sentence)),
    )
  );
}

const OF_LEARNERS = new RegExp(
  [
    `\\b(?:children|participants)(?: (?:then|will|should|can))* (?:explore|discuss|share|complete|practi[sc]e|take turns|extend|work in (?:pairs|groups)|introduce themselves)\\b`,
    `\\b(?:students|pupils|learners)(?: (?:then|also|now|often|first|individually|in (?:pairs|groups)))? (?:will|should|can|may|must|need|learn|develop|understand|use|practi[sc]e|explore|discuss|work|create|complete|know|identify|describe|explain|write|read|draw|share|present|take|make|record|choose|look|think|answer|compare|begin|start|move|perform|try|add|see|apply|build|listen|select|construct|test|design|plan|brainstorm|collaborate|reflect|research|investigate)\\b`,
    `\\b(?:facilitators?|teachers?|instructors?|educators?|leaders?) (?:(?:then|also|should|will|can|may|gradually) )?(?:explains?|asks?|introduces?|shows?|demonstrates?|leads?|writes?|reads?|models?|hands?|gives?|calls?|increases?|reviews?|guides?|discuss(?:es)?)\\b`,
    `\\b(?:allows?|enables?|helps?|shows|teaches|encourages?|prepares?|requires?|asks?|invites?|prompts?|guides?) (?:the |your )?(?:students|pupils|learners|participants|children)\\b`,
    `\\bthis (?:lesson plan|lesson guide|unit plan|session plan|teacher'?s? guide)\\b`,
  ].join('|'),
  'i',
);

/** How many sentences of a line speak of a class and not to it: “Students explore the map”, “The facilitator explains”. A slide may do so once; a guide does again and again. Objectives are no such sentences, as classes read them. */
export function sentencesOfLearners(words: string): number {
  if (!MAY_BE_OF_LEARNERS.test(words)) return 0;
  return sentencesOf(plainWords(words.slice(0, 2000))).filter(
    (text) =>
      OF_LEARNERS.test(text) &&
      !/[?]["”’]?$/.test(text) &&
      !/\byou(?:r|rs|rself)?\b/i.test(text) &&
      !/\bwill (?:be able|understand|know|learn)\b|\bby the end\b|\bwill:? *$/i.test(text),
  ).length;
}

const MAY_BE_OF_LEARNERS =
  /student|pupil|learner|participant|children|trainee|facilitator|teacher|instructor|educator|leader|this (?:lesson|unit|session) plan/i;

// Words of a plan that are said of a class, and never to it.
const OF_A_CLASS =
  /\b(?:students?|pupils?|learners?|children|child|kids?|class(?:es)?|groups?|they|them|their|teachers?|TAs?|LSAs?|staff|sets?|I|my|me|he|him|his|she|her|parents?|carers?|register|cupboards?|trolley|technicians?|projector|seating|differentiat\w*|scaffold\w*|SEND?|EAL|PP|assess\w*|standards?|curriculum|objectives?|lesson|plenary|starter|misconceptions?|last (?:time|year|week|lesson)|on the (?:board|whiteboard|screen)|whiteboards?|worksheets?|handouts?|out loud|aloud|volunteers?|everyone|homework|behaviou?r|safeguarding|risk|answers?:|observe|circulate|elicit|cold[- ]call|distribute)\b/;

// Words that speak of a class, of its room or of a plan may be for the teacher.
function mayBeForTeacher(words: string): boolean {
  return OF_A_CLASS.test(plainWords(words)) || isSurelyForTeacher(words);
}

const TASKS =
  'talk in|work (?:in|with)|draw|write|list|label|complete|answer|read|copy|sort|match|think|find|show|solve|design|sketch|describe|compare|underline|highlight|circle|tick|cut|stick|colour|fill|turn to|look at|finish|work out|calculate|record|improve|check|swap|talk to|decide|predict|imagine|annotate|summari[sz]e|plot|rewrite|correct|explain|discuss|name|give|choose|create|build|make|use|invent|rank|state|define|identify|what|why|how|which|who|where|when';

const TASK = new RegExp(
  `^(?:now,? |then,? |first,? |next,? |in (?:pairs|threes|your books),? )?(?:${TASKS})\\b`,
  'i',
);

/** True for a task for a class, in words that only a class hears: “Draw your map.” “Draw the top of the tree” may be the teacher’s own to draw. */
export function isTask(words: string): boolean {
  const text = plainWords(words.replace(/^\s*(?:[-*+•]|\d{1,3}[.)])\s+/, ''));
  return (
    TASK.test(text) &&
    /\byour (?!class|students|pupils|learners|group|room|school|own (?:class|group|examples?|experience))/i.test(
      text,
    ) &&
    !/^(?:use|give|make|create|choose|explain|discuss|check|identify|find|look at|decide|think|describe|when|what|how|if|where|who|which|why)\b/i.test(
      text,
    ) &&
    !mayBeForTeacher(text)
  );
}

/** True for a line of what a class is asked or told, where its heading says that the class is: “Task”, “Questions”. */
export function isOfTask(words: string): boolean {
  const text = plainWords(words.replace(/^\s*(?:[-*+•]|\d{1,3}[.)])\s+/, ''));
  const [own] = [
    text.replaceAll(
      /\byour (?:own )?(?:mini )?(?:whiteboard|worksheet|sheet|group|class|homework)s?\b/gi,
      '',
    ),
  ];
  return (
    sentencesOf(text).every(isOfPupils) &&
    !/^(?:give|use|make|check|create|choose|explain|discuss) (?:out|sure|that|to|with)\b/i.test(
      text,
    ) &&
    !mayBeForTeacher(own)
  );
}

// What stands behind a question, “(carbon dioxide)”, is its answer, or who is to be asked.
function isOfPupils(sentence: string): boolean {
  if (/\?["”’]?$/.test(sentence)) return true;
  return (
    TASK.test(sentence) &&
    !/^(?:what|why|how|which|who|where|when)\b|\b(?:answers?|key): /i.test(sentence) &&
    !/^(?:Give|Help|Let|Show|Check|Choose) \p{Lu}\p{Ll}+\b/u.test(sentence)
  );
}

/** The questions that a plan has its teacher ask, as they stand between quotation marks: Ask: “Why does it float?” None where they are a pupil's, if they come at all. */
export function questionsAsked(words: string): readonly string[] {
  const text = plainWords(words);
  const found: string[] = [];
  for (const { 1: before = '', 2: quoted = '' } of text.matchAll(
    /(?:^|(?<=[.!?]["”]? ))([^.!?"“”]{0,160})["“]([^"“”]{6,160}\?)["”]/g,
  )) {
    const isAsked = /\b(?:ask|pose|display|question)\b/i.test(before);
    const isMaybe =
      /\b(?:if|when|may|might|could|some|someone|anyone|any|individuals?|him|her|struggl\w*|says?|asks|asked|answers?|replies|yourself|parents?|colleagues?|TA|avoid|don'?t|do not|never|not|instead|rather|quietly|privately|stuck|support\w*|challenge|extend|prompt\w*)\b/i.test(
        before,
      );
    if (isAsked && !isMaybe && !mayBeForTeacher(quoted)) found.push(quoted.trim());
  }
  return found;
}
