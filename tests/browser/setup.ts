/** What Playwright calls before the first test. */
export { provideForBrowser as default } from '../provide.ts';
