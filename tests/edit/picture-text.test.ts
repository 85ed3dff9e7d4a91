import { describe, expect, test } from 'vitest';
import { pictureText } from '../../src/edit/picture-text.ts';
import { readLesson } from '../../src/lesson/read-lesson.ts';
import { slidesOf } from '../../src/lesson/lesson.ts';
import { deckOf } from '../../src/outputs/board/make-deck.ts';

const JAR = 'ice/jar.k7x2p9qd.webp';

function slideWith(markup: string) {
  const { lesson, problems } = readLesson(
    'ice',
    `---\ntitle: Ice\nsubject: physics\nstage: KS3\n---\n\n# Ice\n\n### A jar\n\n${markup}`,
  );
  const id = slidesOf(lesson).at(-1)?.id;
  const html = deckOf(lesson, null).slides.find((slide) => slide.id === id)?.html ?? '';
  return { html, problems, paths: lesson.pictures.map(({ path }) => path) };
}

describe('the Markdown of a picture', () => {
  test('says its size, but for the one that it has without', () => {
    expect(pictureText(JAR, { words: 'A jar', size: 'small' })).toBe(`![A jar](${JAR} "small")\n`);
    expect(pictureText(JAR, { words: ' A\njar ', size: 'large' })).toBe(`![A jar](${JAR})\n`);
  });

  test('[L8] says that it only decorates, which nothing asks words for and no screen reader reads', () => {
    const markup = pictureText(JAR, { words: null, size: 'small' });
    expect(markup).toBe(`![](${JAR} "decorative small")\n`);
    for (const written of [markup, pictureText(JAR, { words: null, size: 'large' })]) {
      const { html, problems, paths } = slideWith(written);
      expect([paths, problems]).toEqual([[JAR], []]);
      expect(html).toContain(' alt=""');
    }
    expect(slideWith(`![A jar](${JAR} "decorative")`).html).toContain(' alt="A jar"');
    expect(slideWith(`![](${JAR} "decoration")`).problems.map(({ code }) => code)).toEqual([
      'no-alt-text',
      'picture-size',
    ]);
  });

  test.for([
    'A jar',
    'Ice [in a jar] (cold)',
    'The sum a*b*c, _not_ `a`',
    String.raw`C:\jar`,
    '1 < 2 & 3 > 2',
    '$5 or {name}',
    '“Ice”, "water" and \'steam\'',
    'a ! b',
  ])('shows %j to those who cannot see it, word for word', (words) => {
    for (const size of ['small', 'medium', 'large', 'full'] as const) {
      const { html, problems, paths } = slideWith(pictureText(JAR, { words, size }));
      expect([paths, problems]).toEqual([[JAR], []]);
      const alt = /<img[^>]* alt="([^"]*)"/.exec(html)?.[1] ?? '';
      expect(decode(alt)).toBe(words);
    }
  });
});

function decode(escaped: string): string {
  return escaped
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&');
}
