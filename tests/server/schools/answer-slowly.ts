// Run as a program: answers a request for approval by one link, and waits for a line before the file is put in place. Prints “writing”, then what became of it.
import { writeFile } from 'node:fs/promises';
import { once } from 'node:events';
import { markOf } from '../../../src/approval/approval-protocol.ts';
import { openLessonApprovals } from '../../../src/server/schools/lesson-approvals.ts';

const [, , dataDir = '', link = ''] = process.argv;
const mayAnswer = once(process.stdin, 'data');
const approvals = openLessonApprovals(dataDir, async (path, bytes, options) => {
  await writeFile(path, bytes, options);
  console.log('writing');
  await mayAnswer;
});
const on = { parts: null, film: null, file: null, today: '2026-11-30' };
const taken = await approvals.take(
  'friends',
  { type: 'refuse', by: 'safeguarding lead', note: 'Not yet', proof: 'link', mark: markOf(link) },
  on,
);
console.log(taken.is);
process.stdin.destroy();
