import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { expect, test } from 'vitest';
import { root } from '../../src/cli/root.ts';

test.each(['/', '/lesson/starter/', '/present/starter/', '/board/starter/', '/comebacks/'])(
  'npx vite serves %s filled, with its styles and scripts',
  async (path) => {
    const dataDir = mkdtempSync(join(tmpdir(), 'wholeclass-vite-'));
    const { VITEST: _, NODE_OPTIONS: __, ...env } = process.env;
    const vite = spawn(process.execPath, ['node_modules/vite/bin/vite.js', '--port', '0'], {
      cwd: root,
      env: { ...env, DATA_DIR: dataDir, PUPIL_PORT: '0' },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    try {
      let output = '';
      vite.stdout.on('data', (data: Buffer) => (output += stripVTControlCharacters(String(data))));
      while (!/Local:\s+\S+/.test(output)) await once(vite.stdout, 'data');
      const address = new URL(path, /Local:\s+(\S+)/.exec(output)?.[1]);
      const response = await fetch(address);
      const page = await response.text();
      expect([response.status, /<!--(?:part|slot):[\w-]+-->/.exec(page)?.[0]]).toEqual([
        200,
        undefined,
      ]);
      const parts = [...page.matchAll(/(?:href|src)="([^"]+\.(?:css|tsx?))"/g)].map(([, to]) => to);
      expect(parts.length).toBeGreaterThan(0);
      for (const part of parts) {
        // As a browser asks for a style sheet.
        const accept = part?.endsWith('.css') ? 'text/css' : '*/*';
        const { status, headers } = await fetch(new URL(part ?? '', address), {
          headers: { accept },
        });
        expect([part, status, headers.get('content-type')]).toEqual([
          part,
          200,
          expect.stringMatching(part?.endsWith('.css') ? /^text\/css/ : /^text\/javascript/),
        ]);
      }
    } finally {
      vite.kill('SIGTERM');
      await once(vite, 'exit');
      rmSync(dataDir, { recursive: true, force: true, maxRetries: 5 });
    }
  },
);
