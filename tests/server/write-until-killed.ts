// Run as a program: writes versions of a lesson without end, and prints the number of each once it was written. With `stop`, it kills itself between the writing of the third file and its renaming.
import { writeFile } from 'node:fs/promises';
import { openOwnLessons } from '../../src/server/schools/own-lessons.ts';

const [, , own = '', how = ''] = process.argv;
const MANY = '- A point of the lesson\n'.repeat(2_000);
let at = 0;
const lessons = openOwnLessons({
  own,
  others: [],
  async write(path, bytes, options) {
    await writeFile(path, bytes, options);
    if (how === 'stop' && at === 3) process.kill(process.pid, 'SIGKILL');
  },
});
let was: number | null = null;
for (at = 1; ; at += 1) {
  const written = await lessons.write('ice', `# Version ${at}\n\n${MANY}# Version ${at}\n`, was);
  if (written.is !== 'done') throw new Error(JSON.stringify(written));
  was = written.version;
  console.log(at);
  // Lets what was printed leave, as a server's answer would.
  await new Promise((done) => setTimeout(done, 2));
}
