import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { withDraft } from '../edit/lesson-draft.ts';
import { templatePath, templates } from '../lesson/templates.ts';
import { lessonPlaces, makeOwnFolder } from '../server/lesson-places.ts';
import { readLessonSettings, StartProblem } from '../server/settings.ts';
import { isSlug } from '../site/lessons.ts';
import { root } from './root.ts';

const names = templates.map(({ name, words }) => `  ${name.padEnd(24)}${words}`).join('\n');

const HELP = `npm run new -- <template> <name>

Writes a lesson of your own, to be changed, into the folder of your own lessons
(LESSONS_DIR, else lessons in DATA_DIR), as a draft: the library lists it once
its line “draft: yes” is gone, by hand or by “Publish” on its page. The name is of small letters, digits
and hyphens, as in our-coast. A lesson that is there is never written over.

The templates:
${names}`;

/** `npm run new`: writes a template into the folder of a school's own lessons, under a name of its own. Resolves to the exit code, 1 with one sentence where nothing was written. */
export async function newLesson(args: readonly string[]): Promise<number> {
  if (args.some((word) => ['--help', '-h'].includes(word))) return tell(HELP);
  const [kind = '', typed = '', more] = args;
  const template = templates.find(({ name }) => name === kind);
  if (template === undefined || more !== undefined) {
    return refuse(`Cannot begin from “${kind}”: it needs a template and a name.\n\n${HELP}`);
  }
  const slug = typed.replace(/\.md$/, '');
  if (!isSlug(slug)) {
    return refuse(
      `Cannot name a lesson “${typed}”: it needs small letters, digits and hyphens alone, as in our-coast.`,
    );
  }
  try {
    return tell(await write(slug, join(root, 'lessons', templatePath(template))));
  } catch (error) {
    if (!(error instanceof StartProblem)) throw error;
    return refuse(error.message);
  }
}

async function write(slug: string, template: string): Promise<string> {
  const settings = readLessonSettings(process.env);
  makeOwnFolder(settings, 'always');
  const { folders } = lessonPlaces(settings);
  const [own] = folders;
  if (own === undefined) throw new StartProblem('There is no folder to write a lesson into.');
  const taken = folders.find(({ path }) => existsSync(join(path, `${slug}.md`)));
  if (taken !== undefined) {
    throw new StartProblem(
      `Cannot write ${slug}.md: ${taken.name}/${slug}.md is there already. Choose another name.`,
    );
  }
  const path = join(own.path, `${slug}.md`);
  const text = withDraft(await readFile(template, 'utf8'), true);
  await writeFile(path, text, { flag: 'wx' }).catch(() => {
    throw new StartProblem(
      `Cannot write ${path}: the folder may not be written to, or its disk is full.`,
    );
  });
  const where = relative(process.cwd(), path);
  return `Your lesson is ${where.startsWith('..') ? path : where}. See what is wrong with it with: npm run check -- "${where.startsWith('..') ? path : where}"`;
}

function tell(words: string): number {
  console.log(words);
  return 0;
}

function refuse(sentence: string): number {
  console.error(sentence);
  return 1;
}
