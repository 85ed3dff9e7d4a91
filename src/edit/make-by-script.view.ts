import type { MakeAnswer, MakeRequest } from './my-lesson.ts';

declare global {
  interface Window {
    /** What `my-lesson.js` brings. */
    readonly wholeclassMaker?: {
      readonly makeMine: (request: MakeRequest) => Promise<MakeAnswer>;
    };
  }
}

// It lies beside the page's own script.
const address = new URL(
  './my-lesson.js',
  document.currentScript instanceof HTMLScriptElement ? document.currentScript.src : location.href,
).href;
let loading: Promise<unknown> | null = null;

/** Makes a file of a lesson of one’s own by a script that several pages share: for `file:`, where there are neither workers nor modules. null where it did not come. */
export async function makeMine(request: MakeRequest): Promise<MakeAnswer> {
  loading ??= load();
  await loading;
  return window.wholeclassMaker?.makeMine(request) ?? null;
}

function load(): Promise<unknown> {
  const script = document.createElement('script');
  const end = new Promise((resolve) => {
    script.addEventListener('load', resolve);
    script.addEventListener('error', resolve);
  });
  script.src = address;
  document.head.append(script);
  return end;
}
