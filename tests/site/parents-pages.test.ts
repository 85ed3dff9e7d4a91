import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { root } from '../../src/cli/root.ts';
import { openToEveryone } from '../../src/site/for-everyone.ts';
import { openLessons } from '../../src/site/lessons.ts';
import {
  parentsPagesToFind,
  sameForParents,
  withParentsPage,
} from '../../src/site/parents-pages.ts';

const PLAN = 'for-the-whole-world-to-see';
let home = '';
beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), 'parents-pages-'));
  await mkdir(join(home, 'lessons'));
  for (const slug of [PLAN, 'speech-bubbles', 'starter', 'parents-evening']) {
    await cp(join(root, 'lessons', `${slug}.md`), join(home, 'lessons', `${slug}.md`));
  }
  const film = 'media/speech-bubbles';
  for (const name of ['film.mp4', 'film.yaml']) {
    await cp(join(root, film, name), join(home, film, name));
  }
});
afterAll(() => rm(home, { recursive: true }));

const parts = () => ({
  lessons: openLessons(join(home, 'lessons')),
  media: join(home, 'media'),
});

describe('the pages of lessons for parents', () => {
  test('that say the same, by one plan and one film, are found as one', async () => {
    expect(await parentsPagesToFind(parts())).toEqual([`parents/${PLAN}/index.html`]);
    const [twin, plan] = await Promise.all(
      ['speech-bubbles', PLAN].map((slug) => parts().lessons.one(slug)),
    );
    if (!twin || !plan) throw new Error('no lessons');
    expect(await sameForParents(twin, parts())).toBe(PLAN);
    expect(await sameForParents(plan, parts())).toBeNull();
  });

  test('are found each by itself where their films differ', async () => {
    const film = join(home, 'media', PLAN);
    await cp(join(root, 'media/speech-bubbles/film.mp4'), join(film, 'film.mp4'), {
      recursive: true,
    });
    await cp(join(root, 'media/speech-bubbles/film.yaml'), join(film, 'film.yaml'));
    expect(await parentsPagesToFind(parts())).toHaveLength(2);
    await rm(film, { recursive: true });
  });

  test('are none of a school’s own lesson that its lead has not reviewed, nor of a draft', async () => {
    const own = join(home, 'own/lessons');
    await mkdir(own, { recursive: true });
    const text = (more: string) =>
      `---\ntitle: Ours\nsubject: safeguarding\nstage: KS3\nminutes: 20\n${more}---\n# Ours\nA story.\n`;
    await writeFile(join(own, 'ours.md'), text(''));
    await writeFile(join(own, 'half.md'), text('draft: yes\n').replace('safeguarding', 'science'));
    const files = await openLessons(own).all();
    expect(files).toHaveLength(2);
    expect(await withParentsPage(files, parts())).toEqual([]);
    expect(await openToEveryone(files, parts())).toEqual([]);
    // The same file among the lessons that ship: only the draft stays out.
    const shipped = await withParentsPage(files, { media: join(home, 'own/media') });
    expect(shipped.map(({ slug }) => slug)).toEqual(['ours']);
  });
});
