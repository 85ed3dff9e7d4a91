import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readManifest, type Manifest } from '../../../src/film/manifest.ts';
import { audienceOf, type Lesson } from '../../../src/lesson/lesson.ts';
import { readLesson } from '../../../src/lesson/read-lesson.ts';
import { askAtHome } from '../../../src/outputs/home/ask-at-home.ts';
import {
  lessonAtHomePage,
  PROMISES,
  PROMISES_WITH_ANY_FILM,
} from '../../../src/outputs/home/lesson-at-home.ts';
import { lessonLink } from '../../../src/outputs/home/lesson-link.ts';
import { readingAgeOf } from '../../../src/text/reading-age.ts';
import { asRead } from '../../as-read.ts';

const folder = new URL('../../../lessons/', import.meta.url);
const textOf = (path: string) => readFileSync(new URL(path, folder), 'utf8');
const shipped = readdirSync(folder)
  .filter((name) => name.endsWith('.md') && name !== 'README.md' && name !== 'speech-bubbles.md')
  .map((name) => readLesson(name.slice(0, -'.md'.length), textOf(name)).lesson)
  .filter((lesson) => audienceOf(lesson) === 'pupils');
const { manifest: speechBubbles } = readManifest(textOf('../media/speech-bubbles/film.yaml'));
if (speechBubbles === null) throw new Error('Speech Bubbles has no times');
const manifest: Manifest = speechBubbles;
const on = { today: '2026-12-01', confirmed: {} };

const pageOf = (lesson: Lesson, film: Manifest | null = manifest) =>
  asRead(lessonAtHomePage({ lesson, film, on, onPaper: 'print/x/for-parents/' })['main'] ?? '');
const wordsOf = (page: string) =>
  page
    .replaceAll(/<svg[^]*?<\/svg>/g, '')
    .replaceAll(/<\/(?:p|li|h\d|dt|dd)>/g, '\n')
    .replaceAll(/<[^>]+>/g, ' ')
    .replaceAll('&amp;', '&')
    .replaceAll(/ +/g, ' ');
const named = (slug: string): Lesson => {
  const found = shipped.find((lesson) => lesson.slug === slug);
  if (found === undefined) throw new Error(`no lesson ${slug}`);
  return found;
};

describe('the page of a lesson for parents', () => {
  test('says what the lesson is about, its film, what pupils should be able to say, and who helps', () => {
    const page = pageOf(named('for-the-whole-world-to-see'));
    const words = wordsOf(page);
    for (const part of [
      'What your child saw: Pressure, and who can help',
      'Pressure to send nudes, and passing them on.',
      'Ages 11–14',
      'Nobody is shown nude, or hurting themselves.',
      'It ends with help.',
      '“I can build a reply I’d really send',
      PROMISES,
    ]) {
      expect(words).toContain(part);
    }
    expect(page).toContain('data-home-contacts="parents"');
    // With large letters the first screen holds no more than the title and a number to ring.
    expect(page).toMatch(/<\/h1>\s*<aside class="now"/);
    expect(page).toContain('href="../#if-something-has-happened"');
  });

  test('has a title that no other has, though several lessons have one on the board', () => {
    const titles = shipped.map((lesson) => lessonLink(lesson).title);
    expect(new Set(titles).size).toBe(titles.length);
  });

  test('shows our own film to watch, fetched when it is played, and of any other says who shows it', () => {
    const lesson = named('for-the-whole-world-to-see');
    const film = { folder: 'speech-bubbles', title: 'Speech Bubbles', length: '2:52' };
    const watch = { ...film, contentNote: 'Shapes and messages.' };
    const made = lessonAtHomePage({ lesson, film: manifest, on, onPaper: null, watch })['main'];
    expect(made).toMatch(/<video controls[^>]* preload="none"/);
    expect(made).toContain('src="../../media/speech-bubbles/captions.en.vtt"');
    expect(made).not.toContain('to show it to you');
    expect(pageOf(lesson)).toMatch(/You can ask the school to show it to you/);
    expect(pageOf(lesson)).not.toContain('<video');
  });

  test('promises of a film only what someone has confirmed of it', () => {
    const unseen = { ...manifest, confirmed: {} };
    const words = wordsOf(pageOf(named('for-the-whole-world-to-see'), unseen));
    expect(words).not.toMatch(/Nobody is shown nude|It ends with help|Nobody is frightened/);
    expect(words).toContain(PROMISES_WITH_ANY_FILM);
    const { 'watched to the end': watched } = manifest.confirmed ?? {};
    const half = { ...manifest, confirmed: watched ? { 'watched to the end': watched } : {} };
    const sad = { ...manifest, endsWithHelp: false };
    expect(wordsOf(pageOf(named('for-the-whole-world-to-see'), half))).toContain('ends with help');
    expect(wordsOf(pageOf(named('for-the-whole-world-to-see'), sad))).not.toContain('ends with');
  });

  test('has nothing of a lesson’s notes, its plan for staff or its right answers', () => {
    const { lesson } = readLesson(
      'kites',
      '---\ntitle: Kites\nsubject: safeguarding\nstage: KS3\nminutes: 20\n---\n# Kites\nA story.\n\nNotes:\nheron-lantern\n\n## Talk (10 min)\n\n::: choice law knowledge\nWho can you tell?\n- [ ] Nobody\n- [x] An adult you trust\n\n> quartz-otter\n:::\n\n## Alternative task\nanvil-saffron\n',
    );
    const page = pageOf(lesson, null);
    expect(page).not.toMatch(/heron|quartz|anvil|An adult you trust<|Who can you tell/);
  });

  test('of another subject names no helplines and no safety words, and asks what surprised them', () => {
    for (const slug of ['up-and-back-down', 'which-lands-first', 'did-the-law-change-the-mill']) {
      const page = pageOf(named(slug), null);
      expect(page).toContain('What your child learned');
      expect(page).toContain('What surprised you?');
      expect(page).not.toMatch(/Childline|NSPCC|999|in trouble with me|Nobody is asked/);
    }
  });

  test('of a youth club’s lesson leads to the club', () => {
    expect(wordsOf(pageOf(named('round-the-table'), null))).toContain('Ask the club, or look here');
  });

  test('is said in the words of the page for parents, where both promise something', () => {
    expect(textOf('../handouts/parents.md')).toContain(PROMISES);
  });

  test('reads at eleven or less in its own words, of every lesson that ships (H22)', () => {
    for (const lesson of shipped) {
      const bare = { ...lesson, summary: '', contentNote: '', objectives: [], vocabulary: [] };
      const own = wordsOf(pageOf(bare, null)).split('Who can help you')[0] ?? '';
      const sentences = own.split(/[.?!]\s|\n/).filter((one) => one.trim().split(' ').length > 3);
      expect(readingAgeOf(sentences)).toBeLessThanOrEqual(11);
    }
  });

  test('is short: at most 30,000 characters, of every lesson that ships', () => {
    for (const lesson of shipped) expect(pageOf(lesson).length).toBeLessThan(30_000);
  });
});

describe('three questions to ask at home', () => {
  test('are made of what pupils should be able to say', () => {
    expect(askAtHome(named('which-lands-first'))).toEqual([
      'Can you tell me which of two things lands first, and why?',
      'How would you explain to someone your age what air resistance does to something that falls?',
      'What surprised you?',
    ]);
  });

  test('leave out two things to keep apart, and what goes on with “that”', () => {
    expect(askAtHome(named('left-out-of-the-chat'))[0]).toBe(
      'Can you tell me why leaving someone out is hard to stop, and what would help?',
    );
    expect(askAtHome(named('power-and-putting-it-right-again'))[0]).toBe(
      'Can you tell me what happens when someone tells?',
    );
  });

  test('leave out what pupils do besides, and what is their own', () => {
    const [first] = askAtHome(named('write-the-next-film'));
    expect(first).toBe('Can you tell me what makes it hard to stop something that goes round?');
    expect(askAtHome(named('private-stays-private-again'))[0]).toBe(
      'What did you make of the lesson?',
    );
  });

  test('are three of every lesson that ships, each other than the others, and none about the child', () => {
    for (const lesson of shipped) {
      const asked = askAtHome(lesson);
      expect([lesson.slug, new Set(asked).size]).toEqual([lesson.slug, 3]);
      expect(asked.join(' ')).not.toMatch(
        /happened to you|have you (?:ever )?sent|has anyone asked you/i,
      );
    }
  });
});

test('A link to it has the name of the page, and says what the lesson is about', () => {
  expect(lessonLink(named('which-lands-first'))).toEqual({
    title: 'What your child learned: Which lands first?',
    description: expect.stringMatching(
      /^Falling and air resistance: .* For parents and carers, with/,
    ),
    isQuiet: true,
  });
});
