import { describe, expect, it } from 'vitest';
import { NO_MEDIA, type MediaState } from '../../../src/outputs/plan/media-state.ts';
import { planPage } from '../../../src/outputs/plan/plan.ts';
import { readLesson } from '../../../src/lesson/read-lesson.ts';
import { suppress } from '../../../src/document/problem-message.ts';
import { firstLesson, shortLesson } from '../handouts/a-lesson.ts';

const manifest = {
  title: 'Speech bubbles',
  rights: 'Ours',
  contentNote: 'Shapes and messages.',
  length: 52,
  stops: { 'it-spreads': 34, 'before-the-ask': 9, 'the-pressure': 18 },
};
const main = (read: Parameters<typeof planPage>[0], film: MediaState['film'] = null) =>
  planPage(read, { ...NO_MEDIA, film })['main'] ?? '';

describe('the lesson’s page', () => {
  it('has one way in, by the presenter, and the way to the paper', () => {
    const links = [...main(firstLesson()).matchAll(/href="([^"]*)"/g)].map(([, href]) => href);
    expect(links).toEqual([
      '../../',
      '../../present/for-the-whole-world-to-see/?preview',
      '../../print/for-the-whole-world-to-see/notes/',
      '../../film/?film=for-the-whole-world-to-see',
      '../../present/for-the-whole-world-to-see/',
      '../../present/for-the-whole-world-to-see/?rehearse',
      '../../present/for-the-whole-world-to-see/?preview',
      '#checks',
      '../../print/for-the-whole-world-to-see/worksheet/',
      '../../print/help-card/#ages-11-18',
      '../../print/for-the-whole-world-to-see/notes/',
      '../../print/?lesson=for-the-whole-world-to-see',
      '../../edit/for-the-whole-world-to-see/?copy',
      '../../print/for-the-whole-world-to-see/slides/',
      './slides.pptx',
      './plan.docx',
      './for-the-whole-world-to-see.md',
      '../../read/for-the-whole-world-to-see/',
    ]);
  });

  it('is called by the calm title that pupils see', () => {
    expect(planPage(firstLesson(), NO_MEDIA)['title']).toBe(
      'Pressure, and who can help · Wholeclass',
    );
    expect(planPage(shortLesson(), NO_MEDIA)['title']).toBe('Who &lt;helps&gt; · Wholeclass');
  });

  it('shows every block in proportion and in a table that says the same', () => {
    const page = main(shortLesson());
    expect(page).toContain('x="33.33%" width="66.67%"');
    expect(page).toMatch(/<th scope="row">More<\/th><td>20<\/td><td>optional<\/td>/);
    expect(page).toContain('10 without the optional parts');
  });

  it('lets every part be hidden for today but the last help slide, and knows which are asked about first', () => {
    const page = main(firstLesson());
    const hiders = [
      ...page.matchAll(/data-hide="(\w+)" data-carries="([\w ]*)" data-title="([^"]*)"/g),
    ].map(([, ...found]) => found);
    expect(hiders).toContainEqual(['block', 'help responsibility', 'What happens if I tell?']);
    expect(hiders).toContainEqual([
      'slide',
      'ending responsibility',
      'A private picture gets round a school. Who is responsible for that?',
    ]);
    expect(hiders).toContainEqual(['block', '', 'A fake goes round']);
    expect(hiders).toContainEqual(['slide', 'help', 'Who can help']);
    expect(hiders).toContainEqual(['slide', '', 'What we agree']);
    expect(hiders.map(([, , title]) => title)).not.toContain('You can always tell someone');
  });

  it('gives the teacher the notes, the right answer and how each question may be answered', () => {
    const page = main(shortLesson());
    expect(page).toContain('Say hello.');
    expect(page).toContain('An adult in school <b>(right answer)</b>');
    expect(page).toContain('tablets or slips of paper, never hands');
  });

  it('lists every version with its parts and its times, by hands and with shared tablets', () => {
    const page = main(firstLesson());
    expect(page).toMatch(
      /Full<\/th><td>10 parts<\/td><td data-label="Minutes">60<\/td><td data-label="With shared tablets">66<\/td>/,
    );
    expect(page).toMatch(
      /Without the optional parts<\/th><td>7 parts<\/td><td data-label="Minutes">40<\/td><td data-label="With shared tablets">46<\/td>/,
    );
    expect(page).toContain(
      '<td>Settle and agree (3) · The film (14) · A calm close (3)</td><td data-label="Minutes">20</td><td data-label="With shared tablets">26: too long</td>',
    );
    expect(page).toMatch(
      /Two sessions: 2<\/th>.*?<td data-label="Minutes">30<\/td><td data-label="With shared tablets">36: too long<[^]*too long, use hands or paper\./,
    );
    expect(main(readLesson('x', '---\ntitle: T\n---\n## One (3 min)\nWords\n'))).not.toContain(
      'Choose a version',
    );
  });

  it('lets a version be chosen beside Teach: the longest that fits a school’s period, and never 60 minutes unasked', () => {
    const page = main(firstLesson());
    const names = [
      ...page.matchAll(
        /<b>([^<]*)<\/b> <span class="versions__line">.*?<span class="versions__all">(.*?)<\/span>/g,
      ),
    ];
    expect(names.map(([, name, words]) => `${name}: ${words}`)).toEqual([
      '60 minutes: Everything',
      '50 minutes: Leaves out “Easy or hard to say no?” and “More replies”',
      '40 minutes: Leaves out “Easy or hard to say no?”, “Nobody asked for it” and “More replies”',
      '20 minutes: “Settle and agree”, “The film” and “A calm close” only',
      'Session 1 of 2: 30 minutes. 5 of 10 parts',
      'Session 2 of 2: 30 minutes. 6 of 10 parts',
    ]);
    expect(page).toMatch(/data-cut="50 minutes" data-session="0" data-usual hidden>/);
    expect(page).toContain('Teach this lesson</span><span data-length>: 50 min</span>');
  });

  it('names its slides without script, and nothing on the strip is the teacher’s', () => {
    const [, strip = ''] =
      /<ol class="strip__names" data-strip>(.*?)<\/ol>/s.exec(main(shortLesson())) ?? [];
    expect(strip).toContain('<li>Welcome</li>');
    expect(strip).not.toContain('Say hello.');
  });

  it('says in one line whether film, captions and handouts are there, or what is missing', () => {
    expect(main({ ...shortLesson(), problems: [] })).toContain(
      'The slides and handouts are ready.',
    );
    expect(main(firstLesson())).toMatch(
      /<b>Film: it cannot play\.<\/b>.*?<a href="#checks">See what to do<\/a>/s,
    );
  });

  it('gives the teacher what the plan keeps from others: hard questions, the other task, adaptations, groups, and how each block ends early', () => {
    const page = main(firstLesson());
    expect(page.match(/<dt>/g)?.length).toBeGreaterThanOrEqual(10);
    expect(page).toMatch(/<h3>The other task<\/h3>.*?Three kind messages/s);
    expect(page).toMatch(/<h3>Adaptations<\/h3>.*?<h3>Mixed or single-sex groups<\/h3>/s);
    expect(page.match(/End calmly, if the bell is near/g)).toHaveLength(9);
    expect(main(shortLesson())).not.toMatch(
      /Hard questions|The other task|Adaptations|Mixed or|Land safely/,
    );
  });

  it('says who reviewed it, or that no one has, and what others are asked to look at', () => {
    expect(main(firstLesson())).toMatch(
      /<h3>Reviewed by<\/h3><p>Nobody yet\.<\/p><div class="plan-apart"><h3>To look at: Safeguarding lead<\/h3>\s*<ul>.*?<h3>To look at: PSHE specialist<\/h3>\s*<ul>.*?<h3>To look at: Young people<\/h3>\s*<ul>/s,
    );
    const page = main(
      readLesson(
        'x',
        '---\ntitle: T\nreviewed by:\n  - young people <12>, 2026-11-24\n---\nWords\n',
      ),
    );
    expect(page).toMatch(
      /<h3>Reviewed by<\/h3><ul><li>young people &lt;12&gt;, 2026-11-24<\/li><\/ul><\/section>/,
    );
    expect(page).not.toContain('Nobody yet');
  });

  it('says that it is not a cover lesson', () => {
    expect(main(firstLesson())).toContain('You may ask not to teach this.');
    const club = main(
      readLesson(
        'club',
        '---\ntitle: T\nsubject: safeguarding\nstage: KS3\nsetting: youth work\n---\nWords\n',
      ),
    );
    expect(club).toContain('You may ask not to lead this.');
    expect(club).not.toContain('cover lesson');
  });

  it('says which film plays, in what order it stops, and what happens without one', () => {
    expect(main(firstLesson(), { slug: 'speech-bubbles', manifest })).toContain(
      '0:52, stops at 0:09, 0:18 and 0:34',
    );
    expect(main(firstLesson(), { slug: 'speech-bubbles', manifest })).toContain(
      'in place of the film the lesson names first',
    );
    expect(main(firstLesson())).toContain('No film is here.');
    expect(main(shortLesson())).not.toContain('The film');
  });

  it('gives the reason of a suppressed finding, apart from the errors', () => {
    const { lesson } = shortLesson();
    const problem = {
      code: 'blaming-wording',
      severity: 'error',
      line: 10,
      column: 1,
      message: 'It blames. Say it otherwise',
    } as const;
    const page = main({ lesson, problems: [suppress(problem, 'quoted below')] });
    expect(page).toMatch(
      /Allowed, with your reason <span[^>]*>1<\/span><\/h4>\s*<div[^>]*><h5>Welcome<\/h5>/,
    );
    expect(page).toContain('<b>The reason given:</b> quoted below.');
    expect(page).not.toContain('Fix before you teach');
  });

  it('reports mistakes slide by slide with what to write instead, and opens all the same', () => {
    const page = main(
      readLesson(
        'broken',
        '---\ntitle: Broken\n---\n# Hello\n\n::: choice one character\nWhich?\n- only\n:::\n',
      ),
    );
    expect(page).toContain('Fix before you teach');
    expect(page).toMatch(
      /<h5>Which\?<\/h5><ol><li><p>Cannot read question “Which\?”: it has 1 option, it needs at least 2\.<\/p>/,
    );
    expect(page).toMatch(/Line 6 <code>one-option<\/code>/);
    expect(page).toContain('Teach this lesson');
    expect(page).not.toContain('button--main');
    // Its errors are open at once, once.
    expect(page.match(/What the check found/g)).toHaveLength(1);
    expect(page).toMatch(/<details class="plan-fold" id="checks" open>/);
  });

  it('keeps a long report short: the first slides are seen, the rest opens', () => {
    const { lesson } = readLesson(
      'long',
      Array.from({ length: 9 }, (_, at) => `### Slide ${at + 1}\n\nWords`).join('\n\n'),
    );
    const problems = lesson.blocks
      .flatMap(({ slides }) => slides)
      .map(
        ({ line }) =>
          ({ code: 'x', severity: 'error', line, column: 1, message: 'Wrong' }) as const,
      );
    const [seen = '', more = ''] = main({ lesson, problems }).split('<summary>and ');
    expect(more).toMatch(/^5 slides more<\/summary>/);
    expect(seen.match(/<h5>/g)).toHaveLength(4);
    expect(more.match(/<h5>/g)).toHaveLength(5);
  });

  it('lists what the lesson’s files need, with what to do for what is missing, and never calls a lesson ready', () => {
    expect(main(firstLesson(), { slug: 'speech-bubbles', manifest })).toContain('Before you teach');
    const calm = main({ ...shortLesson(), problems: [] });
    expect(calm).not.toMatch(/nothing is missing|is ready/i);
    const { lesson } = shortLesson();
    const missing = { path: 'a/b.svg', line: 1, column: 1, file: { kind: 'missing' } } as const;
    const page = planPage({ lesson, problems: [] }, { ...NO_MEDIA, pictures: [missing] })['main'];
    expect(page).toMatch(
      /<b>Pictures<\/b> <span[^>]*>To do<\/span><\/p> <p>1 of 1 is missing\.<\/p><p[^>]*>Put there media\/a\/b\.svg\./s,
    );
  });

  it('says beside Teach who reviewed it, or that no safeguarding lead has, and leaves a place for the approval of the term', () => {
    const page = main(firstLesson());
    expect(page).toMatch(
      /data-teach="[^"]*".*<ul class="plan-before">.*<li data-approval data-lesson="[^"]*">.*Its authors have not had it reviewed by a safeguarding lead yet\..*<\/ul>/s,
    );
    expect(page).not.toMatch(/Ready to teach|>Ready</);
    const by = (one: string) =>
      main(
        readLesson(
          'x',
          `---\ntitle: T\nsubject: safeguarding\nstage: KS3\nreviewed by:\n  - ${one}\n---\nWords\n`,
        ),
      );
    expect(by('safeguarding lead, 2026-11-24')).toContain(
      '<p>Reviewed by the safeguarding lead on 24 November 2026.</p>',
    );
    expect(by('PSHE specialist, 2026-11-24')).toMatch(
      /Reviewed by the PSHE specialist on 24 November 2026\. Its authors have not had it reviewed by a safeguarding lead yet\./,
    );
    // Sessions for adults need no approval.
    expect(
      main(readLesson('x', '---\ntitle: T\nsubject: safeguarding\nstage: adults\n---\nWords\n')),
    ).not.toContain('data-approval');
  });

  it('offers nothing to teach from an empty file', () => {
    const page = main(readLesson('nothing', ''));
    expect(page).toContain('the plan has no slides');
    expect(page).not.toContain('Teach this lesson');
  });

  it('carries no style of its own and no script, and nothing unescaped', () => {
    const page = main(
      readLesson(
        'x',
        '---\ntitle: <script>alert(1)</script>\nobjectives: ["<b onclick=x>"]\n---\n# "><img src=x onerror=y>\n',
      ),
    );
    expect(page).not.toMatch(/\sstyle=|<script|<style|<[^>]*\son\w+=/);
    expect(page).not.toMatch(/>\s*(false|true|null|undefined)\b|\b(false|null|undefined)\s*</);
  });
});
