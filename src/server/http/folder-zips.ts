import { Readable } from 'node:stream';
import type { FastifyInstance } from 'fastify';
import type { FolderParts } from '../../site/folder/folder-files.ts';
import type { Lessons } from '../../site/lessons.ts';
import { NO_LESSON, refuse, type Answer } from './answer.ts';

/** A lesson's folder as a zip, or why there is none. */
export type FolderZip =
  | { readonly bytes: AsyncIterable<Uint8Array> }
  | { readonly refusal: Answer };

/** Makes a lesson's folder as a zip when it is asked for, by the lesson's name. */
export type FolderZips = (slug: string) => Promise<FolderZip>;

/** What folders are made from; `pages` builds their pages, once, where there is something to build them from. */
export type FolderZipParts = Omit<FolderParts, 'pages'> & {
  readonly lessons: Lessons;
  readonly pages: (() => Promise<string>) | undefined;
};

const TOO_LARGE = refuse(
  409,
  'too-large-for-a-zip',
  'The film is too large for a zip. Ask a technician to make the folder with: npm run bundle',
);
const NO_SLIDES = refuse(409, 'no-slides', 'There is nothing to save yet: the plan has no slides.');

/** Opens the folders of all lessons. */
export function openFolderZips({ lessons, pages, ...place }: FolderZipParts): FolderZips {
  return async (slug) => {
    const file = await lessons.one(slug);
    if (file === null || pages === undefined) return { refusal: NO_LESSON };
    if (file.lesson.blocks.length === 0) return { refusal: NO_SLIDES };
    const { folderFiles } = await import('../../site/folder/folder-files.ts');
    const { fitsZip, zipOf } = await import('../../site/folder/zip.ts');
    const files = await folderFiles(file, { pages: await pages(), ...place });
    return (await fitsZip(files)) ? { bytes: zipOf(slug, files) } : { refusal: TOO_LARGE };
  };
}

/** `GET /pack/<lesson>.zip`: a lesson's folder, sent while it is made. */
export function addFolderRoute(app: FastifyInstance, zips: FolderZips): void {
  app.get<{ Params: { file: string } }>('/pack/:file', async ({ params: { file } }, reply) => {
    const made = file.endsWith('.zip')
      ? await zips(file.slice(0, -'.zip'.length))
      : { refusal: NO_LESSON };
    reply.header('cache-control', 'no-store');
    if ('bytes' in made) {
      reply.type('application/zip').header('content-disposition', `attachment; filename="${file}"`);
      return reply.send(Readable.from(made.bytes));
    }
    const { status, body } = 'status' in made.refusal ? made.refusal : { status: 500, body: {} };
    return reply.code(status).send(body);
  });
}
