import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as v from 'valibot';
import { root } from './root.ts';

/** One package as it lies in node_modules: its name, version, licence by its SPDX name, and the words of its licence file. */
export type Licence = {
  readonly name: string;
  readonly version: string;
  readonly licence: string;
  readonly words: string;
};

const RULE = '-'.repeat(72);

/** The folder of the package that a file lies in, from the project's own, by the file's path; null for a file of our own. */
export function packageFolder(path: string): string | null {
  const [folder] =
    /(?:node_modules\/(?:@[^/]+\/)?[^/]+\/)*node_modules\/(?:@[^/]+\/)?[^/]+(?=\/)/.exec(
      path.replaceAll('\\', '/'),
    ) ?? [];
  return folder ?? null;
}

/** The licences of the packages in these folders and our own, as one plain text with every licence in full; `others` are lines for what is no package. */
export async function licenceText(
  folders: Iterable<string>,
  about: string,
  others: readonly string[] = [],
): Promise<string> {
  const licences = await Promise.all(
    [...folders].toSorted().map((folder) => readLicence(join(root, folder))),
  );
  const ours = await readLicence(root);
  const list = [ours, ...licences].map(
    ({ name, version, licence }) => `${name} ${version}: ${licence}`,
  );
  const texts = [ours, ...licences].map(
    ({ name, version, words }) => `${RULE}\n${name} ${version}\n${RULE}\n\n${words}`,
  );
  return `Wholeclass is free to use, copy and change, under the MIT licence.\n${about}\n\n${[...list, ...others].join('\n')}\n\n${texts.join('\n\n')}\n`;
}

/** The licence of the package in a folder, from its package.json and the file beside it. */
async function readLicence(folder: string): Promise<Licence> {
  const { name, version, license } = v.parse(
    v.looseObject({ name: v.unknown(), version: v.unknown(), license: v.unknown() }),
    JSON.parse(await readFile(join(folder, 'package.json'), 'utf8')),
  );
  const files = (await readdir(folder))
    .filter((file) => /^(licen[cs]e|copying|notice)\b/i.test(file))
    .toSorted();
  const words = await Promise.all(files.map((file) => readFile(join(folder, file), 'utf8')));
  if (typeof name !== 'string' || typeof version !== 'string' || typeof license !== 'string') {
    throw new Error(
      `Cannot name the licence of ${folder}: its package.json needs "name", "version" and "license"`,
    );
  }
  const licence = words.map((text) => text.replaceAll(/\r\n?/g, '\n').trim()).join('\n\n');
  return {
    name,
    version,
    licence: license,
    words: licence === '' ? `${license}, as its package.json says.` : licence,
  };
}
