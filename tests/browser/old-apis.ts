import type { BrowserContext } from '@playwright/test';
import type { OldestBrowsers } from '../../src/ui/browsers.ts';

/** Where something new of browsers stands, and since when; `never` where a browser has it not yet. Source: MDN's compatibility tables, read on 2026-12-01. */
export type Api = OldestBrowsers & { readonly at: string };

const never = Infinity;

const since = (
  [chrome, safari, firefox]: readonly [number, number, number],
  ...places: readonly string[]
): readonly Api[] => places.map((at) => ({ at, chrome, safari, firefox }));

const APIS: readonly Api[] = [
  ...since([92, 15.4, 90], 'Array.prototype.at', 'String.prototype.at'),
  ...since([92, 15.4, 95], 'Crypto.prototype.randomUUID'),
  ...since([93, 15.4, 92], 'Object.hasOwn'),
  ...since([97, 15.4, 104], 'Array.prototype.findLast', 'Array.prototype.findLastIndex'),
  ...since([98, 15.4, 94], 'structuredClone'),
  ...since([37, 15.4, 98], 'HTMLDialogElement.prototype.showModal'),
  ...since([54, 15.4, 38], 'BroadcastChannel'),
  ...since([69, 15.4, 96], 'Navigator.prototype.locks'),
  ...since([102, 15.5, 112], 'HTMLElement.prototype.inert'),
  ...since([103, 16, 100], 'AbortSignal.timeout'),
  ...since(
    [110, 16, 115],
    ...['toSorted', 'toReversed', 'toSpliced', 'with'].map((name) => `Array.prototype.${name}`),
  ),
  ...since([73, 16.4, 101], 'CSSStyleSheet.prototype.replaceSync'),
  ...since([69, 16.4, 105], 'OffscreenCanvas'),
  ...since([111, 16.4, 119], 'String.prototype.toWellFormed', 'String.prototype.isWellFormed'),
  ...since([121, 16.4, 115], 'Array.fromAsync'),
  ...since([61, 17, 57], 'StorageManager.prototype.estimate'),
  ...since([105, 17, 115], 'Response.json'),
  ...since([114, 17, 125], 'HTMLElement.prototype.showPopover'),
  ...since([120, 17, 115], 'URL.canParse'),
  ...since(
    [122, 17, 127],
    ...['union', 'intersection', 'difference', 'isSubsetOf', 'isSupersetOf', 'isDisjointFrom'].map(
      (name) => `Set.prototype.${name}`,
    ),
  ),
  ...since([116, 17.4, 124], 'AbortSignal.any'),
  ...since([105, 17.4, 106], 'Element.prototype.checkVisibility'),
  ...since([117, 17.4, 119], 'Object.groupBy', 'Map.groupBy'),
  ...since([119, 17.4, 121], 'Promise.withResolvers'),
  ...since([126, 18, 126], 'URL.parse'),
  ...since([132, 18, 128], 'Response.prototype.bytes', 'Blob.prototype.bytes'),
  ...since([128, 18.2, 134], 'Promise.try'),
  ...since([136, 18.2, 134], 'RegExp.escape'),
  ...since(
    [140, 18.2, 133],
    'Uint8Array.fromBase64',
    'Uint8Array.prototype.toBase64',
    'Uint8Array.fromHex',
    'Uint8Array.prototype.toHex',
  ),
  ...since([122, 18.4, 131], 'Iterator'),
  ...since([47, never, 55], 'requestIdleCallback'),
];

/** What some browser of these ages does not have. */
export function tooNewFor({ chrome, safari, firefox }: OldestBrowsers): readonly Api[] {
  return APIS.filter((api) => api.chrome > chrome || api.safari > safari || api.firefox > firefox);
}

/** Takes from every page of a context, and from its workers, what browsers of this age do not have: a script that calls it fails, as it would there. */
export async function makeOld(context: BrowserContext, oldest: OldestBrowsers): Promise<void> {
  const missing = tooNewFor(oldest).map(({ at }) => at);
  await context.addInitScript(takeAway, missing);
  await context.route(/worker[^/]*\.js$/, async (route) => {
    const response = await route.fetch();
    const first = `(${takeAway.toString()})(${JSON.stringify(missing)});`;
    await route.fulfill({ response, body: first + (await response.text()) });
  });
}

function takeAway(places: readonly string[]): void {
  const iterator: object = Object.getPrototypeOf(Object.getPrototypeOf([][Symbol.iterator]()));
  for (const place of places) {
    const names = place.split('.');
    const last = names.pop() ?? '';
    if (place === 'Iterator') {
      for (const name of Object.getOwnPropertyNames(iterator)) {
        Reflect.deleteProperty(iterator, name);
      }
    }
    // What pages have, a worker may not.
    const owner: unknown = names.reduce<unknown>(
      (held, name) => (held === undefined ? undefined : Reflect.get(Object(held), name)),
      globalThis,
    );
    if (owner !== undefined) Reflect.deleteProperty(Object(owner), last);
  }
}
