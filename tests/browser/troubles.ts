import type { BrowserContext, ConsoleMessage, Page } from '@playwright/test';

/** What is no trouble in a test: lines of the console that the browser writes itself, and requests of the page's own. */
type Allowed = {
  readonly isOwn: (url: string, method: string) => boolean;
  readonly isExpected?: (message: ConsoleMessage) => boolean;
};

/** Notes what must never happen on a browser's pages from now on: an error, a policy that stopped something, a request to anywhere else, a dialog. */
export function noteTroubles(
  context: BrowserContext,
  { isOwn, isExpected = () => false }: Allowed,
): readonly string[] {
  const troubles: string[] = [];
  context.on('page', (page: Page) => {
    page.on('pageerror', (error) => troubles.push(String(error)));
    page.on('console', (message) => {
      const isLoud = ['error', 'warning'].includes(message.type());
      if (isLoud && !isExpected(message) && !isIconOffline(message)) troubles.push(message.text());
    });
    page.on('dialog', (dialog) => {
      troubles.push(dialog.message());
      void dialog.dismiss();
    });
    page.on('request', (request) => {
      const url = request.url();
      if (!isOwn(url, request.method()) && !/^(?:data|blob):/.test(url)) troubles.push(url);
    });
  });
  return troubles;
}

// A browser with windows asks for a tab's icon again at each new address, with a network or not.
function isIconOffline(message: ConsoleMessage): boolean {
  return (
    message.text() === 'Failed to load resource: net::ERR_INTERNET_DISCONNECTED' &&
    /\/assets\/mark-[\w-]+\.svg$/.test(message.location().url)
  );
}
