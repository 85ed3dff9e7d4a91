import * as v from 'valibot';
import { askedKey } from '../text/browser-keys.ts';
import { readJsonAs } from '../text/schema.ts';
import { today } from '../text/today.view.ts';

const VERSION = 1;
const asked = v.object({ v: v.literal(VERSION), day: v.pipe(v.string(), v.isoDate()) });

/** The day on which the safeguarding lead was asked for the term’s approval, from this browser; null where no one did. `site` is the path of the site. */
export function askedOn(site: string): string | null {
  return (
    attempt(() => readJsonAs(asked, localStorage.getItem(askedKey(site)) ?? 'null')?.day) ?? null
  );
}

/** The lead is asked today. */
export function saveAsked(site: string): void {
  attempt(() => localStorage.setItem(askedKey(site), JSON.stringify({ v: VERSION, day: today() })));
}

/** It was given: no one is reminded. */
export function forgetAsked(site: string): void {
  attempt(() => localStorage.removeItem(askedKey(site)));
}

function attempt<Value>(use: () => Value): Value | undefined {
  try {
    return use();
  } catch {
    return undefined;
  }
}
