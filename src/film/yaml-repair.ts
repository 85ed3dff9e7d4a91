import { isMap, parseDocument, type YAMLError } from 'yaml';

/** A line that could not be read: which of the text's lines, from 0, at which of its characters, and what the parser says; `NO_FIELD` for words without a name. */
export type BrokenLine = {
  readonly line: number;
  readonly at: number;
  readonly code: YAMLError['code'] | 'NO_FIELD';
};

/** A text of fields whose broken lines are mended where what they mean is plain, and comments where it is not: each line stands where it stood. */
export type Repaired = {
  readonly yaml: string;
  readonly broken: readonly BrokenLine[];
  /** The lines of fields with a broken line, of which no more needs to be said. */
  readonly touched: ReadonlySet<number>;
};

/** More lines than any head has: a longer text is not mended. */
const MAX_LINES = 300;

/** More broken lines than slips of an author: what has more is no head. */
const MAX_BROKEN = 20;

/** Mends a YAML text of fields line by line, so that a broken line takes no other field with it; null where no field by itself is at fault. */
export function repairYaml(yaml: string): Repaired | null {
  const lines = yaml.split('\n');
  if (lines.length > MAX_LINES) return null;
  const out: string[] = [];
  const broken: BrokenLine[] = [];
  const touched = new Set<number>();
  for (const field of fieldsIn(lines)) {
    const from = out.length;
    const error = errorIn(field.join('\n')) ?? (isField(field.join('\n')) ? undefined : NO_FIELD);
    if (error === undefined) {
      out.push(...field);
      continue;
    }
    if (field.length > MAX_LINES / 2) return null;
    const mended = mendField(field);
    out.push(...mended.lines);
    field.forEach((_, nth) => touched.add(from + nth));
    broken.push(...mended.broken.map((one) => ({ ...one, line: from + one.line })));
    if (mended.broken.length === 0) broken.push({ line: from, ...error });
    if (broken.length > MAX_BROKEN) return null;
  }
  return broken.length === 0 ? null : { yaml: out.join('\n'), broken, touched };
}

type Fault = Pick<BrokenLine, 'at' | 'code'>;

const NO_FIELD: Fault = { at: 0, code: 'NO_FIELD' };

// Each field with the lines below that are its own: what is indented, items, and ends of brackets.
function fieldsIn(lines: readonly string[]): readonly (readonly string[])[] {
  const fields: string[][] = [];
  for (const line of lines) {
    const above = fields.at(-1);
    if (above !== undefined && /^(?:\s|-(?:\s|$)|[\]}#]|$)/.test(line)) above.push(line);
    else fields.push([line]);
  }
  return fields;
}

function read(yaml: string) {
  return parseDocument(yaml, {
    ...{ schema: 'core', prettyErrors: false, uniqueKeys: false },
    ...{ logLevel: 'silent', merge: false },
  });
}

function errorIn(yaml: string): Fault | undefined {
  try {
    const [error] = read(yaml).errors;
    return error === undefined ? undefined : { at: error.pos[0], code: error.code };
  } catch (error) {
    if (error instanceof RangeError) return NO_FIELD;
    throw error;
  }
}

function isField(yaml: string): boolean {
  const { contents } = read(yaml);
  return contents === null || isMap(contents);
}

type Mended = { readonly lines: readonly string[]; readonly broken: readonly BrokenLine[] };

function mendField([first = '', ...below]: readonly string[]): Mended {
  const [, name = '', value = ''] = /^([^\s#:][^:]{0,60}):(?:[ \t]+(.*))?$/.exec(first) ?? [];
  if (name !== '' && value === '') return mendBelow(first, below);
  const fault = errorIn(first) ?? (isField(first) ? undefined : NO_FIELD);
  const mended = below.map((line) => mendStray(line, fault !== undefined));
  return {
    lines: [fault === undefined ? first : mendLine(first), ...mended.map(({ line }) => line)],
    broken: [
      ...(fault === undefined ? [] : [{ line: 0, ...fault }]),
      ...mended.flatMap(({ fault: one }, nth) =>
        one === undefined ? [] : [{ line: nth + 1, ...one }],
      ),
    ],
  };
}

// What is indented below words on one line: a field of its own, or more of words that cannot be read.
function mendStray(
  line: string,
  isMore: boolean,
): { readonly line: string; readonly fault?: Fault } {
  const own = line.trim();
  if (own === '' || own.startsWith('#')) return { line };
  if (isMore) return { line: hidden(line) };
  const isSound = errorIn(own) === undefined && isField(own);
  const code = line.startsWith('\t') ? 'TAB_AS_INDENT' : 'BAD_INDENT';
  return { line: isSound ? own : hidden(line), fault: { at: 0, code } };
}

// Items or fields below a name that has nothing behind it.
function mendBelow(first: string, below: readonly string[]): Mended {
  const broken: BrokenLine[] = [];
  const whole = errorIn([first, ...below].join('\n'));
  const spaced = below.map((line, nth) => {
    const indent = /^[ \t]*/.exec(line)?.[0] ?? '';
    const own = line.slice(indent.length);
    const fault = own === '' || own.startsWith('#') ? undefined : errorIn(own);
    if (indent.includes('\t')) broken.push({ line: nth + 1, at: 0, code: 'TAB_AS_INDENT' });
    else if (fault !== undefined) {
      broken.push({ line: nth + 1, at: indent.length + fault.at, code: fault.code });
    }
    const mended = fault === undefined ? own : mendLine(own);
    return mended === '' ? '' : indent.replaceAll('\t', '  ') + mended;
  });
  if (errorIn([first, ...spaced].join('\n')) === undefined) {
    return { lines: [first, ...spaced], broken };
  }
  // What is not of the first one's kind, an item or a field, is out of place.
  const isItem = (line: string) => /^\s*-(?:\s|$)/.test(line);
  const wanted = isItem(spaced.find(isWritten) ?? '');
  const level = spaced.map((line, nth) => {
    if (!isWritten(line)) return line;
    if (isItem(line) === wanted && (wanted || line.includes(':'))) return `  ${line.trim()}`;
    if (!broken.some((one) => one.line === nth + 1)) {
      broken.push({ line: nth + 1, at: 0, code: 'BAD_INDENT' });
    }
    return hidden(line);
  });
  if (errorIn([first, ...level].join('\n')) === undefined) {
    return { lines: [first, ...level], broken };
  }
  return {
    lines: [first, ...below.map(hidden)],
    broken: broken.length > 0 || whole === undefined ? broken : [{ line: 0, ...whole }],
  };
}

function isWritten(line: string): boolean {
  return line.trim() !== '' && !line.trim().startsWith('#');
}

// The words behind a name as they are meant, where that can be told; else a comment.
function mendLine(line: string): string {
  const [, item = '', words = ''] = /^(- +)?(.*)$/.exec(line) ?? [];
  const [, name = '', written = ''] =
    item === '' ? (/^([^\s#:"'][^:]{0,60}):[ \t]*(\S.*)$/.exec(words) ?? []) : ['', '', words];
  if (item === '' && name === '') return hidden(line);
  const start = item === '' ? `${name}: ` : item;
  const bare = written.replace(/[ \t]+#.*$/, '').replace(/^[|>][+-]?[ \t]+/, '');
  const plain = /^["']/.test(bare) ? bare.replaceAll(bare[0] ?? '"', '') : bare;
  return (
    [`${bare}]`, `${bare}}`]
      .filter(() => /^[[{]/.test(bare))
      .concat(JSON.stringify(plain))
      .map((value) => start + value)
      .find((one) => errorIn(one) === undefined) ?? hidden(line)
  );
}

function hidden(line: string): string {
  return line.trim() === '' ? '' : `# ${line}`;
}
