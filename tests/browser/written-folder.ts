import { join } from 'node:path';
import { buildFolderPages } from '../../src/cli/build-folder-pages.ts';
import { writeFolder } from '../../src/cli/pack/write-folder.ts';
import { programFacts } from '../../src/server/http/program-facts.ts';
import { openSchoolFile } from '../../src/server/schools/school-file.ts';
import { folderFiles } from '../../src/site/folder/folder-files.ts';
import { openLessons } from '../../src/site/lessons.ts';

/** Writes the folder of a lesson that opens by double-click, with what its home has and what the school said there. */
export async function writeFolderOf(slug: string, home: string, out: string): Promise<void> {
  const file = await openLessons(join(home, 'lessons')).one(slug);
  if (file === null) throw new Error('The lesson is not there');
  await writeFolder(
    out,
    await folderFiles(file, {
      pages: await buildFolderPages(),
      media: join(home, 'media'),
      school: async () => (await openSchoolFile(join(home, 'data')).read()).school,
      program: programFacts(),
    }),
  );
}
