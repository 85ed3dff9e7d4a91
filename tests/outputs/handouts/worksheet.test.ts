import { parseDocument } from '../../../src/document/parse.ts';
import { draw, toHtml } from '../../../src/document/to-html.ts';
import { readLines } from '../../../src/document/lines.ts';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { sentencesToFinish } from '../../../src/outputs/handouts/sentences.ts';
import { worksheetPage } from '../../../src/outputs/handouts/worksheet.ts';
import { writeLines } from '../../../src/outputs/handouts/write-on.ts';
import { slidesOf } from '../../../src/lesson/lesson.ts';
import { readLesson } from '../../../src/lesson/read-lesson.ts';
import { htmlFindings } from '../../html-findings.ts';
import { drawNamed } from '../../../src/lesson/named-html.ts';
import { firstLesson, shortLesson } from './a-lesson.ts';

const sheet = (read: ReturnType<typeof firstLesson>) => worksheetPage(read.lesson)['main'] ?? '';
const ALEX = '<span data-character="Alex">Alex</span>';
const SAM = '<span data-character="Sam">Sam</span>';
const stop = (n: number) => `<b class="sheet__stop">Stop ${n}</b>`;
const headings = (page: string) =>
  [...page.matchAll(/<h[12][^>]*>(.*?)<\/h[12]>/g)].map(([, words]) => words);

describe('the worksheet', () => {
  it('is made of the lesson’s own stops, questions and sentences, in its order, and ends on help', () => {
    expect(headings(sheet(firstLesson()))).toEqual([
      'Pressure, and who can help',
      `${stop(1)} ${ALEX} wants to ask something. What makes it easy to say no?`,
      `${stop(2)} What is ${ALEX} doing to put pressure on ${SAM}?`,
      `What puts the most pressure on ${SAM}?`,
      `${stop(3)} What can the people who see it do now?`,
      'A private picture gets round a school. Who is responsible for that?',
      'Build a reply together',
      'One sentence to keep',
      'Three kind messages to a friend under pressure',
      'You can tell someone',
    ]);
  });

  it('leaves out views and confidence, which are never answered on the desk (M7a)', () => {
    expect(sheet(shortLesson())).toContain('Who can you tell?');
    expect(sheet(shortLesson())).not.toContain('How sure are you?');
  });

  it('leaves the messages and cards of an optional part to the board, and keeps its lines to write on', () => {
    const chat =
      '::: chat\nKim: Seen this?\nLou: It isn’t ours\n:::\n\n- I could write …\n\n### Sort\n\n::: cards\n#### Easy\n- Once\n\n#### Hard\n- Sulking\n:::\n';
    const of = (optional: string) =>
      sheet(
        readLesson('x', `---\ntitle: T\n---\n## A (5 min${optional})\n### In the group\n\n${chat}`),
      );
    expect(of('')).toMatch(/Seen this\?.*Sulking/s);
    expect(of(', optional')).not.toMatch(/Seen this|Sulking/);
    expect(of(', optional')).toContain('I could write …');
  });

  it('tells neither the right answer nor the teacher’s notes, and asks for no name', () => {
    const page = sheet(shortLesson());
    expect(page).not.toMatch(/right answer|Say hello|Name:/);
    expect(sheet(firstLesson())).not.toMatch(/Listen for|Leave out/);
  });

  it('says nothing about pictures of its own to younger pupils', () => {
    expect(sheet(shortLesson('KS2'))).not.toMatch(/picture|photo|nude|Passed something on/i);
  });

  it('gives adults their own help, and no task about friends', () => {
    const page = sheet(shortLesson('adults'));
    expect(headings(page)).toEqual([
      'Who &lt;helps&gt;',
      'Who can you tell?',
      'To finish',
      'Who can help',
    ]);
    expect(page).toContain('<b>NSPCC helpline</b> 0808 800 5000');
    expect(page).not.toMatch(/nude of you|Report Remove/);
  });

  it('asks in youth work for an adult anywhere, and not in school', () => {
    const text =
      '---\ntitle: A\nsubject: safeguarding\nstage: KS3\nsetting: youth work\n---\n### One\nWords\n';
    expect(sheet(readLesson('club', text))).toMatch(/<b>An adult I trust<\/b>/);
    expect(sheet(readLesson('class', text.replace('setting: youth work\n', '')))).toMatch(
      /<b>In school<\/b>/,
    );
  });

  it('has lines to write on where a lesson has nothing to ask', () => {
    expect(headings(sheet(readLesson('nothing', '')))).toContain('What I want to remember');
  });

  it('prints a thread of messages, to be read aloud and written on', () => {
    const page = sheet(
      readLesson(
        'thread',
        '---\ntitle: A\n---\n### What now?\n::: chat\nAlex: Hello?\nSam: Hi.\n:::\n',
      ),
    );
    expect(page).toMatch(
      /<h2>What now\?<\/h2><ol class="chat">.*Hello\?.*Hi\..*<\/ol><div class="write-lines">/s,
    );
  });

  it('leaves the writing to the stops where a story comes in threads, without a film', () => {
    const story =
      '### It begins\n::: chat\nAlex: Hello?\n:::\n### Stop the-ask: What now?\nTalk.\n';
    const markup = sheet(readLesson('told', `---\ntitle: A\n---\n${story}`));
    expect(markup).toMatch(
      /<h2>It begins<\/h2><ol class="chat">.*Hello\?.*<\/ol><\/section>.*<h2><b[^>]*>Stop 1<\/b> What now\?<\/h2><div class="write-lines">/s,
    );
    const filmed = sheet(
      readLesson('filmed', `---\ntitle: A\nfilm: a\n---\n::: film\n${story}:::\n`),
    );
    expect(filmed).toMatch(
      /<h2>It begins<\/h2><ol class="chat">.*Hello\?.*<\/ol><div class="write-lines">/s,
    );
  });

  const inMessages = `---\ntitle: A\nsubject: safeguarding\n---
## The story (9 min)
### It begins\n::: chat\nAlex: Hello?\n:::
### That evening\n![A screen](pictures/message.svg)\n
### It goes on\n::: chat\nAlex: Well?\n:::
### Stop the-ask: What now?\n::: chat\nAlex: Hello?\nAlex: Well?\n:::\nTalk.
### Help\n::: chat\nSam: I told someone.\n:::
### Later\n![An adult](pictures/telling.svg)\n
## A promise (3 min)
### It was promised\n::: chat\nKim: Promise?\nLou: I can’t.\n:::
### It is hard\n- {Lou} writes: “…”
`;

  it('has the messages of a story at the stops that are about them, once and beside what is written, with some pictures in it too; and nothing of how it ends', () => {
    const markup = sheet(readLesson('told-in-messages', inMessages));
    expect(markup).toMatch(
      /Stop 1<\/b> What now\?<\/h2><div class="sheet__beside">.*Hello\?.*Well\?/s,
    );
    expect(markup.match(/Hello\?/g)).toHaveLength(1);
    expect(markup).not.toMatch(/I told someone|pictures\/|It begins/);
  });

  it('has the answer to a thread of its own part beside it', () => {
    const markup = sheet(readLesson('told-in-messages', inMessages));
    expect(markup).toMatch(
      /<h2>It was promised<\/h2><div class="sheet__beside"><div><ol class="chat">.*Promise\?.*writes: “…”/s,
    );
    expect(markup).not.toContain('<h2>It is hard</h2>');
  });

  it('has stops in columns where a story in messages has more than three', () => {
    const stop = (n: number) => `### Stop s${n}: Which?\n::: chat\nAlex: Hm\n:::\nTalk.\n`;
    const story = (stops: number) =>
      sheet(
        readLesson(
          'stops',
          `---\ntitle: A\n---\n## Story\n${Array.from({ length: stops }, (_, at) => stop(at)).join('')}`,
        ),
      );
    expect(story(3)).not.toContain('sheet__stops');
    expect(story(4)).toContain('<div class="sheet__stops">');
  });

  it('has lines below the threads that are finished alone, where there are such', () => {
    const story =
      '### It begins\n::: chat\nAlex: Hello?\n:::\n### Your turn\n::: chat\nAlex: Well?\nSam: Hm\nSam: …\n:::\n';
    const markup = sheet(readLesson('finished', `---\ntitle: A\n---\n${story}`));
    expect(markup).toMatch(/Hello\?.*<\/ol><\/section>.*Well\?.*<\/ol><div class="write-lines">/s);
  });

  it('has two lines below each of three threads, and one below each of four', () => {
    const threads = (count: number) =>
      Array.from(
        { length: count },
        (_, at) => `### Thread ${at + 1}\n::: chat\nAlex: Hello?\n:::\n`,
      ).join('');
    const lines = (count: number) =>
      sheet(readLesson('threads', `---\ntitle: A\n---\n${threads(count)}`)).matchAll(
        /<\/ol>(<div class="write-lines">(?:<div>(?:<p[^<]*<\/p>)?<\/div>)*<\/div>)/g,
      );
    const each = (count: number) => [...lines(count)].map(([, written = '']) => written);
    expect(each(3)).toEqual(Array.from({ length: 3 }, () => `${writeLines(2)}`));
    expect(each(4)).toEqual(Array.from({ length: 4 }, () => `${writeLines(1)}`));
  });

  const picture = (name: string) => `![The words for ${name}](pictures/${name}.svg)\n`;
  const inPictures = `---\ntitle: A\nstage: KS2\n---
## Sort (4 min)
### Which?
::: cards
### Yes
- Asking
### No
- Pushing
:::
## The story (9 min)
### One\n${picture('one')}\nThey met.
### Two
::: columns\n${picture('two')}\n+++\n::: chat\nKit: Please?\nPip: No.\n:::\n:::
### Three\n${picture('three')}\nPip looks.
### Stop the-feeling: What is it?
::: choice which knowledge
Is it asking?
- [x] No
- [ ] Yes
:::
### Four\n${picture('four')}\nHelp came.
## Say it (3 min)
### Change a line
::: chat\nKit: Please?\n:::
`;

  it('has a story’s pictures with their words, two in a row, up to its last stop, since its answer comes after', () => {
    const page = sheet(readLesson('pictures', inPictures));
    const rows = page.split('class="panels__row"').slice(1);
    expect(
      rows.map((row) =>
        [...row.matchAll(/pictures\/(\w+)\.svg|Stop 1<\/b> (What is it\?)/g)].map(
          ([, name, stop]) => name ?? stop,
        ),
      ),
    ).toEqual([
      ['one', 'two'],
      ['three', 'What is it?'],
    ]);
    expect(page).toContain('src="../../media/pictures/two.svg" alt="The words for two"');
    expect(rows[0]).toMatch(/<ol class="chat">.*Please\?.*No\..*<\/ol>/s);
    expect(page).not.toContain('class="column');
  });

  it('has no panel of what tells none of the story, such as steps to remember with their picture', () => {
    const steps = `### The plan\n1. Stop.\n2. Tell.\n\n${picture('plan')}\n### Three`;
    const page = sheet(readLesson('steps', inPictures.replace('### Three', steps)));
    expect(page).not.toContain('pictures/plan.svg');
    expect(page.split('class="panels__row"')).toHaveLength(3);
  });

  it('has a picture once, at any place among its words', () => {
    const page = sheet(
      readLesson(
        'among',
        inPictures.replace(`${picture('one')}\nThey met.`, `They ${picture('one').trim()} met.`),
      ),
    );
    expect(page.match(/pictures\/one\.svg/g)).toHaveLength(1);
    expect(page).toMatch(/panel__words"><p>They\s+met\.<\/p>/);
  });

  it('stays one sheet with them: nothing to cut out, and no questions or messages beside', () => {
    const page = sheet(readLesson('pictures', inPictures));
    expect(page).toContain('Write each number into its box.');
    expect(page).not.toMatch(/Cut out|Is it asking|Change a line/);
    const markup = sheet(readLesson('told', inPictures.replaceAll(/!\[.*\n/g, 'Words\n')));
    expect(markup).toMatch(/Write each number.*Is it asking.*Change a line/s);
    expect(markup).not.toContain('Cut out');
    expect(markup).not.toContain('panels');
  });

  it('has the stops and questions of a film’s block, and not panels, with pictures beside the film', () => {
    const page = sheet(
      readLesson(
        'beside-a-film',
        `---\ntitle: A\nsubject: safeguarding\nfilm: a-film\n---\n## The film (9 min)\n### Before we watch\n${picture('one')}\n::: film\n### Stop the-feeling: What is it?\nTalk in pairs.\n::: choice which knowledge\nIs it asking?\n- [x] No\n- [ ] Yes\n:::\n:::\n### What helped?\n${picture('two')}\nA friend did.\n`,
      ),
    );
    expect(page).toMatch(/Stop 1<\/b> What is it\?.*Is it asking\?/s);
    expect(page).not.toMatch(/panel|pictures\//);
  });

  it('prints cards to sort, mixed and without their answer', () => {
    const text =
      '---\ntitle: A\n---\n### Which?\n::: cards\n### Pressure\n- Asking again\n- Hurrying\n### Not\n- Asking once\n:::\n';
    const page = sheet(readLesson('cards', text));
    expect(page).toMatch(
      /<div class="sheet__sort sheet__sort--brief">\s*<ul class="cards__names">/,
    );
    const long = text.replace('Hurrying', 'Hurrying them along');
    expect(sheet(readLesson('cards', long))).toMatch(/<div class="sheet__sort">\s*<ul/);
    expect(page.match(/Asking again/g)).toHaveLength(1);
    expect(page).not.toContain('cards__group');
  });

  it('gives the sheet’s name to the foot, escaped, and says where it is short enough for one line', () => {
    expect(sheet(shortLesson())).toContain('data-foot="Worksheet: Who &lt;helps&gt;"');
    const named = (title: string) =>
      sheet(readLesson('a', `---\ntitle: ${title}\n---\n### A\nB\n`));
    expect(named('Pressure, and who can help')).toContain('sheet--brief');
    expect(named('Power, and putting it right: once more')).not.toContain('sheet--brief');
  });

  it('has answers of a word or two beside each other in large print, and a frame to keep that goes with its slide', () => {
    const text = (last: string) =>
      `---\ntitle: A\n---\n### One\n::: choice which knowledge\nHow much?\n- [x] £75\n- [ ] ${last}\n:::\n### Keep this\n- I could …\n`;
    expect(sheet(readLesson('a', text('£80')))).toContain('sheet__options--brief');
    expect(sheet(readLesson('a', text('Eighty pounds')))).toContain('sheet__options--brief');
    expect(sheet(readLesson('a', text('Eighty pounds 5')))).not.toContain('sheet__options--brief');
    expect(sheet(readLesson('a', text('£80')))).toMatch(
      /<div class="sheet__keep" data-slide="keep-this"><section class="sheet__part"><h2>Keep this/,
    );
  });
});

describe('the worksheet of each lesson', () => {
  const folder = new URL('../../../lessons/', import.meta.url);
  const slugs = readdirSync(folder).flatMap((name) => /^(?!README)(.+)\.md$/.exec(name)?.[1] ?? []);
  const read = (slug: string) =>
    readLesson(slug, readFileSync(new URL(`${slug}.md`, folder), 'utf8'));

  it.each(slugs)('%s: has every task that the board says is on it', (slug) => {
    const { lesson, ...rest } = read(slug);
    const page = sheet({ lesson, ...rest });
    const promised = slidesOf(lesson).filter(({ body }) => /your worksheet/i.test(toHtml(body)));
    for (const { id, heading } of promised) {
      expect(page, heading).toMatch(
        new RegExp(`data-slide="${id}"|<h2>[^<]*</h2>.*data-slide="${id}"`, 's'),
      );
    }
    const words = page.replaceAll(/<[^>]*>/g, '');
    for (const { body } of promised) {
      const drawn = drawNamed(draw(body), lesson.names);
      for (const item of drawn.match(/<li>.*?[?…].*?<\/li>/g) ?? []) {
        expect(words).toContain(item.replaceAll(/<[^>]*>/g, ''));
      }
    }
  });

  it.each(slugs)('%s: is valid HTML, and has nothing to cut out', async (slug) => {
    const page = sheet(read(slug));
    const whole = `<!doctype html>\n<html lang="en-GB">\n<head>\n<title>A</title>\n</head>\n<body>\n${page}\n</body>\n</html>\n`;
    expect(await htmlFindings(whole, slug)).toEqual([]);
    expect(page).not.toMatch(/[Cc]ut out/);
  });

  it('asks its three questions about the two hard choices of ages 14 to 16', () => {
    const page = sheet(read('power-and-putting-it-right'));
    const asked = [
      ...page.matchAll(/<tr><th scope="row">(.*?)<\/th><td><\/td><td><\/td><\/tr>/g),
    ].map(([, words]) => words);
    expect(asked).toEqual([
      'What could they write next?',
      'Who could they tell, and what first?',
      'What would make it cost less?',
    ]);
    expect(
      page.match(/class="sheet__stories".*?<\/div>/s)?.[0].match(/<ol class="chat">/g),
    ).toHaveLength(2);
  });
});

describe('a slide’s tasks', () => {
  const body = (markdown: string) => readLesson('a', `---\ntitle: A\n---\n### Now\n${markdown}\n`);
  const starters = (markdown: string) =>
    [...sheet(body(markdown)).matchAll(/<p class="sheet__starter">(.*?)<\/p>/g)].map(
      ([, words]) => words,
    );

  it('are the same for a list, one with space between, a list within a list, steps and bold', () => {
    const both = ['I could say …', 'I could ask …'];
    expect(starters('- I could say …\n- I could ask …')).toEqual(both);
    expect(starters('- I could say …\n\n- I could ask …')).toEqual(both);
    expect(starters('- Finish:\n  - I could say …\n  - I could ask …')).toEqual(both);
    expect(starters('- Finish:\n  1. I could say …\n- I could ask …')).toEqual(both);
    expect(starters('::: reveal\n- I could say …\n- I could ask …\n:::')).toEqual(both);
    expect(starters('- **I could say …**\n- I could *ask* …')).toEqual([
      '<strong>I could say …</strong>',
      'I could <em>ask</em> …',
    ]);
    expect(starters('::: columns\n- I could say …\n+++\n- I could ask …\n:::')).toEqual(both);
  });

  it('are no messages and no cards, which may end in three dots as well', () => {
    expect(starters('::: chat\nAlex: Well …\n:::')).toEqual([]);
    expect(starters('::: cards\n### Yes\n- Well …\n### No\n- Oh …\n:::')).toEqual([]);
  });

  it('are valid HTML whatever is nested in what', async () => {
    const nested =
      '- **Finish:**\n  - I could *say* …\n    1. I could …\n\n       Two …\n- <b>raw …</b>\n\n> - quoted …\n';
    const whole = `<!doctype html>\n<html lang="en-GB">\n<head>\n<title>A</title>\n</head>\n<body>\n${sheet(body(nested))}\n</body>\n</html>\n`;
    expect(await htmlFindings(whole, 'nested')).toEqual([]);
    expect(starters(nested)).toHaveLength(4);
  });

  it('are its questions too where the board says that they are on the worksheet', () => {
    expect(starters('- Who has power?\n- Who could help?\n\nThey are on your worksheet.')).toEqual([
      'Who has power?',
      'Who could help?',
    ]);
    expect(starters('- Who has power?\n- Who could help?')).toEqual([]);
  });
});

describe('tables and pictures of a lesson of another subject', () => {
  const slides = (words: string) =>
    readLesson(
      'rivers',
      `---\ntitle: Rivers\nsubject: geography\n---\n\n### The map\n\n![A river and its valley](pictures/map.svg)\n\n${words}\n\n### The levels\n\n| Month | Level |\n|---|---|\n| May | 2 m |\n`,
    );

  it('are on the worksheet, all of them', () => {
    const page = sheet(slides('Look at the bend.'));
    expect(page).toContain('pictures/map.svg');
    expect(page).toContain('2 m');
  });

  it('are beside each other where two pictures follow each other, and a table has the width', () => {
    const two =
      '![The bend from above](pictures/bend.svg)\n\n| Bank | Speed |\n|---|---|\n| Outer | 3 |\n';
    const page = sheet(slides(two));
    expect(
      page.match(/<div class="sheet__pictures">.*?<\/div><\/div>/s)?.[0].match(/<img/g),
    ).toHaveLength(2);
    expect(page).toMatch(/<\/div><\/div><div class="sheet__shown"><table/);
    expect(sheet(slides('Look.'))).not.toContain('sheet__pictures');
  });

  it('are those of the slides that say “on your worksheet” alone, once one says so', () => {
    const page = sheet(slides('Label the bend on your worksheet.'));
    expect(page).toContain('pictures/map.svg');
    expect(page).not.toContain('2 m');
  });
});

describe('sentences to finish', () => {
  it('are list items that end in three dots, quoted or not', () => {
    const begun = (text: string) => {
      const { document } = parseDocument(readLines(text), { audience: 'class' });
      return sentencesToFinish(document).map((sentence) => toHtml(sentence));
    };
    expect(begun('- As <cite>Power</cite> says, I could …')).toEqual([
      'As <cite>Power</cite> says, I could …',
    ]);
    expect(
      begun('- “If a friend is under pressure, I could say …”\n- Whole.\n- I could...'),
    ).toEqual(['“If a friend is under pressure, I could say …”', 'I could...']);
  });
});
