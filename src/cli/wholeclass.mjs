#!/usr/bin/env node
// Plain JavaScript for Node 20 or later: sets the clone up where that is needed, then hands the
// command to the program, on the project's own Node. Used by package.json's scripts and its `bin`.
import { spawn } from 'node:child_process';
import { accessSync, constants as fsConstants, existsSync, mkdirSync } from 'node:fs';
import { constants } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { endWithParent } from './end-with-parent.mjs';
import { findNode, setUp } from './setup.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url)).replace(/[/\\]$/, '');

const args = process.argv.slice(2);
const isClone = existsSync(join(root, 'package-lock.json'));
const node = isClone ? await setUp(root) : findNode(root);
// The file of `npm pack` holds JavaScript: Node strips no types below node_modules.
const main = ['src/cli/main.ts', 'lib/cli/main.js']
  .map((path) => join(root, path))
  .find(existsSync);
const cache = cacheFolder();
run(node, [main, ...args], {
  CACHE_DIR: cache,
  // What was compiled and stripped of its types is kept: the next start is quicker.
  NODE_COMPILE_CACHE: join(cache, 'compiled'),
  ...process.env,
});

/** The program's own folder where this account may write to it, else one in the data folder. */
function cacheFolder() {
  const own = join(root, '.cache');
  try {
    mkdirSync(own, { recursive: true });
    accessSync(own, fsConstants.W_OK);
    return own;
  } catch {
    return resolve(process.env.DATA_DIR || '.data', 'cache');
  }
}

/** Runs that program, hands on what this one is told, and ends as it ends. */
function run(program, words, environment) {
  // Its channel closes when this process is gone, however that was.
  const stdio = ['inherit', 'inherit', 'inherit', 'ipc'];
  const child = spawn(program, words, { env: environment, stdio });
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
