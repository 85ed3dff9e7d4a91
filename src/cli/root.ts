import { fileURLToPath } from 'node:url';

/** The folder of this project, with package.json in it, as an absolute path without a slash at its end. */
export const root: string = fileURLToPath(new URL('../..', import.meta.url)).replace(/[/\\]$/, '');
