// What runs inside a sheet's page while it is printed. Each function is handed to the page as its text, so it holds all that it needs.
import type { SheetSeen } from './sheet-seen.ts';

/** Reads what will be on paper, once the page says that all of it is there and its typefaces are; links to pages of ours, which lead nowhere from paper, become words. Throws where that takes longer than `longestMs`. */
export async function readSheet(longestMs: number): Promise<SheetSeen> {
  const page = document.documentElement;
  await new Promise<void>((resolve, reject) => {
    const late = setTimeout(
      () => reject(new Error('The sheet is still being filled in')),
      longestMs,
    );
    const look = (): void => {
      if (page.dataset['filling'] !== undefined) return;
      clearTimeout(late);
      resolve();
    };
    new MutationObserver(look).observe(page, { attributes: true });
    look();
  });
  await document.fonts.ready;
  for (const link of document.querySelectorAll<HTMLAnchorElement>('a[href]')) {
    if (link.origin === location.origin) link.removeAttribute('href');
  }
  const headings = [...document.querySelectorAll<HTMLElement>('h1, h2, h3, h4, h5, h6')];
  const reviewed =
    document.querySelector<HTMLElement>('[data-reviewed]')?.dataset['reviewed'] ?? '';
  return {
    title: document.title.replace(/ · Wholeclass$/, ''),
    language: page.lang,
    reviewed: /^\d{4}-\d\d-\d\d$/.test(reviewed) ? reviewed : null,
    headings: headings.map((one) =>
      (one.checkVisibility() ? one.innerText : one.textContent).replaceAll(/\s+/g, ' ').trim(),
    ),
  };
}

/** Turns each place to write on a sheet that may be filled in on a screen into a link to `field` (`fields-by-link.ts`): lines, frames, bubbles, boxes to tick and empty cells, each with what it is for as its label. */
export function openFields(field: string): void {
  const wordsOf = (part: Element | null | undefined): string =>
    (part?.textContent ?? '').replaceAll(/\s+/g, ' ').trim();
  const joined = (one: string, other: string): string =>
    one === '' || /[.?!:]$/.test(one) ? `${one} ${other}`.trim() : `${one}: ${other}`;
  const open = (place: HTMLElement, kind: 'line' | 'text' | 'tick', label: string): void => {
    const link = document.createElement('a');
    link.href = `${field}${kind}?${encodeURIComponent([...label].slice(0, 200).join(''))}`;
    link.setAttribute('aria-label', label);
    Object.assign(link.style, { position: 'absolute', inset: '0' });
    place.style.position = 'relative';
    place.append(link);
  };
  for (const sheet of document.querySelectorAll('.sheet[data-fillable]')) {
    // A field says what it is for.
    for (const words of sheet.querySelectorAll('.write-words')) words.remove();
    // What is asked: the heading, and the sentence that is begun right above.
    const asked = (place: Element): string => {
      const heading = wordsOf(place.closest('.sheet__part, .panel')?.querySelector('h2, h3'));
      const before = place.previousElementSibling;
      return before?.matches('.sheet__starter') === true
        ? joined(heading, wordsOf(before))
        : heading;
    };
    for (const part of sheet.querySelectorAll('.write-lines, .write-bubbles')) {
      const places = [...part.children].filter((one) => one instanceof HTMLElement);
      const [kind, called] = part.matches('.write-lines')
        ? (['line', 'line'] as const)
        : (['text', 'message'] as const);
      for (const [at, place] of places.entries()) {
        const number = places.length === 1 ? '' : `, ${called} ${at + 1} of ${places.length}`;
        open(place, kind, `${asked(part)}${number}`);
      }
    }
    for (const place of sheet.querySelectorAll<HTMLElement>('.write-frame')) {
      open(place, 'text', asked(place.closest('.sheet__beside') ?? place));
    }
    for (const place of sheet.querySelectorAll<HTMLElement>('.write-on > span:empty')) {
      open(place, 'line', wordsOf(place.previousElementSibling) || asked(place));
    }
    for (const place of sheet.querySelectorAll<HTMLElement>('.sheet__box')) {
      open(place, 'tick', joined(asked(place), wordsOf(place.closest('li'))));
    }
    // Below the name of a group, so that nothing is typed over it.
    for (const place of sheet.querySelectorAll<HTMLElement>('.cards__names > li')) {
      const [words, room] = [document.createElement('span'), document.createElement('span')];
      const label = joined(asked(place), wordsOf(place));
      words.append(...place.childNodes);
      Object.assign(place.style, {
        display: 'flex',
        flexDirection: 'column',
        breakInside: 'avoid',
      });
      Object.assign(room.style, { flex: '1', minHeight: '6mm' });
      place.append(words, room);
      open(room, 'text', label);
    }
    for (const place of sheet.querySelectorAll<HTMLTableCellElement>('td:empty')) {
      const table = place.closest('table');
      const head = wordsOf(table?.tHead?.rows[0]?.cells[place.cellIndex]);
      const row = wordsOf(place.closest('tr')?.querySelector('th'));
      open(place, 'text', [row, head].filter((one) => one !== '').join(', ') || asked(place));
    }
  }
}
