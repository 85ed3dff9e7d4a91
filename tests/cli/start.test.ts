import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';

const root = fileURLToPath(new URL('../../', import.meta.url));

it.each([['--port', '4400'], ['--opne'], ['staff']])(
  'npm start refuses %s, which it does not know, and says what it takes',
  (...args) => {
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      ['src/cli/main.ts', 'start', ...args],
      { cwd: root, encoding: 'utf8' },
    );
    expect([status, stdout]).toEqual([1, '']);
    expect(stderr).toBe(
      `Cannot read “${args[0]}”: npm start takes only --open. Ports and folders are set by variables such as STAFF_PORT=4300.\n`,
    );
  },
);
