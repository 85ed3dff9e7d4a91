import type { SentFile } from './hand-over.view.ts';

/** The files of `media/` that the HTML within a file’s JSON shows, by their paths there, each once. */
export function shownIn(json: string): readonly string[] {
  const paths = new Set<string>();
  withPictures(json, (picture) => {
    const path = pathOf(picture);
    if (path !== null) paths.add(path);
  });
  return [...paths];
}

/** A file’s JSON with what came with it at addresses of this page; `addresses` has those that were made before. */
export function shownAt({ json, files }: SentFile, addresses: Map<string, string>): string {
  for (const [path, blob] of files) {
    if (!addresses.has(path)) addresses.set(path, URL.createObjectURL(blob));
  }
  if (addresses.size === 0) return json;
  return withPictures(json, (picture) => {
    const address = addresses.get(pathOf(picture) ?? '');
    if (address !== undefined) picture.setAttribute('src', `${address}${partOf(picture)}`);
  });
}

function withPictures(json: string, change: (picture: HTMLImageElement) => void): string {
  const changed: unknown = JSON.parse(json, (_, value: unknown) =>
    typeof value === 'string' && value.includes('/media/') ? changedIn(value, change) : value,
  );
  return JSON.stringify(changed);
}

function changedIn(markup: string, change: (picture: HTMLImageElement) => void): string {
  const template = document.createElement('template');
  template.innerHTML = markup;
  for (const picture of template.content.querySelectorAll('img')) change(picture);
  return template.innerHTML;
}

/** Where a lesson’s picture is under `media/`, from a page two or three folders deep. */
function pathOf(picture: HTMLImageElement): string | null {
  const found = /^(?:\.\.\/){2,3}media\/([^#]+)/.exec(picture.getAttribute('src') ?? '')?.[1];
  return found === undefined ? null : decodeURI(found);
}

/** What stands behind its address, such as `#paper`, by which a drawing is in black and white. */
function partOf(picture: HTMLImageElement): string {
  return /#.*$/.exec(picture.getAttribute('src') ?? '')?.[0] ?? '';
}
