import { spawn, type ChildProcess } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { own } from '../text/own.ts';
import { record } from '../text/schema.ts';
import * as v from 'valibot';
import { root } from './root.ts';

/** A tool from node_modules: the package it is in, the name of its program where that differs, and its arguments. */
export type Tool = {
  readonly from: string;
  readonly bin?: string;
  readonly args: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
};

/** How a tool ended. `output` is what it wrote, empty when it wrote to our terminal. */
export type Ended = { readonly code: number; readonly output: string };

const running = new Set<ChildProcess>();
let watching = false;

/** Runs a tool on this same Node and collects its output. A signal to end is passed on to it. */
export function runTool(tool: Tool): Promise<Ended> {
  return run(tool, 'pipe');
}

/** Runs a tool that writes to our terminal as it goes. */
export function showTool(tool: Tool): Promise<Ended> {
  return run(tool, 'inherit');
}

function run({ from, bin = from, args, env }: Tool, output: 'pipe' | 'inherit'): Promise<Ended> {
  endToolsWithUs();
  const child = spawn(process.execPath, [programOf(from, bin), ...args], {
    cwd: root,
    env: { ...process.env, ...env },
    stdio: ['ignore', output, output],
  });
  running.add(child);
  return new Promise((resolve) => {
    let written = '';
    child.stdout?.on('data', (data: Buffer) => (written += data.toString()));
    child.stderr?.on('data', (data: Buffer) => (written += data.toString()));
    child.on('error', (error) => resolve({ code: 1, output: error.message }));
    child.on('close', (code) => {
      running.delete(child);
      resolve({ code: code ?? 1, output: written });
    });
  });
}

// Not through node_modules/.bin: on Windows that holds .cmd files, which Node will not start by itself.
function programOf(from: string, bin: string): string {
  const home = join(root, 'node_modules', from);
  const manifest = v.parse(
    v.object({ bin: record(v.string()) }),
    JSON.parse(readFileSync(join(home, 'package.json'), 'utf8')),
  );
  const program = own(manifest.bin, bin);
  if (program === undefined) {
    throw new Error(`Cannot run ${bin}: ${from} has no program of that name`);
  }
  return join(home, program);
}

function endToolsWithUs(): void {
  if (watching) return;
  watching = true;
  for (const [signal, code] of [
    ['SIGINT', 130],
    ['SIGTERM', 143],
  ] as const) {
    process.once(signal, () => {
      for (const child of running) child.kill(signal);
      process.exit(code);
    });
  }
}
