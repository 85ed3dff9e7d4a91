import { strFromU8, strToU8, unzipSync } from 'fflate';
import { zipOffice } from './office-package.ts';
import { sourceSize } from './office-pictures.ts';

/** A picture that a browser has to draw before every program can show it: its source, and the size of the PNG that is wanted, in pixels. */
export type PictureToDraw = {
  /** The name of the PNG's part. */
  readonly name: string;
  readonly source: Uint8Array;
  readonly type: 'image/svg+xml' | 'image/webp';
  readonly width: number;
  readonly height: number;
};

/** Wide enough for a board of full HD. */
const MAX_SIDE = 1600;

/** The drawings and photos of a file of ours that are shown as one clear pixel until they are drawn. */
export function picturesToDraw(file: Uint8Array): readonly PictureToDraw[] {
  return Object.entries(unzipSync(file, { filter: ({ name }) => isSource(name) })).flatMap(
    ([name, source]): readonly PictureToDraw[] => {
      const size = sourceSize(source);
      if (size === null) return [];
      const isDrawing = name.endsWith('.svg');
      const longest = Math.max(size.width, size.height);
      const scale = isDrawing ? MAX_SIDE / longest : Math.min(1, MAX_SIDE / longest);
      return [
        {
          name: name.replace(SOURCE, '.png'),
          source,
          type: isDrawing ? 'image/svg+xml' : 'image/webp',
          width: Math.max(1, Math.round(size.width * scale)),
          height: Math.max(1, Math.round(size.height * scale)),
        },
      ];
    },
  );
}

/** The same file with PNGs in the places of their names; what they were made of stays beside them where Office shows it, a drawing. */
export function withDrawn(file: Uint8Array, drawn: ReadonlyMap<string, Uint8Array>): Uint8Array {
  const parts = unzipSync(file);
  const gone = [...drawn.keys()]
    .map((name) => name.replace(/\.png$/, '.webp'))
    .filter((name) => Object.hasOwn(parts, name));
  const files: Record<string, Uint8Array> = {};
  for (const [name, bytes] of Object.entries(parts)) {
    if (gone.includes(name)) continue;
    const isRelations = name.endsWith('.rels') && gone.length > 0;
    files[name] = drawn.get(name) ?? (isRelations ? withoutTargets(bytes, gone) : bytes);
  }
  return zipOffice(files);
}

const SOURCE = /\.(?:svg|webp)$/;

function isSource(name: string): boolean {
  return /\/media\//.test(name) && SOURCE.test(name);
}

function withoutTargets(relations: Uint8Array, gone: readonly string[]): Uint8Array {
  return strToU8(
    strFromU8(relations).replaceAll(
      /<Relationship [^>]*\bTarget="\/([^"]*)"[^>]*\/>/g,
      (all, to: string) => (gone.includes(to) ? '' : all),
    ),
  );
}
