import { parse } from 'yaml';
import * as v from 'valibot';
import { nearest } from '../text/nearest.ts';
import { checkNames, type CheckName } from './check-names.ts';
import { general } from './general.ts';
import type { Pack, PackHelp } from './pack.ts';
import { safeguarding } from './safeguarding.ts';

/** A school's own pack as it is written, `lessons/subjects/<name>.yaml`, by its name; without a text where it could not be opened, or there was too much of it. */
export type PackText = { readonly name: string; readonly text: string | null };

/** A school's own packs, and what cannot be read of them, each by the name of its pack. */
export type ReadPacks = {
  readonly packs: readonly Pack[];
  readonly problems: Readonly<Record<string, string>>;
};

const line = v.pipe(v.string(), v.trim(), v.nonEmpty(), v.maxLength(200));
const check = v.pipe(
  v.string(),
  v.rawTransform(({ dataset, addIssue, NEVER }): CheckName => {
    const found = checkNames.find((name) => name === dataset.value);
    if (found !== undefined) return found;
    const near = nearest(dataset.value, checkNames);
    addIssue({
      message: `“${dataset.value.slice(0, 40)}” is no check${near === undefined ? '' : `; is it “${near}”`}`,
    });
    return NEVER;
  }),
);

const schema = v.strictObject({
  chip: v.optional(v.nullable(line)),
  checks: v.optional(
    v.lazy((written) =>
      Array.isArray(written) ? v.array(check) : v.picklist(['general', 'safeguarding']),
    ),
    'general',
  ),
  approval: v.optional(v.picklist(['none', 'each term']), 'none'),
  help: v.optional(
    v.union([
      v.picklist(['nobody', 'helplines']),
      v.strictObject({ title: line, lines: v.pipe(v.array(line), v.nonEmpty(), v.maxLength(8)) }),
    ]),
    'nobody',
  ),
  worksheet: v.optional(v.strictObject({ note: v.optional(line), ending: v.optional(line) }), {}),
});

/** Reads a school's own packs. One that cannot be read is as strict as safeguarding, so that a slip in it opens nothing. */
export function readPacks(texts: readonly PackText[]): ReadPacks {
  const read = texts.map((text) => ({ name: text.name, ...readPack(text) }));
  return {
    packs: read.map(({ pack }) => pack),
    problems: Object.fromEntries(
      read.flatMap(({ name, problem }) => (problem === null ? [] : [[name, problem] as const])),
    ),
  };
}

const FIELDS = 'it needs some of the fields chip, checks, approval, help and worksheet';

type ReadPack = { readonly pack: Pack; readonly problem: string | null };

function readPack({ name, text }: PackText): ReadPack {
  const refused = (why: string): ReadPack => ({
    pack: { ...safeguarding, name },
    problem: `Cannot read subjects/${name}.yaml: ${why}`,
  });
  if (text === null) {
    return refused('it cannot be opened, it needs at most 20 kB, and its folder at most 50 packs');
  }
  const value = parseYaml(text);
  if (value instanceof Error) {
    return refused('it is no YAML, it needs lines such as “chip: Bee keeping”');
  }
  if (Array.isArray(value) || typeof value === 'string') return refused(FIELDS);
  const read = v.safeParse(schema, value ?? {}, { abortEarly: true });
  if (!read.success) {
    const [issue] = read.issues;
    const place = v.getDotPath(issue);
    return refused(
      place === null ? `${issue.message}, ${FIELDS}` : `at “${place}” ${issue.message}`,
    );
  }
  return { pack: packOf(name, read.output), problem: null };
}

function packOf(name: string, written: v.InferOutput<typeof schema>): Pack {
  const { chip, checks, approval, help, worksheet } = written;
  const needsCare = approval === 'each term';
  return {
    name,
    chip: chip === undefined ? name.slice(0, 1).toUpperCase() + name.slice(1) : chip,
    chipIn: 'everywhere',
    checks: checksOf(checks),
    approval,
    care: needsCare ? safeguarding.care : help === 'helplines' ? ['help slide'] : [],
    help: helpOf(help, needsCare),
    worksheet: {
      note: worksheet.note ?? general.worksheet.note,
      shows: general.worksheet.shows,
      ending: worksheet.ending ?? null,
    },
    sheets: needsCare || help === 'helplines' ? 'all' : general.sheets,
  };
}

function checksOf(checks: 'general' | 'safeguarding' | readonly CheckName[]): readonly CheckName[] {
  if (checks === 'general') return general.checks;
  return checks === 'safeguarding' ? safeguarding.checks : checks;
}

// Only what needs an approval may be about pictures.
function helpOf(
  help: 'nobody' | 'helplines' | { readonly title: string; readonly lines: readonly string[] },
  needsCare: boolean,
): PackHelp {
  if (help === 'nobody') return { from: help };
  if (help === 'helplines') return { from: help, topic: needsCare ? 'pictures' : 'talk' };
  return { from: 'school', ...help };
}

function parseYaml(text: string): unknown {
  try {
    const value: unknown = parse(text);
    return value;
  } catch (error) {
    if (error instanceof Error) return error;
    throw error;
  }
}
