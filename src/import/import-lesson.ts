import { chunks } from './chunks.ts';
import { braces } from './braces.ts';
import { codeMarks } from './code-marks.ts';
import { deckset, decksetMarks } from './deckset.ts';
import { foreignFences } from './fences.ts';
import { handParted, isParted } from './hand-parted.ts';
import { headings } from './headings.ts';
import type { Foreign, Imported, Importer } from './importer.ts';
import { marp, marpDivided } from './marp.ts';
import { pandoc } from './pandoc.ts';
import { rewriteWith } from './parting.ts';
import { planShape } from './plan/plan-shape.ts';
import { planHeadings } from './plan/write-headings.ts';
import { remark } from './remark/remark.ts';
import { reveal } from './reveal.ts';
import { separators } from './separators.ts';
import { slideFiles } from './slidev/slide-files.ts';
import { slidev } from './slidev/slidev.ts';
import { tex } from './tex.ts';

/** What has to be read before it can be told whose deck it is. */
const first: readonly Importer[] = [slideFiles, separators, chunks];

/** Tools that part slides in a way of their own: a deck is of one of them, the first that recognises it. */
const decks: readonly Importer[] = [deckset, remark, pandoc, marpDivided, handParted];

/** What tools write within slides: a slide may be pasted from any of them. */
const marks: readonly Importer[] = [
  reveal,
  marp,
  decksetMarks,
  headings,
  braces,
  foreignFences,
  tex,
  slidev,
  codeMarks,
];

// Fields that only our lessons have: then headings part slides, whatever else is written.
const OURS: readonly string[] = [
  'on the board',
  'stage',
  'minutes',
  'film',
  'films',
  'objectives',
  'vocabulary',
];

/** A text in our own grammar; `mayBePlan` is true where it may be a lesson plan as teachers have it, neither a deck nor written for this program; `tool` is what parts its slides, null where that is our own grammar. */
export type ImportedLesson = Imported & {
  readonly mayBePlan: boolean;
  readonly tool: string | null;
};

/** Rewrites what other tools and word processors write into our own grammar, each line with the number of the line it came from. `isPlan` where the text is known to be a plan: a word processor's file. */
export function importLesson(
  text: Foreign,
  { isPlan = false }: { readonly isPlan?: boolean } = {},
): ImportedLesson {
  const begun = isPlan ? { ...text, problems: [] } : rewriteAll(text, first);
  const isOurs = isOurHead(text.fields) && !isPlan;
  const deck = isOurs || isPlan ? undefined : decks.find((one) => one.recognises(begun));
  const parted = isOurs
    ? begun
    : deck === undefined
      ? rewriteAll(begun, [plan])
      : rewriteAll(begun, [deck]);
  const { lines, problems } = rewriteAll(parted, marks);
  return { lines, problems, mayBePlan: !isOurs && deck === undefined, tool: deck?.name ?? null };
}

/** True where a text's head has a field that only our lessons have: it is written for this program. */
export function isOurHead(fields: Foreign['fields']): boolean {
  return [...fields.keys()].some((name) => OURS.includes(name));
}

// A plan writes its headings as its author's word processor does.
const plan: Importer = {
  name: 'plans',
  recognises: () => true,
  rewrite: (text) =>
    rewriteWith(text, () => planHeadings(text, planShape(text.lines)), {
      notesEndAtRules: isParted(text),
    }),
};

type Chain = Foreign & Imported;

function rewriteAll(text: Foreign & Partial<Imported>, importers: readonly Importer[]): Chain {
  return importers.reduce<Chain>(
    (read, importer) => {
      if (!importer.recognises(read)) return read;
      const { lines, problems } = importer.rewrite(read);
      return { ...read, lines, problems: [...read.problems, ...problems] };
    },
    { ...text, problems: text.problems ?? [] },
  );
}
