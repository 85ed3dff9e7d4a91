import { ownNames } from './address.ts';
import { isLoopback } from './settings.ts';

/** Which of the two listeners a request came through. */
export type Door = 'staff' | 'pupils';

/** The two headers that tell a stranger: nothing else of a request is looked at to let it in. */
export type Caller = { readonly host: string | undefined; readonly origin: string | undefined };

/** True when a request names this machine as its host, and comes from a page of this machine when it names its origin. */
export function isWelcome({ host, origin }: Caller, door: Door, publicUrl: URL | null): boolean {
  if (host === undefined || !/^[^\s/\\@?#]+$/.test(host) || !URL.canParse(`http://${host}`)) return false;
  if (origin !== undefined && !isSameHost(origin, host)) return false;
  return isOwnName(new URL(`http://${host}`).hostname, door, publicUrl);
}

function isOwnName(hostname: string, door: Door, publicUrl: URL | null): boolean {
  if (isLoopback(hostname)) return true;
  if (door === 'staff') return false;
  const name = hostname.replace(/^\[|\]$/g, '');
  return name === publicUrl?.hostname || ownNames().has(name);
}

function isSameHost(origin: string, host: string): boolean {
  // The scheme may differ behind TLS; its default port is left out of both.
  return URL.canParse(origin) && new URL(origin).host === host.toLowerCase().replace(/:(80|443)$/, '');
}
