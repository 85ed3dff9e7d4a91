import { isIP } from 'node:net';
import { ownNames } from './address.ts';
import { isLoopback } from '../../text/loopback.ts';

/** Which of the two listeners a request came through. */
export type Door = 'staff' | 'pupils';

/** The two headers that tell a stranger: nothing else of a request is looked at to let it in. */
export type Caller = { readonly host: string | undefined; readonly origin: string | undefined };

/**
 * True when a request names this machine as its host, and comes from a page of this machine when it names its origin.
 * `outside` is what the door is known by besides: a name, or, for the staff door, an address to which it listens.
 */
export function isAllowedOrigin(
  { host, origin }: Caller,
  door: Door,
  outside: string | null,
): boolean {
  const named =
    host === undefined || !/^[^\s/\\@?#]+$/.test(host) ? null : URL.parse(`http://${host}`);
  if (host === undefined || named === null) return false;
  if (origin !== undefined && !isSameHost(origin, host)) return false;
  return isOwnName(named.hostname, door, outside);
}

function isOwnName(hostname: string, door: Door, outside: string | null): boolean {
  if (isLoopback(hostname)) return true;
  const name = hostname.replace(/^\[|\]$/g, '');
  if (name === outside) return true;
  // The staff door is shut to the network unless it was given an address of it.
  return (
    (door === 'pupils' || (outside !== null && isIP(outside) !== 0 && !isLoopback(outside))) &&
    ownNames().has(name)
  );
}

function isSameHost(origin: string, host: string): boolean {
  // As nearly every page of ours has it.
  if (origin === `http://${host}` || origin === `https://${host}`) return true;
  // The scheme may differ behind TLS; its default port is left out of both.
  return URL.parse(origin)?.host === host.toLowerCase().replace(/:(80|443)$/, '');
}
