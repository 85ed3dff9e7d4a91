import fc from 'fast-check';
import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { CONFIRMATIONS, unconfirmed } from '../../src/film/confirmations.ts';
import { readManifest } from '../../src/film/manifest.ts';
import { writeProblem } from '../../src/document/problem.ts';
import { runs } from '../thorough.ts';

const SOUND =
  'title: Speech Bubbles\nrights: Free\ncontent note: Shapes\nfps: 25\nlength: "1:00.0"\nstops:\n  the-pressure: "0:22.0"\n  it-spreads: 36\n';

test('a film with its length and stops can be played', () => {
  const { manifest, title, problems } = readManifest(SOUND);
  expect(problems).toEqual([]);
  expect(title).toBe('Speech Bubbles');
  expect(manifest).toMatchObject({
    title: 'Speech Bubbles',
    rights: 'Free',
    contentNote: 'Shapes',
    fps: 25,
    length: 60,
  });
  expect({ ...manifest?.stops }).toEqual({ 'the-pressure': 22, 'it-spreads': 36 });
});

test('a film without length or stops counts as absent, without a problem, and keeps its title', () => {
  expect(readManifest('title: A film')).toEqual({ manifest: null, title: 'A film', problems: [] });
  const timed = 'title: A film\nfps: 25\nlength: "1:00"';
  expect(readManifest(timed)).toEqual({ manifest: null, title: 'A film', problems: [] });
  expect(readManifest(timed, { isTimed: true }).manifest).toMatchObject({ length: 60, stops: {} });
});

test.each([
  [
    '',
    '1:1 error no-fields: Cannot read this film: its film.yaml needs lines such as “title: Speech Bubbles”',
  ],
  [
    SOUND.replace('fps: 25\n', ''),
    '4:9 error film-fps: Cannot stop this film exactly: it needs its frames a second, a line such as “fps: 25”',
  ],
  [
    SOUND.replace('25', 'many'),
    '4:6 error film-fps: Cannot stop this film exactly: it needs its frames a second, a line such as “fps: 25”',
  ],
  [
    SOUND.replace('"1:00.0"', 'short'),
    '5:9 error film-length: Cannot read the film’s length: it needs minutes and seconds in quotes, “8:30”',
  ],
  [
    SOUND.replace('36', 'later'),
    '8:3 error film-stops: Cannot read the time of the stop “it-spreads”: it needs minutes and seconds in quotes, “2:14.0”',
  ],
  [
    SOUND.replace('36', '61'),
    '8:3 error film-stops: Cannot stop the film at “it-spreads”: its time needs to lie between the film’s start and its end',
  ],
  [
    SOUND.replace('it-spreads', 'It spreads'),
    '8:3 error film-stops: Cannot read the stop “It spreads”: its name needs to be lower-case words joined by hyphens',
  ],
  [
    SOUND.replace('it-spreads', 'the-pressure'),
    '8:3 error film-stops: Cannot time the stop “the-pressure” twice: each stop needs one time',
  ],
  [
    SOUND.replace('title: Speech Bubbles\n', ''),
    '1:1 error no-title: Cannot use this film: it has no title, it needs a line “title: …”',
  ],
  [
    SOUND.replace('rights: Free', 'rights: Free: all'),
    '2:9 error front-matter: Cannot read this line: words that hold “: ” need quotes round them',
  ],
  [
    `${SOUND}messages: hurry up\n`,
    '9:11 error film-messages: Cannot read the film’s messages: they need the name of a stop, such as “the-pressure:”, and a list below it',
  ],
  [
    `${SOUND}messages:\n  the-pressure: hurry up\n`,
    '10:3 error film-messages: Cannot read the film’s messages: those of “the-pressure” need a list, each line starting with “- ”',
  ],
  [
    `${SOUND}messages:\n  the-pressure:\n    - asks:\n`,
    '11:7 error film-messages: Cannot read the film’s messages: a line needs who says it and the words, “- asks: send me a pic?”; who is asks, is asked, passes it on, helps, or any other name',
  ],
  [
    `${SOUND}messages:\n  the-pressure:\n    - asks: ${'a'.repeat(201)}\n`,
    `11:7 error film-messages: Cannot read the film’s messages: “${'a'.repeat(40)}…” has 201 letters, it needs at most 200`,
  ],
  [
    `${SOUND}messages:\n  the-pressure:\n${'    - asks: again\n'.repeat(21)}`,
    '10:3 error film-messages: Cannot read the film’s messages: “the-pressure” has 21, it needs at most 20, the last ones before the stop',
  ],
  [
    `${SOUND}questions: What helps?\n`,
    '9:12 error film-questions: Cannot read the film’s questions: they need the name of a stop each, “the-pressure: "What makes it hard to say no?"”',
  ],
  [
    `${SOUND}questions:\n  the-pressure:\n`,
    '10:3 error film-questions: Cannot ask the film’s question at “the-pressure”: it needs words on one line',
  ],
  [
    `${SOUND}questions:\n  the-pressure: ${'a'.repeat(151)}\n`,
    '10:3 error film-questions: Cannot ask the film’s question at “the-pressure”: it has 151 letters, it needs at most 150',
  ],
  [
    `${SOUND}people: Jo\n`,
    '9:9 error film-people: Cannot read the film’s people: they need a line each, such as “asks: Jo”',
  ],
  [
    `${SOUND}people:\n  runs away: Jo\n`,
    '10:3 error film-people: Cannot say who “runs away” is in the film: it needs to be asks, is asked, passes it on, helps',
  ],
  [
    `${SOUND}people:\n  asks: "Jo <b>"\n`,
    '10:3 error film-people: Cannot call the one who asks “Jo <b>”: a name has at most 20 letters, and no symbols',
  ],
  [
    `${SOUND}people:\n  asks: Jo\n  is asked: jo\n`,
    '11:3 error film-people: Cannot call two people of the film “jo”: each needs a name of their own',
  ],
  [
    `${SOUND}end calmly:\n${'  - And then.\n'.repeat(6)}`,
    '10:3 error film-end-calmly: Cannot end calmly with so many words: they are 6 sentences, they need to be at most 5',
  ],
  [
    `${SOUND}confirmed: yes\n`,
    '9:12 error film-confirmed: Cannot read what is confirmed of the film: it needs a line each, such as “watched to the end: teacher, 2026-11-30”',
  ],
  [
    `${SOUND}confirmed:\n  it is good: teacher, 2026-11-30\n`,
    '10:3 error film-confirmed: Cannot read “it is good” as confirmed: it needs to be watched to the end, or no one nude or hurting themselves, or we may show it',
  ],
  [
    `${SOUND}confirmed:\n  we may show it: Mr Smith, 2026-11-30\n`,
    '10:3 error film-confirmed: Cannot read who confirmed “we may show it”: it needs a role and the day, “teacher, 2026-11-30”; roles are teacher, safeguarding lead, deputy safeguarding lead, head, head of year, PSHE lead, youth worker, maker of the film',
  ],
  [
    `${SOUND}confirmed:\n  we may show it: teacher, 2026-02-30\n`,
    '10:3 error film-confirmed: Cannot read who confirmed “we may show it”: it needs a role and the day, “teacher, 2026-11-30”; roles are teacher, safeguarding lead, deputy safeguarding lead, head, head of year, PSHE lead, youth worker, maker of the film',
  ],
])('a film that cannot be used says why (%#)', (yaml, problem) => {
  const { manifest, problems } = readManifest(yaml);
  expect(manifest).toBeNull();
  expect(problems.map(writeProblem)).toEqual([problem]);
});

test('messages of a stop that the film does not have are a warning, and the film plays', () => {
  const { manifest, problems } = readManifest(
    `${SOUND}messages:\n  the-presure:\n    - asks: again\n`,
  );
  expect(manifest).not.toBeNull();
  expect(problems.map(writeProblem)).toEqual([
    '9:1 warning unknown-field: The messages of “the-presure” are shown nowhere, for the film has no such stop: is it “the-pressure”?',
  ]);
});

test('a question of a stop that the film does not have is a warning, and the film plays', () => {
  const { manifest, problems } = readManifest(`${SOUND}questions:\n  it-ends: What helps?\n`);
  expect(manifest?.questions?.['it-ends']).toBe('What helps?');
  expect(problems.map(writeProblem)).toEqual([
    '9:1 warning unknown-field: The question of “it-ends” is asked nowhere, for the film has no such stop: its stops are the-pressure, it-spreads',
  ]);
});

test('what no one has confirmed of a film is named, and a film of which all is confirmed lacks nothing', () => {
  expect(unconfirmed({})).toEqual([
    'that someone has watched it to the end',
    'that no one in it is nude or hurts themselves, shown or implied',
    'that you may show it',
    'whether it ends with help',
  ]);
  const day = '2026-11-30';
  const all = CONFIRMATIONS.map((one) => `  ${one}: Safeguarding lead, ${day}\n`).join('');
  const { manifest } = readManifest(`${SOUND}ends with help: no\nconfirmed:\n${all}`);
  expect(manifest && unconfirmed(manifest)).toEqual([]);
  expect(manifest?.confirmed?.['we may show it']).toEqual({ role: 'safeguarding lead', day });
});

test('what was confirmed of another film.mp4 than the one that is here holds no more', () => {
  const print = 'a'.repeat(32);
  const all = CONFIRMATIONS.map((one) => `  ${one}: teacher, 2026-11-30\n`).join('');
  const lines = `${SOUND}ends with help: no\nconfirmed:\n${all}`;
  const missing = (file: string, here: string | null) => {
    const { manifest, problems } = readManifest(`${lines}${file}`);
    expect(problems).toEqual([]);
    return manifest && unconfirmed(manifest, here);
  };
  expect(missing(`file: ${print}\n`, print)).toEqual([]);
  expect(missing(`file: ${print}\n`, 'b'.repeat(32))).toEqual([
    'that someone has watched this film.mp4: it is another one than was confirmed',
  ]);
  expect(missing('file: elsewhere\n', print)).toHaveLength(1);
  // No file is here, or no program wrote which one it was.
  expect(missing(`file: ${print}\n`, null)).toEqual([]);
  expect(missing('', print)).toEqual([]);
  expect(readManifest(`${lines}file: the new one\n`).problems.map(writeProblem)).toEqual([
    '14:7 error film-file: Cannot tell which film.mp4 was confirmed: “file” needs 32 digits and letters from a to f, or “elsewhere”',
  ]);
});

test('a name that every object has is no stop of a film', () => {
  expect(readManifest(SOUND).manifest?.stops['constructor']).toBeUndefined();
});

test('any text is read without a throw', () => {
  const lines = fc
    .array(
      fc.oneof(
        fc.constantFrom(
          ...SOUND.split('\n'),
          'stops: *a',
          'stops: []',
          '  : "0:10"',
          'fps: .nan',
          '\tlength',
        ),
        fc.string(),
      ),
    )
    .map((all) => all.join('\n'));
  fc.assert(
    fc.property(lines, (yaml) => void expect(readManifest(yaml).title).toBeTypeOf('string')),
    runs(1000),
  );
});

test('every film of ours is sound, or counts as absent', () => {
  const media = new URL('../../media/', import.meta.url);
  // A lesson's pictures have a folder there too.
  const films = readdirSync(media).filter((folder) =>
    readdirSync(new URL(folder, media)).some((file) => !file.endsWith('.svg')),
  );
  expect(films).toEqual(['for-the-whole-world-to-see', 'speech-bubbles', 'which-lands-first']);
  for (const film of films) {
    expect(
      readManifest(readFileSync(new URL(`${film}/film.yaml`, media), 'utf8')).problems,
    ).toEqual([]);
  }
});

test('a film of ours that plays has its confirmations', () => {
  for (const film of ['speech-bubbles', 'which-lands-first']) {
    const yaml = readFileSync(new URL(`../../media/${film}/film.yaml`, import.meta.url), 'utf8');
    const { manifest } = readManifest(yaml);
    const missing = manifest && unconfirmed({ ...manifest, endsWithHelp: true });
    expect(missing, film).toEqual([]);
  }
});
