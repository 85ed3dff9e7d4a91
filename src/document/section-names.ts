import { plainWords } from './plain-words.ts';

/** A field of a lesson that a section of its text may give. */
export type SectionField =
  | 'title'
  | 'stage'
  | 'minutes'
  | 'objectives'
  | 'vocabulary'
  | 'resources'
  | 'references'
  | 'sources';

/** What a section holds: a field of the lesson, which the class sees or not. */
export type SectionName = { readonly field: SectionField; readonly onBoard: boolean };

const shown = (field: SectionField): SectionName => ({ field, onBoard: true });
const hidden = (field: SectionField): SectionName => ({ field, onBoard: false });

// Names that mean the same in every lesson, also in one written for this program.
const names: readonly (readonly [SectionName, RegExp])[] = [
  [
    shown('objectives'),
    /^(?:(?:learning|lesson) )?objectives?$|^learning (?:outcomes?|intentions?|goals?|aims?)$/,
  ],
  [shown('vocabulary'), /^key ?words?$|^(?:key )?vocabulary$|^key terms$|^glossary$/],
  [
    hidden('resources'),
    /^resources?(?: (?:needed|required))?$|^materials$|^equipment$|^you will need$/,
  ],
  [hidden('references'), /^references$|^curriculum (?:links|references)$/],
  [hidden('sources'), /^sources$/],
];

/** What the section under a heading holds, in every lesson; undefined for every other heading. */
export function sectionName(heading: string): SectionName | undefined {
  const name = bareName(heading);
  return name === undefined ? undefined : names.find(([, pattern]) => pattern.test(name))?.[0];
}

/** The words of a section's heading or of a label, as they are compared with names: without marks, numbers and brackets; undefined where they are too long for a name. */
export function bareName(words: string): string | undefined {
  const name = plainWords(words.slice(0, 100))
    .toLowerCase()
    .replaceAll(/[’‘]/g, "'")
    .replace(/^(?:\d{1,2}|[a-z])[.)]\s*/, '')
    .replace(/^[^\p{L}\p{N}]+/u, '')
    .replace(/\s*\([^()]*\)$/, '')
    .replace(/[\s:：.–—-]+$/, '');
  return name === '' || name.length > 60 ? undefined : name;
}
