import { describe, expect, test } from 'vitest';
import { startAutosave } from '../../src/edit/autosave.ts';
import {
  fileName,
  openedText,
  stateInWords,
  type LessonHome,
  type SaveState,
} from '../../src/edit/lesson-home.ts';
import { aLesson } from './home.contract.ts';
import { memoryHome } from './memory-home.ts';

function open({ home }: { readonly home: LessonHome }, { version = 0, title = '' } = {}) {
  const page = { text: '' };
  const states: SaveState['is'][] = [];
  const waiting: (() => void)[] = [];
  const autosave = startAutosave({
    home,
    id: 'one',
    version,
    title,
    staysSafeguarding: false,
    snapshot: () => ({ text: page.text, saved: 0, cursor: 0, undo: null }),
    later: (work) => waiting.push(work),
    notify: ({ is }) => states.push(is),
  });
  const type = (text: string) => {
    page.text = text;
    autosave.changed();
  };
  const pass = async () => {
    waiting.splice(0).forEach((work) => work());
    await autosave.flush();
  };
  return { autosave, states, type, pass, waiting };
}

describe('saving while someone types', () => {
  test('waits a second for more, then saves all of it once', async () => {
    const memory = memoryHome();
    const { type, pass, states, waiting } = open(memory);
    type('a');
    type('ab');
    expect(waiting).toHaveLength(1);
    await pass();
    expect(memory.lessons.get('one')).toMatchObject({ text: 'ab', version: 1 });
    expect(states.at(-1)).toBe('saved');
  });

  test('says what was refused, loses nothing, and tries again with the next change', async () => {
    const memory = memoryHome();
    const { autosave, type, pass } = open(memory);
    memory.refuses.push({ is: 'refused', why: 'full' });
    type('a');
    await pass();
    expect(autosave.state()).toEqual({ is: 'not saved', why: 'full' });
    type('ab');
    await pass();
    expect(autosave.state()).toEqual({ is: 'saved' });
    expect(memory.lessons.get('one')?.text).toBe('ab');
  });

  test('writes over nothing that another window saved, and goes on as a copy', async () => {
    const memory = memoryHome();
    const mine = open(memory);
    mine.type('mine');
    await mine.pass();
    const other = open(memoryHome(memory.lessons), { version: 1 });
    other.type('theirs');
    await other.pass();
    mine.type('mine, and more');
    await mine.pass();
    expect(mine.autosave.state()).toMatchObject({
      is: 'changed elsewhere',
      theirs: { text: 'theirs' },
    });
    expect(memory.lessons.get('one')?.text).toBe('theirs');
    mine.type('mine, and still more');
    await mine.autosave.goOnAs('two');
    expect(memory.lessons.get('one')?.text).toBe('theirs');
    expect(memory.lessons.get('two')?.text).toBe('mine, and still more');
    expect(mine.autosave.state()).toEqual({ is: 'saved' });
  });

  test('goes on in the place of what another window saved, once the teacher has seen both', async () => {
    const memory = memoryHome();
    const mine = open(memory);
    mine.type('mine');
    await mine.pass();
    memory.lessons.set('one', aLesson('one', 'theirs', 7));
    mine.type('mine, and more');
    await mine.pass();
    await mine.autosave.replaceTheirs();
    expect(mine.autosave.state()).toEqual({ is: 'saved' });
    expect(memory.lessons.get('one')).toMatchObject({ text: 'mine, and more', version: 8 });
    await mine.autosave.replaceTheirs();
    expect(memory.lessons.get('one')?.version).toBe(8);
  });

  test('tries again by itself after a refusal, until it is saved', async () => {
    const memory = memoryHome();
    const { autosave, type, pass, waiting } = open(memory);
    memory.refuses.push({ is: 'refused', why: 'away' }, { is: 'refused', why: 'away' });
    type('a');
    await pass();
    expect(autosave.state()).toEqual({ is: 'not saved', why: 'away' });
    while (waiting.length > 0) await pass();
    expect(autosave.state()).toEqual({ is: 'saved' });
    expect(memory.lessons.get('one')?.text).toBe('a');
  });

  test('in two windows at the very same moment: one is saved, the other is asked, and both texts are there in the end', async () => {
    const first = memoryHome();
    const start = open(first);
    start.type('as it was');
    await start.pass();
    const windows = [first, memoryHome(first.lessons)].map((home) => open(home, { version: 1 }));
    windows.forEach(({ type }, at) => type(`window ${at}`));
    await Promise.all(windows.map(({ pass }) => pass()));
    const states = windows.map(({ autosave }) => autosave.state().is);
    expect(states.toSorted()).toEqual(['changed elsewhere', 'saved']);
    await windows[states.indexOf('changed elsewhere')]?.autosave.goOnAs('two');
    const texts = [...first.lessons.values()].map(({ text }) => text);
    expect(texts.toSorted()).toEqual(['window 0', 'window 1']);
  });

  test('gives the list its title, though it was saved before that was read', async () => {
    const memory = memoryHome();
    const mine = open(memory);
    mine.type('# Theirs');
    await mine.pass();
    expect(memory.lessons.get('one')?.title).toBe('Untitled lesson');
    mine.autosave.titled('Theirs');
    await mine.pass();
    expect(memory.lessons.get('one')).toMatchObject({ title: 'Theirs', text: '# Theirs' });
  });

  test('saves nothing for a title that its home has, or of a lesson that was only opened', async () => {
    const memory = memoryHome();
    const untouched = open(memory);
    untouched.autosave.titled('One');
    await untouched.pass();
    expect(memory.lessons.size).toBe(0);
    const saved = open(memory, { version: 3, title: 'One' });
    saved.autosave.titled('One');
    expect(saved.waiting).toEqual([]);
  });

  test('says in words how it is', () => {
    const words = (state: SaveState) => stateInWords(state, 'this computer');
    expect(words({ is: 'saving' })).toBe('Saving…');
    expect(words({ is: 'saved' })).toBe('Saved to this computer');
    expect(words({ is: 'not saved', why: 'full' })).toContain('Save a copy');
    expect(words({ is: 'not saved', why: 'blocked' })).toContain('Save a copy');
    expect(words({ is: 'not saved', why: 'failed' })).toBe(
      'Not saved: Wholeclass could not save it. Save a copy',
    );
    expect(words({ is: 'changed elsewhere', theirs: aLesson('one', 'theirs') })).toBe(
      'Changed somewhere else',
    );
  });
});

describe('a file', () => {
  test('is opened with one kind of line end and without a mark of its encoding', () => {
    expect(openedText('\uFEFF# A\r\nb\rc\n')).toBe('# A\nb\nc\n');
  });

  test('that is no text, or far too long, is not opened', () => {
    expect(openedText('PK\u0003\u0004\0')).toBeNull();
    expect(openedText('a'.repeat(2_000_001))).toBeNull();
  });

  test('that has the sign for a letter that was lost is opened: it is text like any other', () => {
    expect(openedText('# A \uFFFD\n')).toBe('# A \uFFFD\n');
  });

  test('is named by its title', () => {
    expect(fileName('why-ice-floats')).toBe('why-ice-floats.md');
    expect(fileName('')).toBe('lesson.md');
  });
});
