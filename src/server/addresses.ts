import { BlockList, isIP } from 'node:net';
import { isLoopback } from '../text/loopback.ts';

/** What TRUST_PROXY=1 means: a proxy on this machine. */
export const PROXY_HERE: readonly string[] = ['127.0.0.0/8', '::1/128'];

/** A name or an address, and the port that stands behind it; null where it has none. */
export type HostAndPort = { readonly host: string; readonly port: number | null };

/** Reads `staff.example.org`, `staff.example.org:8443`, `0.0.0.0`, `::1` or `[::1]:8443`, in lower case; null for anything else. */
export function parseHost(value: string): HostAndPort | null {
  if (isIP(value) !== 0) return { host: value.toLowerCase(), port: null };
  const [, brackets, name, digits] =
    /^(?:\[([^\]]+)\]|([^:[\]]+))(?::(\d{1,5}))?$/.exec(value) ?? [];
  const host = (brackets ?? name ?? '').toLowerCase();
  const port = digits === undefined ? null : Number(digits);
  if (port !== null && (port < 1 || port > 65_535)) return null;
  const isRead =
    brackets === undefined ? /^[a-z\d]([a-z\d.-]*[a-z\d])?$/.test(host) : isIP(host) === 6;
  return isRead ? { host, port } : null;
}

/** Addresses and ranges of proxies, between commas or spaces: `1` is this machine's, `0` none; null for what cannot be read. */
export function parseProxies(value: string): readonly string[] | null {
  if (value === '0') return [];
  const found = value.split(/[\s,]+/).filter((one) => one !== '');
  const read = found.flatMap((one) => (one === '1' ? PROXY_HERE : [one]));
  return read.length > 0 && read.every(isRange) ? read : null;
}

function isRange(text: string): boolean {
  const [address = '', bits, ...more] = text.split('/');
  const maxBits = { 0: -1, 4: 32, 6: 128 }[isIP(address)] ?? -1;
  return (
    maxBits > 0 &&
    more.length === 0 &&
    (bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= maxBits))
  );
}

/** True where all of these proxies are on this machine, so that no other needs to reach the doors. */
export function areHere(proxies: readonly string[]): boolean {
  return proxies.length > 0 && proxies.every((one) => isLoopback(one.split('/')[0] ?? ''));
}

/** Tells requests that come from a trusted proxy, by the address at the other end of their connection. */
export function openProxies(
  proxies: readonly string[],
): ((address: string | undefined) => boolean) | null {
  if (proxies.length === 0) return null;
  const list = new BlockList();
  for (const one of proxies) {
    const [address = '', bits] = one.split('/');
    const family = isIP(address) === 6 ? 'ipv6' : 'ipv4';
    if (bits === undefined) list.addAddress(address, family);
    else list.addSubnet(address, Number(bits), family);
  }
  return (given = '') => {
    const address = given.replace(/^::ffff:(?=\d+\.)/, '').replace(/%.*$/, '');
    const kind = isIP(address);
    return kind !== 0 && list.check(address, kind === 6 ? 'ipv6' : 'ipv4');
  };
}

/** A host as an address has it: an IPv6 address in brackets. */
export function inAddress(host: string): string {
  return isIP(host) === 6 ? `[${host}]` : host;
}
