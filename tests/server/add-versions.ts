// Run as a program: adds so many versions to a lesson's history, one after the other, while another does the same, and prints each once it was added. With `stop` it kills itself between the writing of the third file and its renaming.
import { writeFile } from 'node:fs/promises';
import { openLessonHistory } from '../../src/server/schools/lesson-history.ts';

const [, , own = '', name = '', count = '0', how = ''] = process.argv;
const MANY = '- A point of the lesson\n'.repeat(200);
let at = 0;
const history = openLessonHistory(own, Date.now, async (path, bytes, options) => {
  await writeFile(path, bytes, options);
  if (how === 'stop' && at === 3) process.kill(process.pid, 'SIGKILL');
});
for (at = 1; at <= Number(count); at += 1) {
  await history.replaced({ slug: 'ice', text: `${name} ${at}\n${MANY}`, saved: at * 1_000_000 });
  console.log(at);
}
