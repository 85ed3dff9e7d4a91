import { html, type SafeHtml } from '@remix-run/html-template';

/** The escaping template: every value put in is escaped, unless it is itself `Html`. */
export { html };

/** A piece of HTML that is safe to put into a page as it stands. */
export type Html = SafeHtml;

/** Marks HTML that another of our functions has already made safe (rendered and sanitised Markdown, an icon). */
export function trusted(markup: string): Html {
  return html.raw`${markup}`;
}
