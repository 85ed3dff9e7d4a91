import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { readManifest } from '../../src/film/manifest.ts';
import { readLesson } from '../../src/lesson/read-lesson.ts';
import { drawnDeck, type FilmSource } from '../../src/outputs/board/film-source.ts';
import { deckOf } from '../../src/outputs/board/make-deck.ts';
import { allSheets } from '../../src/outputs/handouts/sheets.ts';
import { NO_MEDIA } from '../../src/outputs/plan/media-state.ts';
import { powerPointOf } from '../../src/site/office-files.ts';
import { STOP_TALK } from '../../src/slides/stop.ts';

const LONG = 'What could the two who see it say to Sam, and what to Alex, today?';
const TALK = '<div class="slide__foot slide__foot--talk">';

function stop(body: string, heading = 'What does Sam want?'): string {
  const text = `---\ntitle: A\nnames: [Jo, Ash]\n---\n\n### Stop the-ask: ${heading}\n\n${body}\n`;
  const { slides } = deckOf(readLesson('a', text).lesson, null);
  return (slides.at(-1)?.html ?? '').replaceAll(/<svg[^]*?<\/svg>/g, '(icon)').replaceAll('\n', '');
}

describe('The slide at a stop', () => {
  test('has what the class does beside the sign for talking, and nothing above it', () => {
    expect(stop('Talk in threes.\n\nThen write.')).toMatch(
      /<\/h2><div class="slide__foot slide__foot--talk">\(icon\)<div><p>Talk in threes.<\/p><p>Then write.<\/p><\/div><\/div>$/,
    );
    expect(stop('')).toContain(`${TALK}(icon)<div><p>Talk in pairs. You can pass.</p></div></div>`);
  });

  test('has a list above that sign, with the words that lead to it', () => {
    expect(stop('Choose:\n\n- One\n- Two\n\nTalk in pairs.')).toMatch(
      /<\/h2><div class="slide__body"><p>Choose:<\/p><ul><li>One<\/li><li>Two<\/li><\/ul><\/div><div class="slide__foot slide__foot--talk">\(icon\)<div><p>Talk in pairs.<\/p>/,
    );
  });

  test('has a bubble for each voice, below a smaller question where it is long', () => {
    const voices =
      '- Jo: “I said it once, and nobody answered me at all.”\n- Ash: “I wrote nothing.”';
    const head = (heading: string) => / class="(\w*)">/.exec(stop(voices, heading))?.[1];
    expect(stop(voices)).toContain('<ul class="voices voices--by-2">');
    expect(stop(voices, LONG)).toContain('<ul class="voices voices--by-2">');
    expect([head('Which is hardest?'), head(LONG)]).toEqual(['', 'long']);
  });

  test('has a thread beside the question, and what the class does below it', () => {
    const html = stop('::: chat\nAlex: Send me one?\nSam: No.\n:::\n\nTalk in threes.');
    expect(html).toMatch(/<\/h2><ol class="chat chat--beside">/);
    expect(html).toContain('<p>Send me one?</p>');
    expect(html).toContain('<p>Talk in threes.</p>');
    expect(stop('::: chat\nAlex: Send me one?\nSam: No.\n:::')).toContain('You can pass.');
  });

  test('keeps the last nine lines of a long thread, and says where the others are', () => {
    const thread = (count: number) =>
      stop(
        `::: chat\n${Array.from({ length: count }, (_, nth) => `Alex: Line ${nth}.`).join('\n')}\n:::`,
      );
    expect(thread(8)).toContain('<p>Line 0.</p>');
    expect(thread(8)).not.toContain('on your worksheet');
    expect(thread(12)).toContain('Earlier messages are on your worksheet');
    expect(thread(12)).not.toContain('<p>Line 2.</p>');
    expect(thread(12)).toContain('<p>Line 11.</p>');
  });

  test('has a smaller heading, and then less space, the more there is below it', () => {
    const list = (count: number) => Array.from({ length: count }, () => '- One thing').join('\n');
    const looks = Array.from({ length: 9 }, (_, nth) => stop(list(nth + 1), LONG)).map(
      (html) => Number(html.includes('<h2 class="long">')) + Number(html.includes('body--full')),
    );
    expect(looks).toEqual(looks.toSorted((one, other) => one - other));
    expect(new Set(looks)).toEqual(new Set([0, 1, 2]));
  });

  test('counts its steps on from the list to the words', () => {
    const html = stop('::: reveal\n- One\n- Two\n:::\n\nTalk.');
    expect(html).toContain('data-step="2"');
  });
});

describe('Beside the question of a stop', () => {
  const lesson = (head: string, body: string) =>
    readLesson(
      'a',
      `---\ntitle: A\nfilms: [ours]\nnames: [Kim, Lou]\n${head}---\n\n::: film\n### Stop the-ask: What does {Lou} want?\n\n${body}\n:::\n`,
    ).lesson;
  const film = (messages: string) => {
    const yaml = `title: Ours\nfps: 25\nlength: "1:00"\nstops:\n  the-ask: "0:20"\n${messages}`;
    const { manifest, problems } = readManifest(yaml);
    expect(problems).toEqual([]);
    return manifest === null ? null : { slug: 'ours', manifest };
  };
  const MESSAGES =
    'messages:\n  the-ask:\n    - asks: send me one?\n    - is asked: no\n    - The next day\n    - Miss Lee: good morning\n';
  const ROLES = 'roles: {asks: Lou, is asked: Kim}\n';
  const atStop = (deck: ReturnType<typeof deckOf>) => {
    const slide = deck.slides.find(({ kind }) => kind === 'stop');
    if (slide?.kind !== 'stop') throw new Error('There is no stop');
    return slide;
  };

  test('a film’s messages have the names that the lesson gives, and faces by what people do', () => {
    const { html } = atStop(deckOf(lesson(ROLES, ''), film(MESSAGES)));
    expect(html).toMatch(
      /<li class="chat__turn"><b class="chat__who chat__who--face"><svg[^]*?<\/svg><span><span data-character="Lou">Lou<\/span><\/span><\/b><p>send me one\?<\/p><\/li>/,
    );
    expect(html).toMatch(/<li class="chat__turn chat__turn--right">[^]*?>Kim<[^]*?<p>no<\/p>/);
    expect(html).toContain('<li class="chat__between"><p>The next day</p></li>');
    expect(html).toContain('<b class="chat__who"><span>Miss Lee</span></b><p>good morning</p>');
    const both = /<p class="slide__cast"><span><span data-character="Kim">Kim<[^]*Lou</;
    expect(html).toMatch(both);
    expect(atStop(deckOf(lesson(ROLES, 'What would help {Kim}?'), null)).html).toMatch(both);
  });

  test('a lesson that gives no names says what each of them does', () => {
    const { html } = atStop(deckOf(lesson('', ''), film(MESSAGES)));
    expect(html).toContain('<b class="chat__who"><span>The one who asks</span></b>');
    expect(html).not.toContain('slide__cast');
  });

  test('a thread that the lesson has there itself comes before the film’s', () => {
    const own = lesson(ROLES, '::: chat\n{Lou}: please?\n:::');
    const { html, cards } = atStop(deckOf(own, film(MESSAGES)));
    expect(html).toContain('<p>please?</p>');
    expect(html).not.toContain('send me one?');
    expect(cards).toBeUndefined();
  });

  test('no film has the messages of another one', () => {
    const [ours, other] = [film(MESSAGES), film(MESSAGES.replace('send me one?', 'of another'))];
    const deck = deckOf(lesson(ROLES, ''), ours, other);
    const shown = (source: FilmSource, length: number | null = null) =>
      atStop(drawnDeck(deck, source, length)).html;
    expect(shown('media')).toContain('send me one?');
    expect(shown('story')).toContain('send me one?');
    expect(shown('elsewhere')).toContain('of another');
    expect(shown('laptop', 60)).toContain('of another');
    const unknown = shown('laptop', 99);
    expect(unknown).not.toContain('chat');
    expect(unknown).toContain('What does');
    expect(atStop(deckOf(lesson(ROLES, ''), null, other)).html).not.toContain('of another');
  });

  test('they are on the worksheet, beside the lines to write on, and in a presentation', async () => {
    const plan = lesson(ROLES, '');
    const ours = film(MESSAGES);
    const worded = ours && { ...ours, captions: [], descriptions: [] };
    const sheet = allSheets().find(({ id }) => id === 'worksheet');
    if (sheet?.of !== 'lesson') throw new Error('There is no worksheet');
    const page = sheet.make?.({ lesson: plan, film: worded, today: '2026-11-30' });
    expect(page?.['main']).toMatch(
      /Stop 1<[^]*?class="sheet__beside">[^]*?send me one\?[^]*?class="write-frame/,
    );
    const whole = { lesson: plan, media: { ...NO_MEDIA, film: ours, awaited: null } };
    const { bytes } = await powerPointOf(whole, [], { day: null, filmAddress: null });
    const parts = unzipSync(bytes);
    const slides = Object.keys(parts).filter((name) => /^ppt\/slides\/slide\d+\.xml$/.test(name));
    const words = slides.map((name) => strFromU8(parts[name] ?? new Uint8Array())).join('');
    expect(words).toContain('send me one?');
    expect(words).toContain(STOP_TALK);
  });
});
