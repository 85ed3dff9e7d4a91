import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { readLesson } from '../lesson/read-lesson.ts';
import { shootBoard, type Shot } from '../print/board-check.ts';
import type { Browser } from '../print/browser.ts';
import { openPages } from '../site/pages.ts';
import { root } from './root.ts';

/** An example of `lessons/README.md`, and the picture of it that stands before it. */
export type PicturedExample = {
  /** Seen from the README’s folder. */
  readonly picture: string;
  readonly alt: string;
  readonly markdown: string;
};

const HEAD = '---\ntitle: An example\n---\n\n';

/** The examples of a README that have a picture before them, in its order. */
export function picturedExamples(readme: string): readonly PicturedExample[] {
  return [...readme.matchAll(/^!\[([^\]]*)\]\((\S+)\)\n\n```markdown\n(.*?)^```$/gms)].map(
    ([, alt = '', picture = '', markdown = '']) => ({ alt, picture, markdown }),
  );
}

/** The lesson that an example is, with a head where it has none. */
export function exampleLesson({ markdown }: PicturedExample) {
  return readLesson('example', markdown.startsWith('---\ntitle') ? markdown : HEAD + markdown);
}

/** Cards are drawn before their answer, and a film when it has stopped. */
function shotOf(markdown: string): Shot {
  if (/^::: cards/m.test(markdown)) return 'at first';
  return /^### Stop/m.test(markdown) ? 'stop' : 'whole';
}

/** Draws each example of `lessons/README.md` as the board shows it. */
export async function takeFormatPictures(browser: Browser, pages: string): Promise<void> {
  const folder = join(root, 'lessons');
  for (const example of picturedExamples(await readFile(join(folder, 'README.md'), 'utf8'))) {
    const path = join(folder, dirname(example.picture), basename(example.picture));
    await mkdir(dirname(path), { recursive: true });
    const board = { pages: openPages(pages), media: join(root, 'media') };
    const { lesson } = exampleLesson(example);
    const shot = shotOf(example.markdown);
    await writeFile(path, await shootBoard(browser, board, { lesson, shot }));
  }
}
