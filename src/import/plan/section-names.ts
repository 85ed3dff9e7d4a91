import { bareName, sectionName, type SectionName } from '../../document/section-names.ts';
import type { Lesson } from '../../lesson/lesson.ts';

/** What a plan's own sections and labels give, beside the lesson's head. */
export type PlanFields = Pick<
  Lesson,
  | 'title'
  | 'stage'
  | 'minutes'
  | 'objectives'
  | 'vocabulary'
  | 'resources'
  | 'references'
  | 'sources'
> & {
  /** The subject that a plan's label names; empty for none. */
  readonly subjectName: string;
};

/** What a section or label of a plan is: a field, which the class sees or not, or words for adults alone. */
export type PlanName = {
  readonly field: SectionName['field'] | 'adults';
  readonly onBoard: boolean;
  /** What to read before a number alone: of `Year group: 8` it is a year, of `Key stage: 3` a stage. */
  readonly unit?: string;
  /** True for what is for adults at the head of a plan alone: further down, a “Summary” is the class's. */
  readonly early?: true;
  /** True where it names the lesson's subject, too. */
  readonly isSubject?: true;
};

const shown = (field: PlanName['field']): PlanName => ({ field, onBoard: true });
const hidden = (field: PlanName['field']): PlanName => ({ field, onBoard: false });

// Names that only a plan gives to what is not for the class: a deck may well have a slide called “Overview”.
const inPlans: readonly (readonly [PlanName, RegExp])[] = [
  [
    shown('objectives'),
    /^(?:(?:main|primary|specific|key|today'?s|our|learning|lesson|session|unit|pupil|student) )+(?:objectives?|outcomes?|intentions?|aims?|goals?)$|^(?:learning |lesson )?(?:aims?|goals?|outcomes?)(?: and objectives)?$/,
  ],
  [
    shown('objectives'),
    /^(?:rationale and )?(?:learning )?(?:objectives?|outcomes?|intentions?)(?: ?(?:and|&|\/) ?(?:success criteria|outcomes?|objectives?))?$|^success criteria$|^walt$|^wilf$|^swbat$|^l\.?o\.?$|^i can(?: statements)?$/,
  ],
  [
    shown('vocabulary'),
    /^(?:(?:key|new|important|essential|core|subject|lesson|target) )*(?:words?|vocab(?:ulary)?|terms?|terminology|vocabulary list)(?: and (?:definitions|meanings|concepts))?$/,
  ],
  [
    hidden('resources'),
    /^(?:(?:lesson|teaching|required|key|useful|learning|physical|digital|additional|supplemental|supplementary|extra|further|other|suggested) )*(?:resources?|materials?|equipment|supplies|handouts?|worksheets?)(?: (?:needed|required|list|used))?(?: ?(?:and|&|\/|,) ?(?:resources?|preparation|prep|materials?|equipment|set-?up|technology))*$|^(?:what )?you(?:'ll| will)? need$|^what (?:you|do i) (?:will )?need$/,
  ],
  [
    hidden('references'),
    /^(?:national |rshe |pshe |cross-?curricular )?(?:curriculum|curricular|standards?)(?: (?:links?|references?|connections?|coverage|objectives?|context|alignment|addressed|standards?))?$|^links? to (?:the )?(?:national )?curriculum$|^cross-?curricular(?: links?)?$|^further reading$/,
  ],
  [
    hidden('minutes'),
    /^(?:(?:lesson|session|activity|total|estimated|suggested|approximate|class) )*(?:duration|time|length|timing|timings)(?: (?:needed|required|estimate|allowed|frame|allocation))?$|^timeframe$/,
  ],
  [hidden('stage'), /^(?:key )?stages?$/],
  [
    { ...hidden('stage'), unit: 'Year' },
    /^year(?: ?(?:groups?|levels?))?s?$|^class(?: year| group)?$/,
  ],
  [
    { ...hidden('stage'), unit: 'Grade' },
    /^(?:grade|age|school)(?: (?:levels?|ranges?|groups?|bands?|years?))?$|^ages?$|^level$|^(?:target )?audience$/,
  ],
  [hidden('title'), /^(?:lesson )?title$|^lesson name$/],
  [
    { ...hidden('adults'), early: true },
    /^(?:lesson |unit |session |activity )?(?:overview|summary|information|details|at a glance|description|rationale|context|background|synopsis)(?: (?:information|knowledge|for (?:teachers?|staff)|and rationale))?$|^about (?:this|the) (?:lesson|activity|session|unit)$/,
  ],
  [
    hidden('adults'),
    /^teacher(?:'?s)? (?:roles?|feedback|actions?|input|talk|modelling|modeling|observations?|instructions?|background|knowledge|resources?|guide|guidance|information|tips?|answers?|preparation)$|^purpose$|^(?:(?:possible|potential|expected|suggested|model|sample|example) )?answers?(?: (?:key|(?:could|may|might) include))?$|^(?:[\p{L}'/&-]+ ){0,3}notes(?: for .{2,40})?$/u,
  ],
  [
    hidden('adults'),
    /^(?:assumed )?(?:prior|previous) (?:knowledge|learning|experience)(?: (?:needed|required|assumed))?$|^prerequisites?(?: (?:knowledge|skills))?$|^previous lessons?$/,
  ],
  [
    hidden('adults'),
    /^(?:teacher |lesson |advance |advanced |room |classroom |equipment )?(?:preparation|prep|set-?up|organisation|organization)(?: (?:required|needed|and set-?up))?$|^before (?:the |this |your )?(?:lesson|class|session|you (?:teach|start|begin))$|^preparation for teaching$|^groupings?$/,
  ],
  [
    hidden('adults'),
    /^(?:formative |summative |pupil |student )?assessments?(?: (?:for learning|opportunities|criteria|methods|strategies|points|of learning))?$|^afl$|^evaluation$|^(?:teacher |lesson )?(?:reflections?|evaluations?)$|^marking$|^how to assess$/,
  ],
  [
    hidden('adults'),
    /^(?:common |likely |possible |potential |addressing |key )*misconceptions?$|^(?:teaching|facilitation|delivery|safeguarding|subject|planning) (?:points?|tips?|observations?|guidance|notes?|approach|strateg(?:y|ies)|knowledge|considerations)$|^safeguarding$|^(?:health (?:and|&) )?safety$|^risk assessments?$|^control measures$|^technician(?:'?s)?(?: (?:notes?|list|requirements?|requests?))?$/,
  ],
  [{ ...hidden('adults'), isSubject: true }, /^(?:lesson )?subject(?:s|\(s\)| area)?$/],
  [
    hidden('adults'),
    /^(?:unit|topic|module|scheme|course|term|week|date|period|room|class size|number of (?:pupils|students)|teacher(?:'?s name)?|tutor|instructor|author|written by|school|department|exam board|lesson (?:number|no\.?)|unit of work|scheme of work|strand|programme of study)$/,
  ],
  [
    hidden('adults'),
    /^(?:follow[- ]?up|next steps|next lesson|future learning|differentiation|send|eal|stretch(?: and challenge)?|extension for teachers|cross-?curricular links|smsc|british values|ta support|other adults|roles? of (?:other )?adults)$/,
  ],
];

/** What a section's heading or a label says it holds; `plan` is true where the whole text is a plan. */
export function planName(words: string, plan: boolean): PlanName | undefined {
  const everywhere = sectionName(words);
  if (everywhere !== undefined || !plan) return everywhere;
  const name = bareName(words);
  return name === undefined ? undefined : inPlans.find(([, pattern]) => pattern.test(name))?.[0];
}
