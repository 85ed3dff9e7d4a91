import { describe, expect, it } from 'vitest';
import { readLesson } from '../../../src/lesson/read-lesson.ts';
import {
  lessonsToApprove,
  noApprovalNeeded,
  planToApprove,
} from '../../../src/outputs/plan/plan-to-approve.ts';

const lesson = (board: string) =>
  readLesson(
    'pressure',
    `---
title: Twenty minutes later
${board}summary: Spot it, say it.
stage: KS3
---

# Pressure

## Talk (10 min)
### What we saw
- Nobody has to answer.
`,
  ).lesson;

describe('a lesson to approve', () => {
  it('has one name on the list and on its page, and the page says what pupils see', () => {
    const named = lesson('on the board: Pressure, and who can help\n');
    const list = String(lessonsToApprove([{ lesson: named, why: null }]).main);
    const page = planToApprove(named, null);
    expect(list).toContain('<a href="./pressure/">Twenty minutes later</a>');
    expect(page.main).toContain(
      '<b>Twenty minutes later</b> (on the board: “Pressure, and who can help”), ages',
    );
    expect(page.title).toBe('Twenty minutes later · Wholeclass');
    expect(noApprovalNeeded(named).main).toContain('Twenty minutes later can be taught');
  });

  it('says it once where the board has the same name', () => {
    const { main } = planToApprove(lesson('on the board: Twenty minutes later\n'), null);
    expect(main).not.toContain('on the board');
  });
});
