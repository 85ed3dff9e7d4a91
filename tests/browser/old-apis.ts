import type { BrowserContext } from '@playwright/test';
import type { OldestBrowsers } from '../../src/ui/browsers.ts';

/** Where something new of browsers stands, and since when. Source: MDN's compatibility tables, read on 2026-11-27. */
type Api = { readonly at: string; readonly chrome: number; readonly safari: number };

const since = (chrome: number, safari: number, ...places: readonly string[]): readonly Api[] =>
  places.map((at) => ({ at, chrome, safari }));

const APIS: readonly Api[] = [
  ...since(92, 15.4, 'Array.prototype.at', 'String.prototype.at', 'crypto.randomUUID'),
  ...since(93, 15.4, 'Object.hasOwn'),
  ...since(97, 15.4, 'Array.prototype.findLast', 'Array.prototype.findLastIndex'),
  ...since(98, 15.4, 'structuredClone'),
  ...since(37, 15.4, 'HTMLDialogElement.prototype.showModal', 'BroadcastChannel'),
  ...since(102, 15.5, 'HTMLElement.prototype.inert'),
  ...since(103, 16, 'AbortSignal.timeout'),
  ...since(
    110,
    16,
    ...['toSorted', 'toReversed', 'toSpliced', 'with'].map((name) => `Array.prototype.${name}`),
  ),
  ...since(116, 17.4, 'AbortSignal.any'),
  ...since(105, 17.4, 'Element.prototype.checkVisibility'),
  ...since(105, 17, 'Response.json'),
  ...since(114, 17, 'HTMLElement.prototype.showPopover'),
  ...since(117, 17.4, 'Object.groupBy', 'Map.groupBy'),
  ...since(119, 17.4, 'Promise.withResolvers'),
  ...since(120, 17, 'URL.canParse'),
  ...since(121, 16.4, 'Array.fromAsync'),
  ...since(
    122,
    17,
    ...['union', 'intersection', 'difference', 'isSubsetOf', 'isSupersetOf', 'isDisjointFrom'].map(
      (name) => `Set.prototype.${name}`,
    ),
  ),
  ...since(122, 18.4, 'Iterator'),
  ...since(126, 18, 'URL.parse'),
  ...since(128, 18.2, 'Promise.try'),
  ...since(136, 18.2, 'RegExp.escape'),
  ...since(
    140,
    18.2,
    'Uint8Array.fromBase64',
    'Uint8Array.prototype.toBase64',
    'Uint8Array.fromHex',
    'Uint8Array.prototype.toHex',
  ),
];

/** Takes from every page of a context what browsers of this age do not have: a script that calls it fails, as it would there. */
export async function makeOld(
  context: BrowserContext,
  { chrome, safari }: OldestBrowsers,
): Promise<void> {
  const missing = APIS.filter((api) => api.chrome > chrome || api.safari > safari).map(
    ({ at }) => at,
  );
  await context.addInitScript((places: readonly string[]) => {
    const iterator: object = Object.getPrototypeOf(Object.getPrototypeOf([][Symbol.iterator]()));
    for (const place of places) {
      const names = place.split('.');
      const last = names.pop() ?? '';
      if (place === 'Iterator') {
        for (const name of Object.getOwnPropertyNames(iterator)) {
          Reflect.deleteProperty(iterator, name);
        }
      }
      const owner: unknown = names.reduce<unknown>(
        (held, name) => Reflect.get(Object(held), name),
        globalThis,
      );
      Reflect.deleteProperty(Object(owner), last);
    }
  }, missing);
}
