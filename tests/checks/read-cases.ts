import { readdirSync, readFileSync } from 'node:fs';

/** One case of a fixture: a lesson or a piece of one, and the findings wanted, a line each; none where the check stays silent. */
export type Case = {
  readonly slug: string;
  readonly source: string;
  readonly wanted: readonly string[];
};

/** Reads `*.txt` beside this file: Markdown, `.`, findings and `.` each on lines of their own. A first line `lessons/….md:` names the file. */
export function readCases(): readonly { readonly code: string; readonly cases: readonly Case[] }[] {
  const folder = new URL('.', import.meta.url);
  const files = readdirSync(folder)
    .filter((name) => name.endsWith('.txt'))
    .toSorted();
  return files.map((file) => ({
    code: file.replace('.txt', ''),
    cases: readOne(readFileSync(new URL(file, folder), 'utf8')),
  }));
}

function readOne(text: string): readonly Case[] {
  const parts = text.split(/^\.\n/m);
  return Array.from({ length: Math.floor(parts.length / 2) }, (_, at) => {
    const [, slug = 'a-lesson', source = ''] =
      /^(?:lessons\/(\S+)\.md:\n)?([^]*)$/.exec((parts[at * 2] ?? '').trim()) ?? [];
    return {
      slug,
      source,
      wanted: (parts[at * 2 + 1] ?? '').split('\n').filter((line) => line !== ''),
    };
  });
}
