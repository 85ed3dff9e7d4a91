import { markWord, markWords } from '../../text/word-marks.ts';
import { addresses, type Address } from '../../help/addresses.ts';
import { listWords } from '../../text/list-words.ts';
import { groupBy } from '../../text/group-by.ts';
import { html, type Html } from '../../text/html.ts';
import { OLDEST, oldestInWords } from '../../ui/browsers.ts';
import { isBeforeSecurityRelease } from '../../text/node-release.ts';
import { shortDay } from '../handouts/edition.ts';
import { browserNames, browserTable, storedDataTable } from './stored-data.ts';
import type { ProgramPartName } from '../handouts/part-names.ts';
import type { ProgramFacts } from './program-facts.ts';
import { table } from '../handouts/table.ts';

/** A part that is made of the program’s own tables; without what the program knows of itself, only those that need none. */
export function programPart(name: ProgramPartName, program: ProgramFacts | null): Html | '' {
  switch (name) {
    case 'kept':
      return storedDataTable();
    case 'kept in browsers':
      return browserTable();
    case 'browser names':
      return browserNames();
    case 'outside addresses':
      return addressTable();
    case 'oldest browsers':
      return oldestBrowsers();
    case 'doors':
      return program === null ? '' : doors(program);
    case 'policy':
      return program === null ? '' : policy(program);
    case 'settings':
      return program === null ? '' : settings(program);
    case 'node':
      return program === null ? '' : node(program);
    case 'watched words':
      return program === null ? '' : watched(program);
  }
}

const FOR: Readonly<Record<Address['audience'], string>> = {
  pupils: '{Pupils}',
  everyone: 'Everyone',
  adults: 'Adults only',
  staff: 'Staff',
};

function addressTable(): Html {
  const services = groupBy(addresses, ({ owner, audience }) => `${audience} ${owner}`);
  const rows = [...services.values()].flatMap((own) => {
    const [first] = own;
    const all = own.map(({ address }) => address).join(', ');
    return first === undefined ? [] : [[all, first.owner, markWords(FOR[first.audience])]];
  });
  // The day that most were read on is said once, and the columns have the room of another.
  const [[usual] = [''], ...later] = [...groupBy(addresses, ({ checked }) => checked)].toSorted(
    ([, a], [, b]) => b.length - a.length,
  );
  const others = later.map(
    ([checked, read]) =>
      html`; ${listWords([...new Set(read.map(({ owner }) => owner))])} on ${day(checked)}`,
  );
  return html`<p>${others.length === 0 ? 'All' : 'Most'} were read on ${day(usual)}${others}.</p>${table(
    ['Number or address', 'Whose', 'Who it is for'],
    rows,
  )}`;
}

function day(checked: string): Html {
  return html`<time datetime="${checked}">${shortDay(checked)}</time>`;
}

function oldestBrowsers(): Html {
  return html`<ul><li><b>${markWord('Pupils’')} page:</b> ${oldestInWords(OLDEST.pupils)}.</li><li><b>Pages for home:</b> ${oldestInWords(OLDEST.home)}.</li><li><b>All other pages:</b> ${oldestInWords(OLDEST.others)}.</li></ul>`;
}

function doors({
  staffHost,
  staffPort,
  pupilPorts,
  pupilPages,
  pupilMethods,
  pupilMaxBytes,
  waitMs,
  offline,
}: ProgramFacts): Html {
  const [port = 0, ...others] = pupilPorts;
  const rows = [
    [
      'Staff',
      html`This computer only, <code>${staffHost}</code>`,
      `TCP ${staffPort}`,
      'While the program runs',
    ],
    [
      markWords('{Pupils’} tablets'),
      'This computer’s address on the room’s network',
      `TCP ${port}${others.length === 0 ? '' : `, or ${others.join(', ')} where ${port} is taken`}`,
      markWords('From “Use {pupil devices}” until the program ends'),
    ],
    [
      markWords('Hosted for {a school}'),
      markWords('{The school}’s own web address, for staff and for {pupils}'),
      'TCP 443, https',
      'As long as the server runs',
    ],
  ];
  return html`${table(['Door', 'Where', 'Port', 'Open'], rows)}
<ul><li>${markWord('Pupils’')} tablets send ${listWords(pupilMethods)} requests, each of ${pupilMaxBytes / 1024} kB at most. Answers that wait for news take up to ${waitMs / 1000} seconds.</li>
<li>These pages open there, and no other: ${listWords(pupilPages.map((page) => (page === '/' ? 'the page to join, /' : page)))}.</li>
<li>These open again without a network, once they were opened over https: ${listWords(offline.map((page) => `/${page}/`))}.</li>
<li>No WebSocket, no WebRTC, no UDP, and nothing looked up by name on the network.</li></ul>`;
}

function node({ node: { running, pinned, security } }: ProgramFacts): Html {
  const day = html`<time datetime="${security.date}">${shortDay(security.date)}</time>`;
  const rows = pinned.map(({ name, version }) => [
    name,
    version,
    isBeforeSecurityRelease(version, security.version) ? `No: ${security.version} is newer` : 'Yes',
  ]);
  const own = isBeforeSecurityRelease(running, security.version)
    ? html`<p><strong>This copy runs on Node ${running}, which is older.</strong> Replace it as said below.</p>`
    : '';
  return html`<p>The last security release that Wholeclass knows of is ${security.version}, of ${day}.</p>${own}${table(['Computer', 'Node.js', 'Has that release'], rows)}`;
}

function policy({ policy: directives }: ProgramFacts): Html {
  return html`<ul class="codes">${directives.split('; ').map((line) => html`<li><code>${line}</code></li>`)}</ul>`;
}

function settings({ settings: names }: ProgramFacts): Html {
  return html`<p>${names.map((name, at) => html`${at === 0 ? '' : ', '}<code>${name}</code>`)}</p>`;
}

function watched({ watched: places }: ProgramFacts): Html {
  const rows = places
    .filter(({ words }) => words.length > 0)
    .map(({ title, words }) => [title, words.join(', ')]);
  const isWhole = rows.length === places.length;
  return table(
    ['Where', 'Words there'],
    isWhole ? rows : [...rows, ['Every other lesson', 'None']],
  );
}
