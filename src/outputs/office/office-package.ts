import { strToU8, zipSync, type Zippable } from 'fflate';
import { element, xmlPart, xmlWords } from './office-xml.ts';

const OFFICE = 'http://schemas.openxmlformats.org';

/** The namespace of the relations within an Office file. */
const RELATIONS = `${OFFICE}/officeDocument/2006/relationships`;

/** What a part leads to: another part by its name in the file, or an address outside. */
export type PartRelation = {
  readonly id: string;
  /** The end of its type, `slideLayout`. */
  readonly type: string;
  readonly target: string;
  readonly isOutside?: boolean;
};

/** A part of an Office file: XML with its type and what it leads to, or a picture, whose type its ending says. */
export type OfficePart = { readonly name: string } & (
  | { readonly xml: string; readonly type: string; readonly relations: readonly PartRelation[] }
  | { readonly bytes: Uint8Array }
);

/** What an Office file says of itself; `day` is when it was made, `2026-11-28`, null to say nothing. */
export type OfficeFacts = {
  readonly title: string;
  readonly language: string;
  readonly day: string | null;
};

// Every part is of this moment, by any clock: the same lesson makes the same bytes.
const MOMENT = new Date(1980, 0, 1);
const PICTURES: Readonly<Record<string, string>> = {
  png: 'image/png',
  jpg: 'image/jpeg',
  gif: 'image/gif',
  svg: 'image/svg+xml',
  webp: 'image/webp',
};

/** The bytes of an Office file (ECMA-376, Open Packaging Conventions): the first part is the one that it is opened by. */
export function packOffice(parts: readonly OfficePart[], facts: OfficeFacts): Uint8Array {
  const own = aboutParts(facts);
  const all = [...parts, ...own];
  const files: Record<string, Uint8Array> = {
    '[Content_Types].xml': strToU8(contentTypes(all)),
  };
  const root = [
    { id: 'rId1', type: `${RELATIONS}/officeDocument`, target: parts[0]?.name ?? '' },
    {
      id: 'rId2',
      type: `${OFFICE}/package/2006/relationships/metadata/core-properties`,
      target: 'docProps/core.xml',
    },
    { id: 'rId3', type: `${RELATIONS}/extended-properties`, target: 'docProps/app.xml' },
  ];
  files['_rels/.rels'] = strToU8(relationsXml(root));
  for (const part of all) {
    if ('bytes' in part) {
      files[part.name] = part.bytes;
      continue;
    }
    files[part.name] = strToU8(part.xml);
    if (part.relations.length === 0) continue;
    const slash = part.name.lastIndexOf('/') + 1;
    const name = `${part.name.slice(0, slash)}_rels/${part.name.slice(slash)}.rels`;
    files[name] = strToU8(
      relationsXml(part.relations.map((one) => ({ ...one, type: `${RELATIONS}/${one.type}` }))),
    );
  }
  return zipOffice(files);
}

/** What is compressed already. */
const DENSE = /\.(?:png|jpg|gif|webp)$/;

/** A zip file of these files, in their order, which is the same each time. */
export function zipOffice(files: Readonly<Record<string, Uint8Array>>): Uint8Array<ArrayBuffer> {
  const all: Zippable = {};
  for (const [name, bytes] of Object.entries(files)) {
    all[name] = [bytes, { level: DENSE.test(name) ? 0 : 6 }];
  }
  return zipSync(all, { mtime: MOMENT });
}

function relationsXml(
  relations: readonly (Omit<PartRelation, 'type'> & { readonly type: string })[],
): string {
  const all = relations.map(({ id, type, target, isOutside = false }) =>
    element('Relationship', {
      Id: id,
      Type: type,
      // A part is named from the top of the file, so that it may be named from anywhere.
      Target: isOutside ? target : `/${target}`,
      TargetMode: isOutside ? 'External' : null,
    }),
  );
  return xmlPart(
    element('Relationships', { xmlns: `${OFFICE}/package/2006/relationships` }, all.join('')),
  );
}

function contentTypes(parts: readonly OfficePart[]): string {
  const endings = new Set(
    parts.flatMap((part) => ('bytes' in part ? [part.name.replace(/^.*\./, '')] : [])),
  );
  const defaults = [
    ['rels', 'application/vnd.openxmlformats-package.relationships+xml'],
    ['xml', 'application/xml'],
    ...[...endings].toSorted().map((ending) => [ending, PICTURES[ending] ?? '']),
  ].map(([ending = '', type = '']) => element('Default', { Extension: ending, ContentType: type }));
  const overrides = parts.flatMap((part) =>
    'bytes' in part
      ? []
      : [element('Override', { PartName: `/${part.name}`, ContentType: part.type })],
  );
  return xmlPart(
    element(
      'Types',
      { xmlns: `${OFFICE}/package/2006/content-types` },
      [...defaults, ...overrides].join(''),
    ),
  );
}

function aboutParts({ title, language, day }: OfficeFacts): readonly OfficePart[] {
  const when = (name: string) =>
    day === null
      ? ''
      : element(`dcterms:${name}`, { 'xsi:type': 'dcterms:W3CDTF' }, `${day}T00:00:00Z`);
  const core = element(
    'cp:coreProperties',
    {
      'xmlns:cp': `${OFFICE}/package/2006/metadata/core-properties`,
      'xmlns:dc': 'http://purl.org/dc/elements/1.1/',
      'xmlns:dcterms': 'http://purl.org/dc/terms/',
      'xmlns:xsi': 'http://www.w3.org/2001/XMLSchema-instance',
    },
    `${element('dc:title', {}, xmlWords(title))}<dc:creator>Wholeclass</dc:creator>${element('dc:language', {}, language)}${when('created')}${when('modified')}`,
  );
  const app = element(
    'Properties',
    { xmlns: `${OFFICE}/officeDocument/2006/extended-properties` },
    '<Application>Wholeclass</Application>',
  );
  return [
    {
      name: 'docProps/core.xml',
      xml: xmlPart(core),
      type: 'application/vnd.openxmlformats-package.core-properties+xml',
      relations: [],
    },
    {
      name: 'docProps/app.xml',
      xml: xmlPart(app),
      type: 'application/vnd.openxmlformats-officedocument.extended-properties+xml',
      relations: [],
    },
  ];
}
