import {
  isAlias,
  isMap,
  isScalar,
  LineCounter,
  parseDocument,
  visit,
  type Document,
  type Node,
  type ParsedNode,
  type YAMLMap,
} from 'yaml';
import type { Problem } from '../document/problem.ts';
import { repairYaml, type BrokenLine } from './yaml-repair.ts';

/** One field of a YAML map, and where to say that it is wrong. */
export type Field = {
  readonly name: string;
  readonly key: ParsedNode;
  readonly value: ParsedNode | null;
  readonly wrong: (code: string, message: string, at?: Node | null) => void;
  /** Where in the file a node of it starts. */
  readonly placeOf: (node: Node) => Pick<Problem, 'line' | 'column'>;
};

/** A YAML text's fields by name. `isMap` is false where there are none: nothing but comments, plain text, a list, or too broken to tell. */
export type YamlMap = {
  readonly fields: ReadonlyMap<string, Field>;
  readonly isMap: boolean;
  readonly problems: Problem[];
};

/** More than anyone writes at the head of a file; it keeps reading time small whatever is in it. */
const LONGEST = 50_000;

const NO_MAP: YamlMap = { fields: new Map(), isMap: false, problems: [] };

/** Reads a YAML text as a map of fields, never throwing; `above` is how many lines of the file stand before it. Aliases and tags are refused. With `mends` a line that cannot be read takes no other field with it. */
export function readYamlMap(
  yaml: string,
  above: number,
  { mends = false }: { readonly mends?: boolean } = {},
): YamlMap {
  const { document, lines } = parse(yaml);
  const problems: Problem[] = [];
  const placeAt = placesIn(lines, above);
  const report = reporter(problems, placeAt);
  if (document === null) {
    report('front-matter', whyNot(yaml), 0);
    return { ...NO_MAP, problems };
  }
  const [error] = document.errors;
  if (error !== undefined) {
    const mended = mends ? readMended(yaml, above) : null;
    if (mended !== null) return mended;
    report('front-matter', wordsFor(error), error.pos[0]);
  }
  refuseTricks(document, report);
  // In a broken text, what a field holds may be no fault of its own.
  const reportBroken: Report = (code, ...what) => code !== 'field-type' && report(code, ...what);
  const { contents } = document;
  if (!isMap(contents)) return { ...NO_MAP, problems };
  return {
    fields: fieldsOf(contents, error === undefined ? report : reportBroken, placeAt),
    isMap: true,
    problems,
  };
}

// A broken text whose lines are read each for itself; null where that makes no whole of it.
function readMended(yaml: string, above: number): YamlMap | null {
  const repaired = repairYaml(yaml);
  if (repaired === null) return null;
  const { document, lines } = parseText(repaired.yaml);
  if (document === null || document.errors.length > 0 || !isMap(document.contents)) return null;
  const placeAt = placesIn(lines, above);
  const problems: Problem[] = repaired.broken.map((broken) => ({
    ...{ code: 'front-matter', severity: 'error', message: wordsFor(broken) },
    ...{ line: broken.line + 1 + above, column: broken.at + 1 },
  }));
  const report = reporter(problems, placeAt);
  refuseTricks(document, report);
  // What a mended field holds may be no fault of its own.
  const reportMended: Report = (code, message, offset) => {
    const isMended = repaired.touched.has(placeAt(offset).line - 1 - above);
    if (code !== 'field-type' || !isMended) report(code, message, offset);
  };
  return { fields: fieldsOf(document.contents, reportMended, placeAt), isMap: true, problems };
}

function placesIn(lines: LineCounter, above: number): PlaceAt {
  return (offset) => {
    const { line, col } = lines.linePos(offset);
    return { line: Math.max(1, line) + above, column: Math.max(1, col) };
  };
}

function reporter(problems: Problem[], placeAt: PlaceAt): Report {
  return (code, message, offset) => {
    problems.push({
      code,
      severity: code === 'unknown-field' ? 'warning' : 'error',
      ...placeAt(offset),
      message,
    });
  };
}

function whyNot({ length }: string): string {
  return length > LONGEST
    ? `Cannot read these fields: they have ${length} characters, they need fewer than ${LONGEST}`
    : 'Cannot read these fields: they are nested too deeply';
}

/** A YAML text as it was parsed, null where it is too long or too deep; and where its lines begin. */
type Parsed = { readonly document: Document.Parsed | null; readonly lines: LineCounter };

let last: { readonly yaml: string; readonly parsed: Parsed } | null = null;

// Of a lesson that is being edited the fields stay as they are, as a rule: they take a tenth of the time of reading it.
function parse(yaml: string): Parsed {
  if (last?.yaml !== yaml) last = { yaml, parsed: parseText(yaml) };
  return last.parsed;
}

function parseText(yaml: string): Parsed {
  const lines = new LineCounter();
  if (yaml.length > LONGEST) return { document: null, lines };
  try {
    // Duplicate keys are looked for by `fieldsOf`, in one pass.
    const document = parseDocument(yaml, {
      lineCounter: lines,
      schema: 'core',
      prettyErrors: false,
      uniqueKeys: false,
      logLevel: 'silent',
      merge: false,
    });
    return { document, lines };
  } catch (error) {
    if (error instanceof RangeError) return { document: null, lines };
    throw error;
  }
}

type PlaceAt = (offset: number) => Pick<Problem, 'line' | 'column'>;

type Report = (code: string, message: string, offset: number) => unknown;

// Lessons need neither, and aliases can be made to grow without end: they are never followed.
function refuseTricks(document: Document.Parsed, report: Report): void {
  for (const warning of document.warnings) {
    report(
      'front-matter',
      'Cannot read this: a word that starts with “!” needs quotes round it',
      warning.pos[0],
    );
  }
  visit(document, {
    Alias(_, alias) {
      report(
        'front-matter',
        `Cannot read “*${alias.source.slice(0, 40)}”: words that start with “*” need quotes round them`,
        alias.range?.[0] ?? 0,
      );
    },
  });
}

function fieldsOf(
  map: YAMLMap.Parsed,
  report: Report,
  placeAt: PlaceAt,
): ReadonlyMap<string, Field> {
  const fields = new Map<string, Field>();
  for (const { key, value } of map.items) {
    const name = isScalar(key) ? (key.source ?? '') : '';
    const startOf = (node: Node | null) => node?.range?.[0] ?? 0;
    if (name === '') {
      report(
        'front-matter',
        'Cannot read this field: it needs a name before its “:”',
        startOf(key),
      );
    } else if (fields.has(name)) {
      report(
        'duplicate-field',
        `Cannot read “${name.slice(0, 60)}” twice: each field is given once`,
        startOf(key),
      );
    } else if (!isAlias(value)) {
      fields.set(name, {
        ...{ name, key, value },
        wrong: (code, message, at) => void report(code, message, startOf(at ?? value ?? key)),
        placeOf: (node) => placeAt(startOf(node)),
      });
    }
  }
  return fields;
}

/** What the parser found, in words a teacher can act on. */
const WORDS: Readonly<Partial<Record<BrokenLine['code'], string>>> = {
  BLOCK_AS_IMPLICIT_KEY: 'Cannot read this line: words that hold “: ” need quotes round them',
  BAD_INDENT:
    'Cannot read this line: it needs to start in the same column as its neighbours, and “[” or “{” needs its end',
  BAD_SCALAR_START:
    'Cannot read this line: words that start with a sign such as “@”, “%” or “`” need quotes round them',
  MISSING_CHAR:
    'Cannot read this line: it needs a “:” after the field’s name, and a quote that is opened needs its end',
  TAB_AS_INDENT: 'Cannot read this line: it starts with a tab, it needs spaces',
  UNEXPECTED_TOKEN:
    'Cannot read this line: something is where it cannot be; words with symbols in them need quotes round them',
};

function wordsFor({ code }: Pick<BrokenLine, 'code'>): string {
  return (
    WORDS[code] ??
    'Cannot read this line: it needs a field’s name, “: ” and its value, as in “title: Speech Bubbles”'
  );
}
