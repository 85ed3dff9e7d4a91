import { globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { routes } from '../../src/server/http/routes.ts';
import { parse } from '../house/syntax.ts';
import type { Node } from '../house/syntax.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** Words for who someone is, how they did, how fast they were, and who did best. */
const FORBIDDEN = new Set(
  (
    'author avatar email nick nickname player profile pseudonym user username uuid pupilname pupilid seatid device deviceid agent ip cookie session ' +
    'score scores scored point points mark marks grade badge level xp streak streaks combo reward speed fast fastest slowest elapsed duration ' +
    'latency timestamp answeredat castat createdat seenat joinedat leader leaderboard rank ranking ranked podium winner first place team'
  ).split(' '),
);

/** Names that hold such a word and mean another thing, each with what it means. */
const ALLOWED: Readonly<Record<string, string>> = {
  first: 'whether a note of the box is to be read before others',
  place: 'where a round of a question lies among its rounds',
  session: 'a browser of staff that is signed in',
  marks: 'what each ballot last said, in memory; how a lesson marks a right answer',
};

/** Where a room, a vote or a result has its shape, and what comes over the wire or goes to disk. */
const files = globSync(
  [
    'src/poll/*.ts',
    'src/room/*.ts',
    'src/server/{http,rooms}/{shapes,answer,hub,classrooms,routes,pupil-routes}.ts',
    'src/server/store/{*,sqlite/*}.ts',
  ],
  {
    cwd: root,
  },
).toSorted();

/** The names of all properties, fields that are taken apart, and tags of unions in a file. */
function namesIn(path: string, text: string): readonly string[] {
  return parse(path, text).nodes.flatMap(({ node }) => {
    switch (node.type) {
      case 'TSPropertySignature':
      case 'TSMethodSignature':
      case 'Property':
        return nameOf(node['key'] as Node);
      case 'MemberExpression':
        return nameOf(node['property'] as Node);
      case 'TSLiteralType':
        return nameOf(node['literal'] as Node);
      default:
        return [];
    }
  });
}

function nameOf(node: Node): readonly string[] {
  const name = node['name'] ?? node['value'];
  return typeof name === 'string' ? [name] : [];
}

/** The columns of every table that a text creates. */
function columnsIn(text: string): readonly string[] {
  return [...text.matchAll(/CREATE TABLE[^(]*\(([\s\S]*?)\) STRICT/g)].flatMap(([, columns = '']) =>
    columns.split(',').flatMap((column) => /^\s*([a-z_]+)\s+[A-Z]/.exec(column)?.[1] ?? []),
  );
}

/** The words of `camelCase`, `kebab-case` and `snake_case` that are forbidden, and the name itself where it is one. */
function offences(names: readonly string[]): readonly string[] {
  const isForbidden = (name: string): boolean => {
    const words = name
      .replace(/([a-z])([A-Z])/g, '$1 $2')
      .toLowerCase()
      .split(/[^a-z]+/);
    return [...words, words.join('')].some((word) => FORBIDDEN.has(word));
  };
  return [...new Set(names)]
    .filter((name) => !Object.hasOwn(ALLOWED, name) && isForbidden(name))
    .toSorted();
}

describe('no name, score, streak, speed or leaderboard', () => {
  it('[R9] is in any type, field or state of a poll, a room, a request or a store', () => {
    const names = files.flatMap((path) => namesIn(path, readFileSync(`${root}/${path}`, 'utf8')));
    expect(names).toEqual(
      expect.arrayContaining(['ballot', 'answersIn', 'published', 'asking', 'too-few', 'receipts']),
    );
    expect(offences(names)).toEqual([]);
  });

  it('[R6] is a column of any table', () => {
    const columns = files.flatMap((path) => columnsIn(readFileSync(`${root}/${path}`, 'utf8')));
    expect([...new Set(columns)].toSorted()).toEqual([
      'ballot',
      'deadline',
      'id',
      'key',
      'note',
      'question',
      'room',
      'round',
    ]);
  });

  it('[R9] is in the address of any request, and pupils have these requests alone', () => {
    expect(offences(routes.flatMap(({ path }) => path.split('/')))).toEqual([]);
    expect(
      routes
        .filter(({ doors }) => doors.includes('pupils'))
        .map(({ method, path }) => `${method} ${path}`),
    ).toEqual([
      'GET /api/room-check/:code/words',
      'GET /api/room-check/:code/events',
      'POST /api/room-check/:code/reached',
      'GET /api/rooms/:code/record',
      'POST /api/rooms/:code/seats',
      'GET /api/rooms/:code/events',
      'GET /api/rooms/:code/view',
      'GET /api/rooms/:code/reading',
      'PUT /api/rooms/:code/questions/:question/ballot',
      'POST /api/rooms/:code/box',
      'POST /api/rooms/:code/receipts',
    ]);
  });

  it('[R9] is called `name` but in what is stored, by name, and in what the lesson’s characters are called', () => {
    const named = files.flatMap((path) =>
      namesIn(path, readFileSync(`${root}/${path}`, 'utf8'))
        .filter((name) => /^names?$/.test(name))
        .map((name) => `${path} ${name}`),
    );
    expect([...new Set(named)].toSorted()).toEqual([
      'src/room/protocol.ts name',
      'src/room/protocol.ts names',
      'src/room/room.ts names',
      'src/room/step.ts names',
      'src/room/store.ts names',
      'src/room/views.ts name',
      'src/room/views.ts names',
      'src/server/http/shapes.ts names',
    ]);
  });

  it.each([
    'export type Seat = { readonly nickname: string };',
    'export type Cast = { readonly answeredAt: number };',
    "export type Cast = { 'response-speed': number };",
    "export type View = { readonly state: 'leaderboard' };",
    'export const read = ({ userId }: Fields) => userId;',
    'export const view = { streak: 3 };',
  ])('[R9] goes unseen: `%s` is found', (planted) => {
    expect(offences(namesIn('planted.ts', planted))).toHaveLength(1);
  });
});
