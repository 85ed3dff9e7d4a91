import { strFromU8, unzipSync } from 'fflate';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Lesson } from '../../../src/lesson/lesson.ts';
import { parseXml } from '../../../src/open/xml.ts';
import { root } from '../../../src/cli/root.ts';
import { shippedLessons } from '../../checks/shipped-lessons.ts';

const shipped = shippedLessons();

/** The parts of an Office file by name, those of XML as text. */
export function partsOf(bytes: Uint8Array): ReadonlyMap<string, string> {
  return new Map(
    Object.entries(unzipSync(bytes)).map(([name, part]) => [
      name,
      /\.(?:xml|rels)$/.test(name) ? strFromU8(part) : '',
    ]),
  );
}

/** What is wrong with an Office file as a package: a part that is no XML, leads to what is not there, or has no type. */
export function packageTroubles(bytes: Uint8Array): readonly string[] {
  const parts = partsOf(bytes);
  const types = parts.get('[Content_Types].xml') ?? '';
  const troubles: string[] = [];
  for (const [name, text] of parts) {
    if (text !== '') parseXml(new TextEncoder().encode(text));
    const ending = name.replace(/^.*\./, '');
    const isTyped =
      types.includes(`PartName="/${name}"`) ||
      (/^(?:rels|png|jpg|gif|svg|webp)$/.test(ending) && types.includes(`Extension="${ending}"`));
    if (name !== '[Content_Types].xml' && !isTyped) troubles.push(`${name} has no type`);
    if (!name.endsWith('.rels')) continue;
    const ids = [...text.matchAll(/ Id="([^"]*)"/g)].map(([, id]) => id);
    if (new Set(ids).size < ids.length) troubles.push(`${name} has an id twice`);
    for (const [whole, target = ''] of text.matchAll(
      /<Relationship [^>]*Target="([^"]*)"[^>]*>/g,
    )) {
      const from = new URL(name.replace(/_rels\/[^/]*$/, ''), 'file:///');
      const path = new URL(target, from).pathname.slice(1);
      if (!whole.includes('TargetMode') && !parts.has(path)) {
        troubles.push(`${name} leads to ${target}`);
      }
    }
    const of = parts.get(name.replace('_rels/', '').replace(/\.rels$/, '')) ?? '';
    for (const [, id = ''] of of.matchAll(/ r:(?:id|embed)="([^"]*)"/g)) {
      if (!ids.includes(id)) troubles.push(`${name} has no ${id}`);
    }
  }
  return troubles;
}

/** Every lesson of ours, by name. */
export const slugs: readonly string[] = shipped.map(({ slug }) => slug);

/** A lesson of ours. */
export function lessonNamed(slug: string): Lesson {
  const found = shipped.find((one) => one.slug === slug);
  if (found === undefined) throw new Error(slug);
  return found.lesson;
}

/** The pictures of a lesson of ours that are there. */
export function mediaOf({ pictures }: Pick<Lesson, 'pictures'>): ReadonlyMap<string, Uint8Array> {
  return new Map(
    pictures
      .map(({ path }) => path)
      .filter((path) => existsSync(join(root, 'media', path)))
      .map((path) => [path, new Uint8Array(readFileSync(join(root, 'media', path)))]),
  );
}
