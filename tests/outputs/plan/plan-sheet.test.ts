import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { planSheetPage } from '../../../src/outputs/plan/plan-sheet.ts';
import { readLesson } from '../../../src/lesson/read-lesson.ts';
import { htmlFindings } from '../../html-findings.ts';

const folder = new URL('../../../lessons/', import.meta.url);
const read = (slug: string) =>
  readLesson(slug, readFileSync(new URL(`${slug}.md`, folder), 'utf8')).lesson;
const sheet = (slug: string, seconds: number | null = null) =>
  planSheetPage(read(slug), seconds === null ? null : { length: seconds })['main'] ?? '';

describe('the plan as a sheet', () => {
  it('has the times by block, so that what is left out today can be left out of it', () => {
    const page = sheet('for-the-whole-world-to-see', 186);
    const blocks = read('for-the-whole-world-to-see').blocks;
    const rows = [...page.matchAll(/<tr data-block="([^"]+)"/g)].map(([, id]) => id);
    expect(rows).toEqual(blocks.map(({ id }) => id));
    expect(page).toContain('film of 3 min');
    expect(page).toContain('In all 60 min, 40 without the optional parts.');
  });

  it('says what to have, what pupils can by the end, every version, and who leads it', () => {
    const page = sheet('for-the-whole-world-to-see');
    for (const title of [
      'What you need',
      'By the end, pupils can',
      'Versions',
      'Not a cover lesson',
      'Adaptations',
    ]) {
      expect(page).toContain(`<h2>${title}</h2>`);
    }
    expect(page).not.toContain('I can ');
  });

  it('says of a session for adults what everyone can by the end, and nothing of pupils', () => {
    for (const slug of ['parents-evening', 'staff-briefing']) {
      expect(sheet(slug)).toContain('<h2>By the end, everyone can</h2>');
      expect(sheet(slug)).not.toContain('pupils can');
    }
  });

  it('has no part that a lesson has nothing for, and none about approval where its subject asks for none', () => {
    const page = sheet('which-lands-first');
    expect(page).not.toContain('Not a cover lesson');
    const empty =
      planSheetPage(readLesson('a', '---\ntitle: A\nsubject: science\n---\n# A\n').lesson, null)[
        'main'
      ] ?? '';
    expect(empty).not.toMatch(/What you need|Versions|Curriculum|Review/);
  });

  const slugs = readdirSync(folder).flatMap((name) => /^(?!README)(.+)\.md$/.exec(name)?.[1] ?? []);
  it.each(slugs)('%s: is valid HTML', async (slug) => {
    const whole = `<!doctype html>\n<html lang="en-GB">\n<head>\n<title>A</title>\n</head>\n<body>\n${sheet(slug)}\n</body>\n</html>\n`;
    expect(await htmlFindings(whole, slug)).toEqual([]);
  });
});
