import { addressOfMine } from './my-lesson.ts';

/**
 * Reads a file of the site by its address from this page, as `fetch` does.
 * In a folder opened by double-click (`file:`) a browser fetches nothing: there the file's text lies beside it, in a script of its own (`deck.json.js`).
 */
export function fetchFile(address: string): Promise<Response> {
  return fileMadeHere(address) ?? fetchPlainFile(address);
}

/** The same for a file that the page itself never makes. */
export function fetchPlainFile(address: string): Promise<Response> {
  return isInFolder() ? readBeside(address) : fetch(address);
}

/** Makes a file of the site in this page; null for one that lies where its address says. */
export type MakesFiles = (address: string) => Promise<Response> | null;

let madeHere: MakesFiles = () => null;

/** A file of the site as this page makes it; null for one that it does not make. */
export function fileMadeHere(address: string): Promise<Response> | null {
  return madeHere(address);
}

/** From now on `fetchFile` asks this first: for a page whose lesson lies in no file of the site. */
export function makeFilesHere(makes: MakesFiles): void {
  madeHere = makes;
}

/** An address of a page that ends with its folder (`../board/x/`), with what it is asked for (`rehearse`), and with the file written out where no server does that. */
export function pageAddress(folder: string, asked = ''): string {
  const query = asked === '' ? '' : `?${asked}`;
  return addressOfMine(`${folder}${isInFolder() ? 'index.html' : ''}${query}`);
}

/** True for a page that was opened from a folder by double-click, with no server behind it. */
export function isInFolder(): boolean {
  return location.protocol === 'file:';
}

type Beside = HTMLScriptElement & { readonly fileText?: string };

function readBeside(address: string): Promise<Response> {
  const script = document.createElement('script') as Beside;
  return new Promise((resolve) => {
    const end = () => {
      script.remove();
      resolve(
        script.fileText === undefined
          ? new Response(null, { status: 404 })
          : new Response(script.fileText),
      );
    };
    script.addEventListener('load', end);
    script.addEventListener('error', end);
    script.src = `${address}.js`;
    document.head.append(script);
  });
}
