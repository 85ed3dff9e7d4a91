import { describe, expect, test } from 'vitest';
import { readLesson } from '../../../src/lesson/read-lesson.ts';
import { templatePath, templates } from '../../../src/lesson/templates.ts';
import { lessonCard } from '../../../src/outputs/library/lesson-card.ts';
import { lessonLinks, ownLesson } from '../../../src/outputs/library/library-page.ts';
import { NO_MEDIA } from '../../../src/outputs/plan/media-state.ts';

const card = (slug: string, head: string) =>
  lessonCard(readLesson(slug, `---\ntitle: "${slug} <b>"\n${head}\n---\n\n# T\n`), NO_MEDIA);

describe('the library without scripts', () => {
  test('has the lessons by subject as links, with their ages and lengths', () => {
    const page = String(
      lessonLinks([
        card('coast', 'subject: geography\nstage: KS3\nminutes: 50'),
        card('x', 'a: b'),
      ]),
    );
    expect(page).toContain('<h2>Geography</h2>');
    expect(page).toContain('<a href="lesson/coast/">coast &lt;b&gt;</a> (Ages 11–14; 50 min)');
    expect(page).toContain('<h2>Any subject</h2>');
    expect(page).toContain('<a href="lesson/x/">x &lt;b&gt;</a></li>');
  });

  test('links no lesson whose file cannot be an address, and says nothing without lessons', () => {
    expect(String(lessonLinks([card('My Lesson', 'stage: KS3')]))).not.toContain('href');
    expect(String(lessonLinks([]))).toBe('');
  });
});

const offered = templates.map((one) => ({ ...one, href: `./${templatePath(one)}` }));

describe('what a lesson of one’s own begins from', () => {
  test('is each template that is there, to be saved under its name', () => {
    const page = String(ownLesson(offered, undefined, 'edit/'));
    const links = [...page.matchAll(/href="([^"]+)" download="([^"]+)"/g)].map(([, ...one]) => one);
    expect(links).toEqual([
      ['./templates/blank.md', 'blank.md'],
      ['./templates/starter-to-exit-ticket.md', 'starter-to-exit-ticket.md'],
      ['./templates/story-in-messages.md', 'story-in-messages.md'],
      ['./templates/film-with-stops.md', 'film-with-stops.md'],
      ['./templates/assembly.md', 'assembly.md'],
    ]);
    expect(page).toContain('<a href="edit/">Write it in your browser</a>');
    expect(page).not.toContain('starter plan');
    expect(String(ownLesson([], undefined, 'edit/'))).toBe('');
  });

  test('is the starter plan too, where it is among the lessons', () => {
    const starter = card('starter', 'stage: KS3');
    const page = String(ownLesson(offered, starter, 'edit/'));
    expect(page).toContain('href="lesson/starter/"');
    // A copy of it that is about safeguarding needs the lead.
    expect(page).toContain('“Edit a copy” asks what yours is about');
  });
});
