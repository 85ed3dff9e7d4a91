import { html, trusted, type Html } from '../text/html.ts';

/** Around what is for a home alone, such as what leads adults to their own pages: left out where pupils’ devices are served (M21). */
const [ADULTS, END] = ['<!--adults-->', '<!--/adults-->'] as const;

/** The pages for home, by the folder they live in, as they are called in a foot. */
const pages = [
  { folder: 'comebacks', name: 'Comebacks', isForAdults: false },
  { folder: 'help', name: 'Help', isForAdults: false },
  { folder: 'parents', name: 'For parents and carers', isForAdults: true },
  { folder: 'supporters', name: 'For supporters', isForAdults: true },
  { folder: 'privacy', name: 'Privacy', isForAdults: false },
] as const;

/** Where a page’s readers have privacy in a minute, with the long page behind it. */
const shortPrivacy: Readonly<Record<string, string>> = {
  comebacks: 'privacy/young-people',
  parents: 'privacy/parents',
  supporters: 'privacy/parents',
};

/** The foot of a page: the pages for home; `here` is the page’s own folder, `root` leads to the site’s root. */
export function homeFoot(here: string, root: string): Html {
  return html`<nav class="home-nav" aria-label="At home">${pages.map(
    ({ folder, name, isForAdults }) => {
      const current = folder === here ? html` aria-current="page"` : '';
      const address = folder === 'privacy' ? (shortPrivacy[here] ?? folder) : folder;
      const link = html`<a href="${root}${address}/"${current}>${name}</a> `;
      return isForAdults ? forAdults(link) : link;
    },
  )}</nav>`;
}

/** HTML that leads adults on, to be taken out by `forPupilDevices`. */
export function forAdults(inner: Html): Html {
  return atHomeAlone(inner);
}

/** HTML that is for a device of one’s own, and not for one that a class shares: `forPupilDevices` takes it out, too. */
export function atHomeAlone(inner: Html): Html {
  return trusted(`${ADULTS}${inner}${END}`);
}

/** A page as pupils’ devices get it: without what leads to adults’ pages (M21). */
export function forPupilDevices(page: string): string {
  return page.replaceAll(new RegExp(`${ADULTS}[^]*?${END}`, 'g'), '');
}
