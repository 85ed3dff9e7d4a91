import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { request } from 'node:http';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A web server that speaks TLS in front of ports of this machine, as a school has one. */
export type TlsFront = { readonly port: number; close(): void };

type Certificate = { readonly key: Buffer; readonly cert: Buffer };

/** A certificate for names, made now and for one day; null where there is no openssl to make it. */
export function makeCertificate(names: readonly string[]): Certificate | null {
  const folder = mkdtempSync(join(tmpdir(), 'wholeclass-tls-'));
  const [key, cert] = [join(folder, 'key.pem'), join(folder, 'cert.pem')];
  const alt = `subjectAltName=${names.map((name) => `DNS:${name}`).join(',')}`;
  const made = [
    '-newkey',
    'rsa:2048',
    '-nodes',
    '-keyout',
    key,
    '-out',
    cert,
    '-days',
    '1',
    '-subj',
    `/CN=${names[0]}`,
    '-addext',
    alt,
  ];
  try {
    execFileSync('openssl', ['req', '-x509', ...made], { stdio: 'ignore' });
    return { key: readFileSync(key), cert: readFileSync(cert) };
  } catch {
    return null;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Opens it: `portOf` says where a name leads. `Host` goes on as it came, and what is said of TLS is its own word. */
export async function openTlsFront(
  certificate: Certificate,
  portOf: (name: string) => number,
): Promise<TlsFront> {
  const server = createServer(certificate, (asked, reply) => {
    const { method, url, headers } = asked;
    const port = portOf(headers.host?.split(':')[0] ?? '');
    const sent = request(
      {
        host: '127.0.0.1',
        port,
        method,
        path: url,
        headers: { ...headers, 'x-forwarded-proto': 'https' },
      },
      (answered) => {
        reply.writeHead(answered.statusCode ?? 502, answered.headers);
        answered.pipe(reply);
      },
    );
    sent.on('error', () => reply.destroy());
    reply.once('close', () => sent.destroy());
    asked.pipe(sent);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    port: (server.address() as AddressInfo).port,
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
}
