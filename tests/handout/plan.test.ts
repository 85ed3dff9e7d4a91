import { describe, expect, it } from 'vitest';
import { planPage } from '../../src/handout/plan.ts';
import { readLesson } from '../../src/lesson/read-lesson.ts';
import { firstLesson, shortLesson } from './a-lesson.ts';

const manifest = {
  title: 'Speech bubbles',
  rights: 'Ours',
  contentNote: 'Shapes and messages.',
  length: 52,
  stops: { 'it-spreads': 34, 'the-pressure': 18 },
};
const main = (read: Parameters<typeof planPage>[0], film: Parameters<typeof planPage>[1] = null) => planPage(read, film)['main'] ?? '';

describe('the lesson’s page', () => {
  it('has one way in, by the presenter, and the way to the paper', () => {
    const links = [...main(firstLesson()).matchAll(/href="([^"]*)"/g)].map(([, href]) => href);
    expect(links).toEqual([
      '../../present/for-the-whole-world-to-see/',
      '../../print/for-the-whole-world-to-see/worksheet/',
      '../../print/help-card/#ages-11-18',
    ]);
  });

  it('is called by the calm title that pupils see', () => {
    expect(planPage(firstLesson(), null)['title']).toBe('Pressure, and who can help · Wholeclass');
    expect(planPage(shortLesson(), null)['title']).toBe('Who &lt;helps&gt; · Wholeclass');
  });

  it('shows every block in proportion and in a table that says the same', () => {
    const page = main(shortLesson());
    expect(page).toContain('x="33.33%" width="66.67%"');
    expect(page).toMatch(/<th scope="row">More<\/th><td>20<\/td><td>optional<\/td>/);
    expect(page).toContain('10 without the optional parts');
  });

  it('gives the teacher the notes, the right answer and how each question may be answered', () => {
    const page = main(shortLesson());
    expect(page).toContain('Say hello.');
    expect(page).toContain('An adult in school <b>(right answer)</b>');
    expect(page).toContain('tablets or slips of paper, never hands');
  });

  it('lists every way through it with its parts and its times, by hands and with shared tablets', () => {
    const page = main(firstLesson());
    expect(page).toMatch(/<th scope="row">Full<\/th><td>6 parts<\/td><td>40<\/td><td>46<\/td>/);
    expect(page).toContain('<td>Settle and agree (3) · The film (13) · A calm close (4)</td><td>20</td><td>26, so use hands or paper</td>');
    expect(page).toMatch(/<th scope="row">Two sessions: 2<\/th>.*?<td>26<\/td><td>32, so use hands/);
    expect(main(readLesson('x', '---\ntitle: T\n---\n## One (3 min)\nWords\n'))).not.toContain('Shorter ways');
  });

  it('gives the teacher what the plan says to nobody else: hard questions, the other task, adaptations, groups, and how each block ends early', () => {
    const page = main(firstLesson());
    expect(page.match(/<dt>/g)?.length).toBeGreaterThanOrEqual(10);
    expect(page).toMatch(/<h2>The other task<\/h2>.*?Three kind messages/s);
    expect(page).toMatch(/<h2>Adaptations<\/h2>.*?<h2>Mixed or single-sex groups<\/h2>/s);
    expect(page.match(/Land safely, if the bell is near/g)).toHaveLength(3);
    expect(main(shortLesson())).not.toMatch(/Hard questions|The other task|Adaptations|Mixed or|Land safely/);
  });

  it('says that it is not a cover lesson', () => {
    expect(main(firstLesson())).toContain('You may ask not to teach this.');
  });

  it('says which film plays, in what order it stops, and what happens without one', () => {
    expect(main(firstLesson(), { slug: 'speech-bubbles', manifest })).toContain('0:52, stops at 0:18 and 0:34');
    expect(main(firstLesson(), { slug: 'speech-bubbles', manifest })).toContain('in place of the film the lesson names first');
    expect(main(firstLesson())).toContain('No film is here.');
    const late = { slug: 'speech-bubbles', manifest: { ...manifest, stops: { 'the-pressure': 18 } } };
    expect(main(firstLesson(), late)).toContain('gives no time for “it-spreads”');
    expect(main(shortLesson())).not.toContain('The film');
  });

  it('prints why a finding stands that the lesson overrules', () => {
    const { lesson } = shortLesson();
    const problem = { code: 'blaming-wording', severity: 'info', line: 7, column: 1, message: 'It may stand, says the lesson: a reason' } as const;
    expect(main({ lesson, problems: [problem] })).toMatch(/Stands, for a reason<\/h3><ol><li><b>Line 7<\/b> It may stand, says the lesson: a reason/);
  });

  it('reports mistakes with their lines, and opens all the same', () => {
    const page = main(readLesson('broken', '---\ntitle: Broken\n---\n# Hello\n\n::: choice one character\nWhich?\n- only\n:::\n'));
    expect(page).toContain('To put right before you teach');
    expect(page).toMatch(/<b>Line 6<\/b> Cannot read question “Which\?”/);
    expect(page).toContain('Teach this lesson');
  });

  it('offers nothing to teach from an empty file', () => {
    const page = main(readLesson('nothing', ''));
    expect(page).toContain('the plan has no slides');
    expect(page).not.toContain('Teach this lesson');
  });

  it('carries no style of its own and no script, and nothing unescaped', () => {
    const page = main(readLesson('x', '---\ntitle: <script>alert(1)</script>\nobjectives: ["<b onclick=x>"]\n---\n# "><img src=x onerror=y>\n'));
    expect(page).not.toMatch(/\sstyle=|<script|<style|<[^>]*\son\w+=/);
    expect(page).not.toMatch(/>\s*(false|true|null|undefined)\b|\b(false|null|undefined)\s*</);
  });
});
