import { childrenOf, parseXml, type XmlElement } from './xml.ts';
import type { Archive } from './zip.ts';

/** What a part of an Office file points to: another part by its name in the file, or an address outside. */
export type Relation = {
  readonly type: string;
  readonly target: string;
  readonly isOutside: boolean;
};

/** A part of an Office file, its XML and what it points to, by id. */
export type Part = {
  readonly name: string;
  readonly root: XmlElement;
  readonly relations: ReadonlyMap<string, Relation>;
};

/** Reads a part; null where the file has none of that name. */
export function readPart(archive: Archive, name: string): Part | null {
  const bytes = archive.read(name);
  if (bytes === null) return null;
  return { name, root: parseXml(bytes, archive.parsed), relations: relationsOf(archive, name) };
}

/** The main part of an Office file, as its own list of parts says; null where there is none. */
export function mainPart(archive: Archive): Part | null {
  const relation = [...relationsOf(archive, '').values()].find(({ type }) =>
    type.endsWith('/officeDocument'),
  );
  return relation === undefined ? null : readPart(archive, relation.target);
}

/** The first part that another points to by this kind of relation, `/styles`. */
export function relatedPart(archive: Archive, part: Part, type: string): Part | null {
  const name = relatedName(part, type);
  return name === null ? null : readPart(archive, name);
}

/** The name of that part. */
export function relatedName({ relations }: Part, type: string): string | null {
  return (
    [...relations.values()].find((one) => !one.isOutside && one.type.endsWith(type))?.target ?? null
  );
}

function relationsOf(archive: Archive, name: string): ReadonlyMap<string, Relation> {
  const slash = name.lastIndexOf('/');
  const folder = name.slice(0, slash + 1);
  const bytes = archive.read(`${folder}_rels/${name.slice(slash + 1)}.rels`);
  if (bytes === null) return new Map();
  return new Map(
    childrenOf(parseXml(bytes, archive.parsed)).flatMap(({ attributes }) => {
      const [id, type, target] = ['Id', 'Type', 'Target'].map((key) => attributes.get(key));
      if (id === undefined || type === undefined || target === undefined) return [];
      const isOutside = attributes.get('TargetMode') === 'External';
      return [[id, { type, isOutside, target: isOutside ? target : resolve(folder, target) }]];
    }),
  );
}

// The name of a part as another names it: from its own folder, or from the top of the file.
function resolve(folder: string, target: string): string {
  const path: string[] = [];
  const whole = target.startsWith('/') ? target : `${folder}${target}`;
  for (const step of whole.split('/')) {
    if (step === '..') path.pop();
    else if (step !== '' && step !== '.') path.push(step);
  }
  return path.join('/');
}
