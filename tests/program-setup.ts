/** What vitest calls before the tests of the project “program”. */
export { provideForProgram as setup } from './provide.ts';
