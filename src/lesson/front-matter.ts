import { readCount, readDate, readList, readNames, readOneOf, readVocabulary, readWords, type ReadField } from '../film/fields.ts';
import { readYamlMap } from '../film/yaml-map.ts';
import type { SourceLine } from '../poll/question.ts';
import type { Problem } from '../text/problem.ts';
import type { Lesson, Stage } from './lesson.ts';

/** What the head of a lesson gives; empty words where it says nothing. */
export type FrontMatter = Omit<Lesson, 'slug' | 'blocks' | 'questions' | 'pictures'>;

/** The front matter, and the lines of the lesson below it. */
export type ReadFrontMatter = { readonly front: FrontMatter; readonly rest: readonly SourceLine[]; readonly problems: readonly Problem[] };

const STAGES: readonly Stage[] = ['KS1', 'KS2', 'KS3', 'KS4', 'KS5', 'adults'];

const NOTHING: FrontMatter = {
  title: '',
  boardTitle: '',
  summary: '',
  stage: null,
  minutes: null,
  nation: '',
  objectives: [],
  vocabulary: [],
  resources: [],
  references: [],
  sources: [],
  reviewed: null,
  films: [],
};

type Put = { readonly [Key in keyof FrontMatter]: { readonly key: Key; readonly read: ReadField<NonNullable<FrontMatter[Key]>> } }[keyof FrontMatter];

// Every field, by the name it has in the file.
const fields: Readonly<Record<string, Put>> = {
  'title': { key: 'title', read: readWords },
  'on the board': { key: 'boardTitle', read: readWords },
  'summary': { key: 'summary', read: readWords },
  'stage': { key: 'stage', read: readOneOf(STAGES) },
  'minutes': { key: 'minutes', read: readCount(600) },
  'nation': { key: 'nation', read: readWords },
  'film': { key: 'films', read: readNames },
  'films': { key: 'films', read: readNames },
  'objectives': { key: 'objectives', read: readList },
  'vocabulary': { key: 'vocabulary', read: readVocabulary },
  'resources': { key: 'resources', read: readList },
  'references': { key: 'references', read: readList },
  'sources': { key: 'sources', read: readList },
  'reviewed': { key: 'reviewed', read: readDate },
};

/** Reads the lines between the first `---` and the next as YAML; whatever is wrong, the lines below it are handed on. */
export function readFrontMatter(lines: readonly SourceLine[]): ReadFrontMatter {
  const start = lines.findIndex(({ text }) => text.trim() !== '');
  const none = (): ReadFrontMatter => ({
    front: NOTHING,
    rest: lines,
    problems: [{ code: 'no-front-matter', severity: 'error', line: 1, column: 1, message: 'Cannot find this lesson’s title and length: it needs to begin with a line “---”, then “title: …”, “stage: …” and “minutes: …”, then a line “---”' }],
  });
  if (start < 0 || !isRule(lines[start], 'start')) return none();
  const end = findEnd(lines, start + 1);
  const yaml = lines.slice(start + 1, end.at).map(({ text }) => text).join('\n');
  const map = readYamlMap(yaml, start + 1);
  // A `---` that opens a file may be the edge of its first slide.
  if (map.isEmpty && yaml.trim() !== '') return none();
  const problems = map.problems;
  if (!end.isClosed) problems.push({ code: 'front-matter-open', severity: 'error', line: start + 1, column: 1, message: 'Cannot find the end of the lesson’s fields: they need a line “---” below them' });
  const front: { -readonly [Key in keyof FrontMatter]: FrontMatter[Key] } = { ...NOTHING };
  for (const field of map.fields.values()) {
    const put = Object.hasOwn(fields, field.name) ? fields[field.name] : undefined;
    if (put === undefined) field.wrong('unknown-field', `“${field.name.slice(0, 60)}” is not a field of a lesson: it is not read`);
    else Object.assign(front, { [put.key]: put.read(field) ?? NOTHING[put.key] });
  }
  if (front.title === '' && !problems.some(({ severity }) => severity === 'error')) problems.push({ code: 'no-title', severity: 'error', line: start + 1, column: 1, message: 'Cannot find this lesson’s title: it needs a line “title: …” at its head' });
  return { front, rest: lines.slice(end.isClosed ? end.at + 1 : end.at), problems };
}

// Without an end, the fields go on to the first blank line or heading.
function findEnd(lines: readonly SourceLine[], from: number): { readonly at: number; readonly isClosed: boolean } {
  const at = lines.findIndex((line, i) => i >= from && isRule(line, 'end'));
  if (at >= 0) return { at, isClosed: true };
  const stop = lines.findIndex(({ text }, i) => i >= from && (text.trim() === '' || /^#{1,3} /.test(text)));
  return { at: stop < 0 ? lines.length : stop, isClosed: false };
}

function isRule(line: SourceLine | undefined, which: 'start' | 'end'): boolean {
  const text = line?.text.trimEnd();
  return text === '---' || (which === 'end' && text === '...');
}
