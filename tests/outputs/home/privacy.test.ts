import { asRead, inSchool } from '../../as-read.ts';
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { handoutPage } from '../../../src/outputs/handouts/handout-page.ts';
import { storedData } from '../../../src/outputs/home/stored-data.ts';
import { privacyPage, privacySheets } from '../../../src/outputs/home/privacy.ts';
import { readHandout } from '../../../src/outputs/handouts/read-handout.ts';
import { roomCheckPage } from '../../../src/outputs/home/room-check-page.ts';
import { addresses } from '../../../src/help/addresses.ts';
import { forPupilDevices } from '../../../src/ui/home-foot.ts';
import { RETURN_MS } from '../../../src/text/running-lesson.ts';
import { CLOSING_MS, ROOM_MS } from '../../../src/room/room.ts';
import { IDLE_MS, SESSION_MS } from '../../../src/server/staff/staff-sessions.ts';
import { safePolicy } from '../../../src/site/policy.ts';
import { HOME_PAGES } from '../../../src/site/offline.ts';
import { programFacts } from '../../../src/server/http/program-facts.ts';
import { CHECK_MS } from '../../../src/server/rooms/room-check.ts';
import { readSettings, settingNames } from '../../../src/server/settings.ts';
import { savedInBrowser } from '../../../src/text/saved-in-browser.ts';
import { html } from '../../../src/text/html.ts';
import { nodeFacts, SECURITY_RELEASE } from '../../../src/text/node-release.ts';

const text = (slug: string) =>
  readFileSync(new URL(`../../../handouts/${slug}.md`, import.meta.url), 'utf8');
const sheets = privacySheets.map((slug) => readHandout(slug, text(slug)).handout);
const program = programFacts();
const page = privacyPage(sheets, program)['main'] ?? '';
const forPupils = forPupilDevices(page);
const escaped = (words: string) => String(html`${words}`);
const plain = (made: string) =>
  asRead(made)
    .replaceAll(/<[^>]+>/g, ' ')
    .replaceAll('&amp;', '&')
    .replaceAll(/\s+/g, ' ');

test('the page opens with the words that every pupil reads', () => {
  expect(plain(forPupils)).toMatch(
    /^.{0,60}We don’t ask your name\. Your teacher sees totals\. School computers may still be checked to keep people safe\./,
  );
});

test('it promises no more than there is: nothing is called impossible, secret or safe from everyone', () => {
  expect(page).not.toMatch(
    /nobody can (know|tell|find)|completely|guarantee|secret\b|impossible|100%|truly anonymous/i,
  );
});

test('the times it names are the times of the program', () => {
  const minutes = [...page.matchAll(/(\d+) minutes/g)].map(([, number]) => Number(number) * 60_000);
  expect(minutes.length).toBeGreaterThan(0);
  expect(new Set(minutes)).toEqual(new Set([ROOM_MS]));
  expect(RETURN_MS).toBe(ROOM_MS);
  expect([storedData.answers.until, CLOSING_MS]).toEqual([
    expect.stringContaining('two seconds'),
    2_000,
  ]);
  expect([storedData.check.until, CHECK_MS]).toEqual([
    expect.stringContaining('A quarter of an hour'),
    15 * 60_000,
  ]);
  expect([savedInBrowser.staff.until, storedData.session.until, SESSION_MS]).toEqual([
    expect.stringContaining('twelve hours'),
    expect.stringContaining('twelve hours'),
    12 * 3_600_000,
  ]);
  expect([savedInBrowser.staff.until, storedData.session.until, IDLE_MS]).toEqual([
    expect.stringContaining('an hour passes without use'),
    expect.stringContaining('an hour passes without use'),
    3_600_000,
  ]);
});

test('everything that the program and browsers save is there for pupils too, with a place and an end', () => {
  for (const thing of Object.values(storedData)) {
    expect(Object.values(thing).filter((words) => words.trim() === '')).toEqual([]);
  }
  for (const { what, until } of [...Object.values(storedData), ...Object.values(savedInBrowser)]) {
    expect(asRead(forPupils)).toContain(escaped(inSchool(what)));
    expect(asRead(forPupils)).toContain(escaped(inSchool(until)));
  }
});

test('every rule of the room and of what may be shown is beside a promise', () => {
  const specs = ['room', 'poll']
    .map((folder) =>
      readFileSync(new URL(`../../../src/${folder}/SPEC.md`, import.meta.url), 'utf8'),
    )
    .join('\n');
  const rules = [...specs.matchAll(/^- ([RD]\d+[a-z]?) /gm)].map(([, rule]) => rule);
  expect(rules.length).toBeGreaterThan(20);
  const promises = [
    ...text('promises').matchAll(/^\| (.+?) \| (.+?) \| ((?:[RD]\d+[a-z]?(?:, )?)+) \|$/gm),
  ];
  expect(promises.length).toBeGreaterThanOrEqual(13);
  const named = promises.flatMap(([, , , list = '']) => list.split(', '));
  expect(new Set(named)).toEqual(new Set(rules));
});

test('IT reads the ports, the settings, the policy, the addresses and the pages that the program has', () => {
  const { staffPort, pupilPorts } = readSettings({});
  for (const words of [
    `TCP ${staffPort}`,
    `TCP ${pupilPorts[0]}, or ${pupilPorts[1]}`,
    ...settingNames,
    ...HOME_PAGES.map((one) => `/${one}/`),
  ]) {
    expect(page).toContain(words);
  }
  for (const line of safePolicy().split('; ')) {
    expect(page).toContain(`<code>${escaped(line)}</code>`);
  }
  for (const { address, owner } of addresses) {
    for (const words of [address, owner]) expect(page).toContain(escaped(words));
  }
  // A long name may go on in a new line.
  const names = page.replaceAll('<wbr>', '');
  for (const { shown } of Object.values(savedInBrowser)) {
    expect(names).toContain(`<code>${escaped(shown)}</code>`);
  }
});

test('the page for IT in the repository says what each setting is', () => {
  const page = readFileSync(new URL('../../../.github/docs/it.md', import.meta.url), 'utf8');
  const table = page.slice(
    page.indexOf('Settings are environment variables'),
    page.indexOf('## A site'),
  );
  expect(
    [...settingNames, 'BROWSER_PATH'].filter((name) => !table.includes(`\`${name}\``)),
  ).toEqual([]);
});

test('the page for the technician names the same ports, and leads to all the rest', () => {
  const made = roomCheckPage([], program)['main'] ?? '';
  const [first, second] = readSettings({}).pupilPorts;
  expect(plain(made)).toContain(`on port ${first}, or ${second} where ${first} is taken`);
  expect(made).toContain('href="../privacy/#for-it"');
  expect(plain(String(roomCheckPage([], { pupilPorts: [8080] })['main']))).toContain(
    'on port 8080, unless',
  );
});

test('IT finds for every lesson which of its words a filter or a monitor watches for, those without any in one row', () => {
  const watched = [
    { title: 'Plain', words: [] },
    { title: 'Pressure', words: ['nudes', 'blackmail'] },
  ];
  const page = plain(privacyPage(sheets, { ...program, watched })['main'] ?? '');
  expect(page).toContain('Pressure nudes, blackmail Every other lesson None');
  expect(page).not.toContain('Plain');
  const all = plain(privacyPage(sheets, { ...program, watched: watched.slice(1) })['main'] ?? '');
  expect(all).not.toContain('Every other lesson');
});

test('what is for the school alone is not on pupils’ devices', () => {
  expect(page).toContain('id="for-it"');
  expect(forPupils).not.toMatch(
    /print\/|id="(?:for-it|for-it-running|accessibility|data-protection)"|TCP|0808 800 5000|<!--\/?adults/,
  );
});

test('every place that the contents lead to is there, for pupils and for the school', () => {
  for (const made of [page, forPupils]) {
    const jumps = [...made.matchAll(/href="#([^"]+)"/g)].map(([, id]) => id ?? '');
    expect(jumps.length).toBeGreaterThan(5);
    for (const id of jumps) expect(made).toContain(`id="${id}"`);
  }
});

test('page and paper say the same words', () => {
  for (const sheet of sheets.filter(({ slug }) => slug !== 'data-protection')) {
    const paper = plain(
      handoutPage(sheet, { of: null, today: '2026-11-26', program })['main'] ?? '',
    );
    const body = text(sheet.slug).slice(text(sheet.slug).indexOf('\n# '));
    const lines = inSchool(body)
      .split('\n')
      .filter((line) => /^[A-Z“-]/.test(line) && !/[*[{`|]/.test(line));
    expect(lines.length).toBeGreaterThan(3);
    for (const line of lines.map((one) => one.replace(/^- /, '').trim())) {
      expect(plain(page)).toContain(line);
      expect(paper).toContain(line);
    }
  }
});

test('the promises are a sheet of their own, and on the page come after what cannot be promised, for pupils too', () => {
  const order = [
    'what-we-cannot-promise',
    'what-we-promise-and-where-each-promise-ends',
    'who-could-try-to-find-something-out',
  ];
  const next = 'who-can-read-a-note-from-the-question-box';
  for (const made of [page, forPupils]) {
    const parts = [...made.matchAll(/<section class="privacy__part" id="([^"]+)"/g)].map(
      ([, id]) => id,
    );
    expect(parts.slice(parts.indexOf(order[0]), parts.indexOf(next))).toEqual(order);
  }
  expect(page).toContain('href="../print/promises/"');
  const without = sheets.filter(({ slug }) => slug !== 'promises');
  expect(privacyPage(without, program)['main']).not.toContain(
    'href="#who-could-try-to-find-something-out"',
  );
});

test('a home without these handouts still says what is kept', () => {
  const bare = privacyPage([], program)['main'] ?? '';
  expect(bare).toContain('We don’t ask your name.');
  expect(asRead(bare)).toContain(escaped(inSchool(storedData.totals.what)));
});

test('IT reads which Node each computer is given, the last known security release, and where this copy is older, that it is; no pupil’s device says it', () => {
  const older = privacyPage(sheets, { ...program, node: nodeFacts('26.10.0') })['main'] ?? '';
  expect(plain(older)).toContain('This copy runs on Node 26.10.0, which is older.');
  expect(
    plain(
      privacyPage(sheets, { ...program, node: nodeFacts(SECURITY_RELEASE.version) })['main'] ?? '',
    ),
  ).not.toContain('This copy runs on');
  for (const { name, version } of program.node.pinned) {
    expect(plain(older)).toMatch(new RegExp(`${name} ${version} (?:Yes|No: )`));
  }
  expect(plain(forPupilDevices(older))).not.toContain('Node');
});

test('the addresses say the day that most were read on once, and which were read on another', () => {
  const words = page.replaceAll(/<[^>]+>/g, '').replaceAll(/\s+/g, ' ');
  expect(words).toContain(
    'Most were read on 24 Nov 2026; Meic, Children First support line and Lifeline on 1 Dec 2026; Stop Scams UK and Scam texts on 3 Dec 2026; Report Fraud on 30 Nov 2026.',
  );
  expect(words).toMatch(/Who it is for(?! ?Read on)/);
});
