/** The Node that each platform runs on, as `package.json` pins it, by Node's own names of platform and processor. */
export const PINNED_NODE: Readonly<
  Record<string, { readonly name: string; readonly version: string }>
> = {
  'linux-x64': { name: 'Linux, 64 bit', version: '26.12.1' },
  'linux-arm64': { name: 'Linux, ARM', version: '26.12.1' },
  'win32-x64': { name: 'Windows, 64 bit', version: '26.10.0' },
  'darwin-arm64': { name: 'Mac, Apple chip', version: '26.10.0' },
  'darwin-x64': { name: 'Mac, Intel chip', version: '26.10.0' },
};

/** The last security release of this line of Node that is known to the program: a version and its day. Checked as SECURITY.md says. */
export const SECURITY_RELEASE = { version: '26.12.1', date: '2026-10-21' } as const;

/** What a program knows of the Node it runs on. */
export type NodeFacts = {
  /** The one that runs, `26.10.0`. */
  readonly running: string;
  readonly pinned: readonly { readonly name: string; readonly version: string }[];
  readonly security: { readonly version: string; readonly date: string };
};

/** The facts for a running version, `26.10.0` or `v26.10.0`. */
export function nodeFacts(running: string): NodeFacts {
  return {
    running: running.replace(/^v/, ''),
    pinned: Object.values(PINNED_NODE),
    security: SECURITY_RELEASE,
  };
}

/** True for a Node from before the last known security release; a later major version counts as newer. */
export function isBeforeSecurityRelease(
  version: string,
  release: string = SECURITY_RELEASE.version,
): boolean {
  const own = numbersOf(version);
  const known = numbersOf(release);
  const at = known.findIndex((part, index) => part !== (own[index] ?? 0));
  return at >= 0 && (own[at] ?? 0) < (known[at] ?? 0);
}

/** The operator's notice at the start; null where Node is new enough. No lesson's page says it. */
export function nodeNotice(version: string): string | null {
  if (!isBeforeSecurityRelease(version)) return null;
  const { version: known, date } = SECURITY_RELEASE;
  return `For IT: this runs on Node ${version.replace(/^v/, '')}, from before the security release ${known} of ${date}. See “For IT, keys and files”, under Node.js.`;
}

function numbersOf(version: string): readonly number[] {
  return version.replace(/^v/, '').split('.').map(Number);
}
