import { randomBytes } from 'node:crypto';
import { resolve } from 'node:path';
import { openSetupCode, setupSentence } from '../server/schools/setup-code.ts';
import { readLessonSettings } from '../server/settings.ts';
import { refuse } from './command.ts';

const HELP = `npm run setup-code: makes a new setup code for a hosted program, in a file of DATA_DIR

With it the safeguarding lead makes their first key, or a key in the place of lost words. Run it
under the program's account, with its DATA_DIR. The program need not start again. A code that was
there before works no more.`;

/** Makes a new setup code in the data folder, and says where it is. */
export async function renewSetupCode(args: readonly string[]): Promise<number> {
  if (args.includes('--help')) {
    console.log(HELP);
    return 0;
  }
  if (args.length > 0) return refuse(`Cannot read “${args[0]}”.\n\n${HELP}`);
  const setup = openSetupCode(resolve(readLessonSettings(process.env).dataDir), randomBytes);
  await setup.make(true);
  console.log(await setupSentence(setup));
  return 0;
}
