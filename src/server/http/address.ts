import { hostname, networkInterfaces, type NetworkInterfaceInfo } from 'node:os';

type Interfaces = Readonly<Record<string, readonly NetworkInterfaceInfo[] | undefined>>;

/** Software switches, tunnels and virtual machines: never the room's own network. */
const VIRTUAL =
  /^(docker|br-|veth|virbr|vmnet|vboxnet|utun|tun|tap|tailscale|wg|zt|ham|awdl|llw|vEthernet|VMware|VirtualBox|Hyper-V)/i;

/** The IPv4 address pupils most likely reach this machine at; null when it is on no network. */
export function lanAddress(interfaces: Interfaces = networkInterfaces()): string | null {
  const found = Object.entries(interfaces).flatMap(([name, infos]) =>
    (infos ?? [])
      .filter((info) => info.family === 'IPv4' && !info.internal)
      .map((info) => ({
        address: info.address,
        rank: rank(info.address) + (VIRTUAL.test(name) ? 10 : 0),
      })),
  );
  return found.toSorted((a, b) => a.rank - b.rank)[0]?.address ?? null;
}

/** What a class types in: the address alone on port 80, else with its port. */
export function writeAddress(host: string, port: number): string {
  return port === 80 ? host : `${host}:${port}`;
}

/** Names are asked of the system this often at most, in ms: each of a thousand votes at once would ask. */
const FRESH_MS = 1000;
let known: { readonly names: ReadonlySet<string>; readonly at: number } | null = null;

/** Every name and address this machine answers to on its networks, in lower case, as it was at most a second ago. */
export function ownNames(): ReadonlySet<string> {
  const now = performance.now();
  if (known === null || now - known.at >= FRESH_MS) known = { names: askNames(), at: now };
  return known.names;
}

function askNames(): ReadonlySet<string> {
  const addresses = Object.values(networkInterfaces()).flatMap((infos) =>
    (infos ?? []).map((info) => info.address.replace(/%.*$/, '')),
  );
  const name = hostname().toLowerCase();
  return new Set([...addresses, name, `${name.replace(/\.local$/, '')}.local`]);
}

function rank(address: string): number {
  if (address.startsWith('192.168.')) return 0;
  if (address.startsWith('10.')) return 1;
  if (/^172\.(1[6-9]|2\d|3[01])\./.test(address)) return 2;
  return address.startsWith('169.254.') ? 4 : 3;
}
