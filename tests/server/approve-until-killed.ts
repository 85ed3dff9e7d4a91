// Run as a program: asks for the approval of a lesson by one link after the other, approves by it, and prints the link's number once that is stored.
import { markOf } from '../../src/approval/approval-protocol.ts';
import { gateTicks } from '../../src/school/school.ts';
import { openLessonApprovals } from '../../src/server/schools/lesson-approvals.ts';

const [, , dataDir = '', from = '0'] = process.argv;
const approvals = openLessonApprovals(dataDir);
const on = { parts: null, film: null, file: null, today: '2026-11-30' };
for (let at = Number(from); ; at += 1) {
  const mark = markOf(String(at));
  await approvals.take('friends', { type: 'ask', mark }, on);
  const taken = await approvals.take(
    'friends',
    { type: 'approve', by: 'safeguarding lead', ticked: gateTicks, proof: 'link', mark },
    on,
  );
  if (taken.is !== 'done') throw new Error(JSON.stringify(taken));
  console.log(at);
  // Lets what was printed leave, as a server's answer would.
  await new Promise((done) => setTimeout(done, 1));
}
