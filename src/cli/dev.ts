import { showTool } from './run-tool.ts';

/** `npm run dev`: Vite, with the program behind it, until it is ended. Resolves to the exit code. */
export async function dev(args: readonly string[]): Promise<number> {
  return (await showTool({ from: 'vite', args })).code;
}
