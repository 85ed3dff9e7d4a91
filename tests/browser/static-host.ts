import { existsSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { normalize } from 'node:path/posix';
import { sendFile } from './send-file.ts';

/** A plain web host: a folder of files under a path of an address that holds other things too. */
export type StaticHost = { readonly site: string; close(): Promise<void> };

/** Serves a folder under a path, `/lessons-site/`, as any host does: byte ranges, `index.html` for a folder, nothing outside the path. A file that is in `beside` comes from there. */
export async function hostFolder(
  folder: string,
  path: string,
  beside?: string,
): Promise<StaticHost> {
  const server = createServer((request, response) => {
    const asked = normalize(
      decodeURIComponent(new URL(request.url ?? '/', 'http://host').pathname),
    );
    if (!asked.startsWith(path)) return void response.writeHead(404).end();
    const rest = asked.slice(path.length);
    const file = rest === '' || rest.endsWith('/') ? `${rest}index.html` : rest;
    const isBeside = beside !== undefined && existsSync(join(beside, file));
    return sendFile(request, response, join(isBeside ? beside : folder, file));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    site: `http://127.0.0.1:${(server.address() as AddressInfo).port}${path}`,
    close() {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}
