#!/usr/bin/env node
// Plain JavaScript for Node 20 or later: sets the clone up where that is needed, then hands the
// command to the program, on the project's own Node. Used by package.json's scripts and its `bin`.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { constants } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { endWithParent } from './end-with-parent.mjs';
import { findNode, setUp } from './setup.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url)).replace(/[/\\]$/, '');

/** For a program that serves all day: decisions 031 and 134 have the reasons. */
const SERVING = {
  flags: ['--max-semi-space-size=1', '--memory-balancer', '--memory-balancer-c-value=5e-11'],
  env: {
    MALLOC_MMAP_THRESHOLD_: '131072',
    MALLOC_TRIM_THRESHOLD_: '1048576',
    MALLOC_ARENA_MAX: '1',
  },
};

const args = process.argv.slice(2);
const isClone = existsSync(join(root, 'package-lock.json'));
const node = isClone ? await setUp(root) : findNode(root);
const { flags, env } = args[0] === 'start' ? SERVING : { flags: [], env: {} };
run(node, [...flags, join(root, 'src/cli/main.ts'), ...args], {
  // What was compiled and stripped of its types is kept: the next start is quicker and smaller.
  NODE_COMPILE_CACHE: join(root, '.cache/compiled'),
  ...env,
  ...process.env,
});

/** Becomes that program where the system can do that, else runs it and ends as it ends. */
function run(program, words, environment) {
  if (process.platform !== 'win32' && process.execve !== undefined) {
    process.execve(program, [program, ...words], environment);
  }
  const child = spawn(program, words, { env: environment, stdio: 'inherit' });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP', 'SIGBREAK']) {
    // Not known to every system.
    if (signal in constants.signals) process.on(signal, () => child.kill(signal));
  }
  endWithParent();
  child.on('error', (error) => {
    console.error(`Cannot run ${program}: ${error.message}`);
    process.exitCode = 1;
  });
  child.on('exit', (code, signal) => {
    process.exit(code ?? 128 + constants.signals[signal]);
  });
}
