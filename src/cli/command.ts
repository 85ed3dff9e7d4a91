/** Says on the error stream why nothing was done; the exit code for that. */
export function refuse(sentence: string): number {
  console.error(sentence);
  return 1;
}

/** Says what is wrong with a command's arguments, or prints the help that is asked for, or what `make` has to say. Resolves to the exit code, 1 with one sentence where nothing could be made. */
export async function runCommand<Options extends { readonly help: boolean }>(
  options: Options | { readonly wrong: string },
  { help, make }: { readonly help: string; make(options: Options): Promise<string> },
): Promise<number> {
  if ('wrong' in options) return refuse(options.wrong);
  try {
    console.log(options.help ? help : await make(options));
    return 0;
  } catch (error) {
    return refuse(error instanceof Error ? error.message : String(error));
  }
}
