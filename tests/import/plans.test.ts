import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { allOf } from '../../src/document/visit.ts';
import { toWords } from '../../src/document/to-text.ts';
import { slidesOf, type Lesson } from '../../src/lesson/lesson.ts';
import { readLesson } from '../../src/lesson/read-lesson.ts';

const FOLDER = new URL('plans/', import.meta.url);
const names = readdirSync(FOLDER).filter((name) => name.endsWith('.md'));
const textOf = (name: string) => readFileSync(new URL(name, FOLDER), 'utf8');

// What the class sees: each slide's heading, words and pictures, a line each.
function boardOf(lesson: Lesson): readonly string[] {
  return lesson.blocks.flatMap((block) => [
    ...(block.minutes === null ? [] : [`[${block.minutes} min]`]),
    ...block.slides.flatMap(({ heading, body }) => [
      `# ${heading}`,
      ...[toWords(body)].filter((words) => words !== ''),
      ...allOf(body, 'picture').map(({ path }) => `picture ${path}`),
    ]),
  ]);
}

const plain = (words: string) =>
  words
    .replaceAll(/<!--.*?-->|[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .toLowerCase();

describe('a plan as a teacher has it', () => {
  test.each(names)('%s shows the class what is the class’s, and nothing else', (name) => {
    const wanted = textOf(name.replace('.md', '.board')).trimEnd().split('\n');
    expect(boardOf(readLesson('a-plan', textOf(name)).lesson)).toEqual(wanted);
  });

  test.each(names)('%s loses no sentence', (name) => {
    const { lesson } = readLesson('a-plan', textOf(name));
    const found = plain(
      JSON.stringify([
        slidesOf(lesson).map(({ heading, body, notes }) => [
          heading,
          toWords(body),
          toWords(notes),
          allOf(body, 'picture'),
        ]),
        lesson.blocks.map(({ title, minutes }) => [title, minutes, 'min']),
        [lesson.title, lesson.stage, lesson.minutes, lesson.objectives, lesson.resources],
        lesson.staff,
        [lesson.vocabulary, lesson.references, lesson.sources],
      ]),
    );
    const words = new Set(found.split(' '));
    const lost = textOf(name)
      .split('\n')
      .filter(
        (line) => !/^(?:\s*#|\s*\||---|\w+: )|^[\w ]+:|^\*\*[\w ]+:?\*\*|^\*\*.*mins\)/.test(line),
      )
      .flatMap((line) => line.replace(/^\s*\d+\. /, '').split(/(?<=[.!?]) /))
      .map(plain)
      .filter((one) => one !== '' && one.split(' ').some((word) => !words.has(word)));
    expect(lost).toEqual([]);
  });

  test('each choice can be read back, and turned by a mark in the text', () => {
    const plan = '# Soil\n\n## Starter (5 min)\n\nHand out the jars.\n\nShake a jar.\n';
    const { lesson, problems } = readLesson('a-plan', plan);
    expect(
      toWords(
        slidesOf(lesson).at(-1)?.body ?? { kind: 'document', audience: 'class', children: [] },
      ),
    ).toBe('');
    expect(problems.find(({ code }) => code === 'plan-to-notes')).toMatchObject({ line: 5 });
    expect(problems.map(({ message }) => message).join()).toContain('2 parts to notes: lines 5, 7');
    const turned = plan.replace('Shake', '<!-- for the class -->\nShake');
    expect(boardOf(readLesson('a-plan', turned).lesson)).toContain('Shake a jar.');
  });
});

test.each([
  '| Slide | Ask | Your notes |\n|---|---|---|\n| 1 | Ask: “Who is cold?” | Ask: “Why does Kai float?” |',
  '<table><tr><th>Notes</th><th>Ask</th></tr>\n<tr><td>Ask: “Why does Kai float?”</td><td>Ask: “Who is cold?”</td></tr></table>',
])('a question in a column of the teacher’s notes is the teacher’s: %j', (table) => {
  const plan = `# Ice\n\n## Starter (5 min)\n\nHand out the jars.\n\n${table}\n`;
  expect(boardOf(readLesson('a-plan', plan).lesson)).toEqual([
    '# Ice',
    '[5 min]',
    '# Starter',
    'Who is cold?',
  ]);
});

test('key words are read without a column of the teacher’s notes, and resources with it', () => {
  const plan =
    '# Ice\n\n## Starter (5 min)\n\nHand out the jars.\n\n## Key words\n\n| Word | Meaning | Teacher notes |\n|---|---|---|\n| frost | ice on grass | Kai has seen none |\n\n## Resources\n\n| Item | Notes |\n|---|---|\n| jars | in the tray |\n';
  const { lesson } = readLesson('a-plan', plan);
  expect(boardOf(lesson).join()).not.toContain('Kai');
  expect(lesson.vocabulary).toEqual([{ word: 'frost', meaning: 'ice on grass' }]);
  expect(lesson.resources).toEqual(['jars: in the tray']);
});

test('a table of words and meanings in a plan needs no heading', () => {
  const { vocabulary } = readLesson('a-plan', textOf('vocabulary-table.md')).lesson;
  expect(vocabulary.map(({ word, meaning }) => `${word}: ${meaning}`)).toEqual([
    'loam: a mix of sand and clay',
    'humus: dark stuff of dead plants',
    'silt: very fine sand',
  ]);
});

describe('in a lesson of ours', () => {
  const HEAD = '---\ntitle: Soil\non the board: Soil\n---\n\n';
  const found = (text: string) =>
    readLesson('a', `${HEAD}${text}`).problems.filter(({ code }) => code === 'words-for-teacher');

  test.each([
    'Ask students to name three soils.',
    '- Hand out the jars.',
    'Note to self: ask Danny about his brother.',
    'Divide the class into threes.',
    'Circulate and listen.',
    'Students work in pairs on page 4.',
    'Draw the top of the tree.',
    '- Sketch the next row of the table',
    'Draw the water cycle on the board.',
    'Write up the ideas on the flip chart.',
    'Reveal the answers.',
    'Elicit the past tense.',
    'Differentiate by outcome.',
    'Show the class a leaf.',
    'Give them two minutes.',
    'Model the first one.',
    'Collect in the slips.',
  ])('%s is an error, and nothing moves by itself', (words) => {
    const [problem] = found(`## Dig\n\n${words}\n`);
    expect(problem).toMatchObject({ severity: 'error', line: 8 });
    const text = `${HEAD}## Dig\n\n${words}\n`;
    expect(boardOf(readLesson('a', text).lesson).join(' ')).toContain(words.replace('- ', ''));
    const [note, shown] = (problem?.fixes ?? []).map(
      ({ from, to, insert }) => `${text.slice(0, from)}${insert}${text.slice(to)}`,
    );
    const asNote = readLesson('a', note ?? '');
    expect(asNote.problems.filter(({ code }) => code === 'words-for-teacher')).toEqual([]);
    expect(
      toWords(
        slidesOf(asNote.lesson)[0]?.notes ?? {
          kind: 'document',
          audience: 'teacher',
          children: [],
        },
      ),
    ).toContain(words.replace('- ', ''));
    const asShown = readLesson('a', shown ?? '');
    expect(asShown.problems.filter(({ code }) => code === 'words-for-teacher')).toEqual([]);
    expect(boardOf(asShown.lesson).join(' ')).toContain(words.replace('- ', ''));
  });

  test.each([
    'Draw your map.',
    'Put them in order, from worst to best.',
    'Ask them if they are all right.',
    'Tell the class what you found.',
    'Explain why students marched in 1968.',
    'Distribute 2 over the bracket.',
    'Help your friend to tell someone.',
    'What do pupils in other countries eat?',
    'Draw the graph of y = 2x.',
    'Draw a line under the verb.',
    'Draw the Sun and label it.',
    'Draw the top of your tree.',
    'Draw the bottom of the sea.',
    'Draw the missing half of the butterfly.',
    'Draw the next shape in the pattern.',
    'Draw the beginning, the middle and the end of the story.',
    'Draw the axes.',
    'Write the words on the board in alphabetical order.',
    'Copy the table from the board.',
    'Write one thing on a sticky note and stick it on the board.',
    'Come and write your answer on the board.',
    'Display the score on the screen.',
    'Differentiate and set it equal to zero.',
    'Show the class your leaf.',
    'Read your poem to the class.',
    'Model one of the planets in clay.',
    'Give a talk of two minutes.',
    'Draw a tree.\n\nThen draw the top of the tree.',
    '![A tree in winter](tree.svg)\n\nDraw the top of the tree.',
    '1. Draw an oval.\n2. Draw the top of the head.',
  ])('%s is for the class', (words) => expect(found(`## Dig\n\n${words}\n`)).toEqual([]));

  test.each([
    'Allow 5 minutes for discussion.',
    'TA to sit with Kai.',
    'Target question: Ayesha.',
    'Pair weaker readers with stronger ones.',
    'Check understanding with mini whiteboards.',
    'Prior learning: the Normans.',
    'Stop the class after five minutes.',
    'If time, show the clip again.',
    'Don’t let this run over.',
    'Set homework: page 32.',
    'Get them to swap books.',
    'Pupils may struggle with the word “reform”.',
    'Encourage quieter pupils to speak.',
    'Print 15 copies of the sheet.',
    'Keep Jordan and Callum apart.',
    'Play the clip from 1:20 to 2:40.',
    'Mark together.',
    'Mark together. Collect books for marking.',
    'Show slide 4',
    'Show slide 4 and discuss.',
    'Pause the film and ask what comes next.',
    'Go through the answers together.',
    'Introduce the lesson objectives.',
    'Explain the task.',
    'Live model a paragraph.',
    'Greet pupils at the door.',
    'Take ideas from the class.',
    'Hear from three groups.',
    'Ask a few to share.',
    'Use lolly sticks to choose.',
    'Choose a pupil to read.',
    'Walk around and help.',
    'EAL: pre-teach vocabulary.',
    'Address misconceptions.',
    'Remind everyone about the trip.',
    'Skip if short of time.',
    'Photocopy the sheet before the lesson.',
    'Exit ticket: collect at the door.',
    'Praise good answers.',
    'Award house points.',
    'Number them off 1 to 4.',
    'Read the story to the children.',
    'Do not correct it yet.',
    'Wait for silence.',
    'Prompt with: what if it was longer?',
    'Display the question on the board.',
    'Register, then starter on slide 1.',
    'Dismiss by rows.',
    'Sit Kai at the front.',
    'Pair up the weaker ones.',
    'Link to last week.',
    'Bring back together.',
  ])('%s is asked about: it is seldom for a class', (words) => {
    expect(found(`## Dig\n\n${words}\n`)).toMatchObject([{ severity: 'warning', line: 8 }]);
    expect(boardOf(readLesson('a', `${HEAD}## Dig\n\n${words}\n`).lesson)).toContain(words);
    for (const who of ['teacher', 'class']) {
      expect(found(`## Dig\n\n<!-- for the ${who} -->\n${words}\n`)).toEqual([]);
    }
  });

  test.each([
    'Don’t let fear stop you.',
    'If time stood still, what would you do?',
    'Let them think it over.',
    'Some of the seeds will float.',
    'Set the alarm for six.',
    'Test your understanding.',
    'Keep Macbeth and Banquo in your map of the play.',
    'Stop the clock at ten.',
    'Move around the room and find someone who has a pet.',
    'Look out for the North Star.',
    'Mark the books that you have read.',
    'Be aware of sharp edges.',
    'Explain how Elizabeth used Parliament to help her rule.',
    'Allow ten minutes for the dough to rest.',
    'Explain that ice floats.',
    'Mark it out of ten.',
    'Show slide rule and compass on the desk.',
    'Show the answers to the user.',
    'Pause the game and think.',
    'Go through the gate and turn left.',
    'Introduce the topic, then give two reasons.',
    'Share the biscuits into equal groups.',
    'Explain the activity of the enzyme.',
    'Model the data with a line of best fit.',
    'Meet the pupils of 1905.',
    'Take answers A and B away.',
    'Hear from three witnesses.',
    'Ask some to explain why.',
    'Ask two people to name a colour.',
    'Use lolly sticks to build a bridge.',
    'Choose a pupil from 1905 and write their diary.',
    'Go around the circle.',
    'Sen was a poet: read his lines.',
    'Address the letter to the council.',
    'Remind them that it is not their fault.',
    'Skip to the next verse.',
    'Laminate flooring is made of layers.',
    'Award one point for each rhyme.',
    'Number the paragraphs.',
    'Read the poem to the end.',
    'Do not correct it.',
    'Wait for the timer.',
    'Prompt: a door opens.',
    'Display the score on the board.',
    'Register: formal or informal?',
    'Bring back the king!',
  ])('%s is no word for a teacher', (words) => {
    expect(found(`## Dig\n\n${words}\n`)).toEqual([]);
  });

  test('steps beside one that only a teacher can take are each for the teacher', () => {
    const lines = (words: string) => found(`## Dig\n\n${words}\n`).map(({ line }) => line);
    expect(
      lines('- Draw the axes\n- Ask students what goes on each\n- Plot the first point'),
    ).toEqual([8, 9, 10]);
    expect(lines('Ask students what they see.\n\n- Draw the axes\n- Plot the first point')).toEqual(
      [8],
    );
    expect(lines('- Ask students what they see\n- Draw your axes')).toEqual([8]);
  });

  test('[L6] a comment between two items is about the one below it', () => {
    const { lesson } = readLesson(
      'a',
      `${HEAD}## Dig\n\n- One\n<!-- for the teacher -->\n- Two\n- Three\n`,
    );
    expect(boardOf(lesson)).toEqual(['# Dig', 'One Three']);
  });
});

describe('[L7] a heading that names a section of the plan, and may be a slide', () => {
  const HEAD = '---\ntitle: Deserts\nsubject: science\nstage: KS3\n---\n\n## Camels (5 min)\n\n';
  const asked = (text: string) =>
    readLesson('a', text).problems.filter(({ code }) => code === 'section-or-slide');
  const board = (text: string) => boardOf(readLesson('a', text).lesson).join('\n');

  test.each([
    ['### Adaptations', 'Long lashes'],
    ['### Adaptations of the camel', 'Long lashes'],
    ['### Adaptations', 'In pairs: which of you has long lashes?'],
    ['## Adaptations (10 min)', 'Long lashes'],
    ['## Adaptations', 'Long lashes'],
    ['## Adapting to heat', 'Long lashes'],
    ['### Differentiation', 'The gradient of $x^2$'],
    ['## Differentiation', 'The gradient of $x^2$ for some students'],
    ['## Differentiation from first principles', 'A limit'],
    ['### Tricky questions', 'What is a limit?'],
    ['## Difficult questions (5 min)', 'What is a limit?'],
    ['## Tricky questions', '### One\n\nWhat is a limit?'],
    ['### Sources', 'A letter of 1833'],
    ['### Materials', 'Wool'],
    ['### Resources', 'Coal'],
  ])('%s, %s: off the board until one press says whose it is', (heading, words) => {
    const text = `${HEAD}${heading}\n\n${words}\n\n## Next (5 min)\n\nMore\n`;
    const [problem, ...more] = asked(text);
    expect(more).toEqual([]);
    expect(problem?.line).toBe(9);
    const canary = /\w+/.exec(words.replace(/^### One\s+/, ''))?.[0] ?? '';
    expect(board(text)).not.toContain(canary);
    const [teacher, shown] = (problem?.fixes ?? []).map(
      ({ from, to, insert }) => `${text.slice(0, from)}${insert}${text.slice(to)}`,
    );
    expect(asked(teacher ?? '')).toEqual([]);
    expect(board(teacher ?? '')).not.toContain(canary);
    expect(asked(shown ?? '')).toEqual([]);
    expect(board(shown ?? '')).toContain(canary);
    expect(board(shown ?? '')).toContain('More');
  });

  test.each([
    ['## Adaptations', '- **Fewer words:** the picture alone.'],
    ['### Differentiation', '- Give dyslexic learners the large print.'],
    ['## Differentiation for SEND', 'A seat by the window'],
    ['## Adaptations', 'Some pupils draw it.'],
    ['## Support and challenge', 'A seat by the window'],
    ['## SEND', 'A seat by the window'],
    ['## Alternative task', 'A seat by the window'],
    ['## Hard questions', '### “Do camels spit?”\n\nThey do.'],
    ['## Resources', 'A jar'],
    ['## Alternative task\n\nThree messages.\n\n## Adaptations', 'A seat by the window'],
    ['## Sources (10 min)', 'A letter of 1833'],
  ])('%s, %s: nothing is asked', (heading, words) => {
    expect(asked(`${HEAD}${heading}\n\n${words}\n`)).toEqual([]);
  });

  test('in a plan it is the teacher’s, which can be read back, and turned by a mark in the text', () => {
    const plan =
      '# Deserts\n\n## Starter (5 min)\n\nHand out the jars.\n\n## Adaptations\n\nLong lashes keep out sand.\n\nHand out the maps.\n';
    expect(asked(plan)).toMatchObject([{ severity: 'warning', line: 7 }]);
    expect(board(plan)).not.toContain('lashes');
    const turned = plan.replace('## Adaptations', '<!-- for the class -->\n## Adaptations');
    expect(asked(turned)).toEqual([]);
    expect(board(turned)).toContain('Long lashes');
    expect(board(turned)).not.toContain('maps');
  });

  test('below a section of a plan it shows nothing either, and that is advice', () => {
    const plan =
      '# Deserts\n\n## Starter (5 min)\n\nHand out the jars.\n\n## Assessment\n\nObserve pupils.\n\n<!-- for the class -->\n### Camels\n\nDraw yours.\n';
    const { problems } = readLesson('a', plan);
    expect(problems.filter(({ code }) => code === 'audience-of-slide')).toMatchObject([
      { severity: 'warning', line: 12 },
    ]);
    expect(board(plan)).not.toContain('Draw yours');
  });

  test('a comment above another slide’s heading keeps nothing from the class, and that is an error', () => {
    const { problems } = readLesson('a', `${HEAD}<!-- for the teacher -->\n### Camels\n\nWords\n`);
    expect(problems).toMatchObject([{ code: 'audience-of-slide', severity: 'error', line: 10 }]);
  });
});

test('text right above a rule of dashes can be put right in one press', () => {
  const text = '---\ntitle: Soil\non the board: Soil\n---\n\n## Dig\n\nWords\n---\n\nMore\n';
  const [problem] = readLesson('a', text).problems.filter(({ code }) => code === 'text-above-rule');
  const [fix] = problem?.fixes ?? [];
  const put = `${text.slice(0, fix?.from)}${fix?.insert}${text.slice(fix?.to)}`;
  expect(put).toContain('Words\n\n---\n\nMore');
});

test('words with a colon in the head can be put between quotes in one press', () => {
  const text = '---\ntitle: Feeling strong: a \\ "drama"\nsubject: drama\n---\n\n# One\n';
  const [problem] = readLesson('a', text).problems.filter(({ code }) => code === 'front-matter');
  const [fix] = problem?.fixes ?? [];
  const put = `${text.slice(0, fix?.from)}${fix?.insert}${text.slice(fix?.to)}`;
  const { lesson, problems } = readLesson('a', put);
  expect([lesson.title, lesson.subject.name]).toEqual(['Feeling strong: a \\ "drama"', 'drama']);
  expect(problems.filter(({ code }) => code === 'front-matter')).toEqual([]);
});

test('where a deck’s headings are marked, dashes right below words part its slides', () => {
  const deck =
    '# One\n\nWords\n---\n# Two\n\nWords\n---\n# Three\n\n- Item\n\n---\n\n# Four\n\nWords\n----\n# Five\n';
  expect(slidesOf(readLesson('a', deck).lesson).map(({ heading }) => heading)).toEqual([
    'One',
    'Two',
    'Three',
    'Four',
    'Five',
  ]);
});
