import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { withoutHelp, withSubject } from '../../src/edit/lesson-subject.ts';
import { deckOf } from '../../src/outputs/board/make-deck.ts';
import { readLesson } from '../../src/lesson/read-lesson.ts';
import { needsApproval } from '../../src/subjects/pack.ts';

const starter = readFileSync('lessons/starter.md', 'utf8');

describe('the subject of a copy of the starter plan', () => {
  test('is the one that was chosen: its copy needs no approval, and the rest of its text is as it was', () => {
    const text = withSubject(starter, 'Geography');
    const { lesson } = readLesson('coasts', text);
    expect(lesson.subject).toMatchObject({ chip: 'Geography', isAnswered: true });
    expect(needsApproval(lesson.subject)).toBe(false);
    expect(text.replace('subject: Geography\n', 'subject: safeguarding\n')).toBe(starter);
  });

  test('shows no help slide where it is another: all else is there', () => {
    const { lesson } = readLesson('coasts', withoutHelp(withSubject(starter, 'Geography')));
    const before = deckOf(readLesson('coasts', starter).lesson, null).slides;
    const { slides } = deckOf(lesson, null);
    expect(slides.map(({ id }) => id)).toEqual(
      before.flatMap(({ id, kind }) => (kind === 'help' ? [] : [id])),
    );
    expect(before.length - slides.length).toBe(2);
    expect(slides.map(({ html }) => html).join('')).not.toMatch(/nude|Childline/);
  });

  test('stays safeguarding where that was chosen, or named in other words', () => {
    expect(withSubject(starter, 'safeguarding')).toBe(starter);
    for (const named of ['Safeguarding', 'safe guarding', 'PSHE: safeguarding']) {
      const { lesson } = readLesson('copy', withSubject(starter, named));
      expect(needsApproval(lesson.subject), named).toBe(true);
    }
  });

  test.for([
    [
      '---\ntitle: Coasts\n---\n\n# Coasts\n',
      '---\ntitle: Coasts\nsubject: History\n---\n\n# Coasts\n',
    ],
    ['# Coasts\n', '---\ntitle: Coasts\nsubject: History\n---\n\n# Coasts\n'],
    ['---\nsubject:\n  - art\ntitle: Coasts\n---\n', '---\ntitle: Coasts\nsubject: History\n---\n'],
  ] as const)('is one line of the head in %j', ([before, after]) => {
    expect(withSubject(before, 'History')).toBe(after);
  });

  test('is one line whatever was typed', () => {
    expect(withSubject('# Coasts\n', 'Art\nstage: KS1')).toContain('\nsubject: "Art stage: KS1"\n');
  });
});
