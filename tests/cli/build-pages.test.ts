import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from 'vitest';
import { buildApart } from '../../src/cli/build-apart.ts';
import { buildPages } from '../../src/cli/build-pages.ts';
import { builtOnce } from '../../src/cli/built-once.ts';

test('the pages are built once for the same sources', { timeout: 60_000 }, async () => {
  const folder = await buildPages();
  const built = statSync(join(folder, '.stamp')).mtimeMs;
  expect(await buildPages()).toBe(folder);
  expect(statSync(join(folder, '.stamp')).mtimeMs).toBe(built);
  expect(readFileSync(join(folder, 'index.html'), 'utf8')).toContain('<!--slot:');
});

test('of several that build the same at once one builds, and no page is taken away from one that reads', async () => {
  const place = mkdtempSync(join(tmpdir(), 'wholeclass-built-'));
  let builds = 0;
  const build = () =>
    builtOnce({
      name: 'pages',
      cache: place,
      how: [],
      async run(folder) {
        builds += 1;
        await Promise.resolve();
        mkdirSync(folder);
        writeFileSync(join(folder, 'index.html'), `build ${builds}`);
      },
    });
  try {
    const read = async () => readFileSync(join(await build(), 'index.html'), 'utf8');
    expect(await Promise.all([read(), read(), read()])).toEqual(['build 1', 'build 1', 'build 1']);
    expect(builds).toBe(1);
  } finally {
    rmSync(place, { recursive: true });
  }
});

test('what builds is a process of its own, made for use, whose memory is not ours and whose failure is', async () => {
  const place = mkdtempSync(join(tmpdir(), 'wholeclass-apart-'));
  const script = pathToFileURL(join(place, 'script.mjs'));
  const outDir = join(place, 'out');
  try {
    writeFileSync(
      script,
      `import { writeFileSync } from 'node:fs';
       writeFileSync(process.argv[2], process.env.NODE_ENV + ' ' + process.pid);`,
    );
    await buildApart(script, outDir);
    const [use, pid] = readFileSync(outDir, 'utf8').split(' ');
    expect(use).toBe('production');
    expect(Number(pid)).not.toBe(process.pid);

    writeFileSync(script, 'process.exit(3);');
    await expect(buildApart(script, outDir)).rejects.toThrow(`could not build ${outDir}`);

    writeFileSync(script, "process.kill(process.pid, 'SIGKILL'); setInterval(() => {}, 1000);");
    await expect(buildApart(script, outDir)).rejects.toThrow('it ended with SIGKILL');
  } finally {
    rmSync(place, { recursive: true });
  }
});

test(
  'what builds ends with the program that asked for it, even one that is killed',
  { timeout: 20_000 },
  async () => {
    const place = mkdtempSync(join(tmpdir(), 'wholeclass-apart-'));
    const module = JSON.stringify(new URL('../../src/cli/build-apart.ts', import.meta.url).href);
    const script = join(place, 'script.mjs');
    const asks = join(place, 'asks.mjs');
    writeFileSync(
      script,
      `import { folderToBuild } from ${module};
     console.log(folderToBuild());
     setTimeout(() => {}, 30_000);`,
    );
    writeFileSync(
      asks,
      `import { buildApart } from ${module};
     await buildApart(new URL('script.mjs', import.meta.url), 'out');`,
    );
    const program = spawn(process.execPath, [asks], { stdio: ['ignore', 'ignore', 'pipe'] });
    try {
      const [line] = await once(program.stderr, 'data');
      expect(String(line)).toBe('out\n');
      program.kill('SIGKILL');
      // Its end closes the stream that both write to.
      await once(program.stderr, 'end');
    } finally {
      program.kill('SIGKILL');
      rmSync(place, { recursive: true });
    }
  },
);
