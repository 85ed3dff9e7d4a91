import { describe, expect, it } from 'vitest';
import {
  cardSheets,
  helpCardAddress,
  helpCardPage,
  leadThatFits,
} from '../../../src/outputs/handouts/help-card.ts';
import type { Stage } from '../../../src/lesson/lesson.ts';

const page = (stages: readonly (Stage | null)[], more = {}) =>
  helpCardPage({ stages, ...more })['main'] ?? '';
const editions = (main: string) =>
  [...main.matchAll(/class="edition" id="([^"]*)"/g)].map(([, id]) => id);

describe('the help cards', () => {
  it('put the card without words about pictures first as soon as a lesson is for younger pupils', () => {
    const others = [
      'ages-11-18-club',
      'ages-9-11-talk',
      'ages-11-18-money',
      'ages-11-18-consent',
      'ages-11-18-talk',
    ];
    expect(editions(page(['KS3', 'KS4']))).toEqual(['ages-11-18', 'ages-9-11', ...others]);
    for (const stages of [['KS2', 'KS3'], ['KS3', null], []] as const) {
      expect(editions(page(stages))).toEqual(['ages-9-11', 'ages-11-18', ...others]);
    }
  });

  it('have CEOP and Childline’s chat on them, for older pupils Report Remove, and no word of doubt (TEACHING 0.1)', () => {
    const [older = '', younger = ''] = page(['KS3']).split(/id="ages-(?:9-11|11-18-club)"/);
    for (const card of [older, younger]) {
      expect(card.match(/<b>CEOP<\/b>/g)).toHaveLength(8);
      expect(card.match(/<b>Childline chat<\/b>: childline\.org\.uk/g)).toHaveLength(8);
    }
    expect(older.match(/<b>Report Remove<\/b>/g)).toHaveLength(8);
    expect(younger).not.toContain('Report Remove');
    expect(older + younger).not.toMatch(/check|confirm/i);
  });

  it('say on each card for which ages it is, as cards are mixed once they are cut', () => {
    for (const [stage, ages] of [
      ['KS2', '9–11'],
      ['KS4', '11–18'],
    ] as const) {
      const [front = '', back = ''] = String(cardSheets(stage)).split('page 1 of 2');
      expect(front.match(new RegExp(`help-card__ages">${ages}<`, 'g'))).toHaveLength(8);
      expect(back).not.toContain('help-card__ages');
    }
  });

  it('leave out what the school found to be wrong', () => {
    expect(page(['KS3'], { hidden: ['ceop', 'report-remove'] })).not.toMatch(/Report Remove|CEOP/);
  });

  it('have the two services on the back, so that the front stays large', () => {
    const older = page(['KS3']).split('id="ages-9-11"')[0] ?? '';
    expect(older.match(/class="sheet sheet--cards"/g)).toHaveLength(2);
    const [front = '', back = ''] = older.split('page 1 of 2');
    expect(front).not.toMatch(/Report Remove|CEOP/);
    expect(back).toMatch(/Report Remove.*CEOP/s);
  });

  it('say to younger pupils that they can always tell, and leave the adult to them', () => {
    const younger = (more = {}) => page(['KS2'], more).split(/id="ages-(?:9-11|11-18)"/)[1] ?? '';
    for (const main of [younger(), younger({ hidden: ['ceop'] })]) {
      expect(main.match(/it is not your fault\. You can always tell\./g)).toHaveLength(8);
      expect(main.match(/<b>An adult I trust<\/b>/g)).toHaveLength(8);
      expect(main).not.toMatch(/picture|photo|image|nude|In school/i);
    }
    expect(younger()).toContain('CEOP');
  });

  it('leave the adult to those in youth work, whatever their age', () => {
    const club = String(cardSheets('KS3', { setting: 'youth work' }));
    expect(club.match(/<b>An adult I trust<\/b>/g)).toHaveLength(8);
    expect(club).not.toContain('In school');
    expect(String(cardSheets('KS3'))).toContain('<b>In school</b>');
  });

  it('lead older pupils to the school’s site for home, on the back, and never cut its address', () => {
    const [front = '', back = ''] = String(
      cardSheets('KS3', { homeSite: 'help.example.org' }),
    ).split('page 1 of 2');
    expect(back.match(/Replies to send, and help: <b>help\.example\.org<\/b>/g)).toHaveLength(8);
    expect(front).not.toContain('help.example.org');
    const long = `${'a'.repeat(30)}.example.org`;
    expect(String(cardSheets('KS3', { homeSite: long }))).not.toContain('aaa');
    // It fits, and in large print it would not.
    const wide = String(cardSheets('KS3', { homeSite: 'help.st-marys-school.uk/x' }));
    expect(wide).toContain('help-card__home--long">Replies to send');
    expect(back).not.toContain('help-card__home--long');
    expect(String(cardSheets('KS2', { homeSite: 'help.example.org' }))).not.toContain(
      'help.example',
    );
  });

  it('say to older pupils, on the front, that people who passed something on are helped too', () => {
    for (const more of [{}, { hidden: ['ceop', 'report-remove'] }]) {
      const [front = ''] = (page(['KS3'], more).split('id="ages-9-11"')[0] ?? '').split(
        'page 1 of',
      );
      expect(
        front.match(/it is not your fault\. Passed something on\? You can still get help\./g),
      ).toHaveLength(8);
    }
  });

  it('have their ages in the foot, on front and back', () => {
    const feet = (made: unknown) =>
      [...String(made).matchAll(/sheet__foot"><span>(.*?)<\/span>/g)].map(([, words]) => words);
    expect(feet(cardSheets('KS2'))).toEqual([
      'Pupil help card, ages 9–11, front',
      'Pupil help card, ages 9–11, back',
    ]);
    expect(feet(cardSheets('KS3'))).toEqual([
      'Pupil help card, ages 11–18, front',
      'Pupil help card, ages 11–18, back',
    ]);
    expect(feet(cardSheets('KS3', { setting: 'youth work' }))).toEqual([
      'Help card, ages 11–18, front',
      'Help card, ages 11–18, back',
    ]);
  });

  it('name the safeguarding lead first where the school has, and leave a line for another adult', () => {
    for (const stage of ['KS2', 'KS3'] as const) {
      const made = String(cardSheets(stage, { lead: 'Ms Khan, Room 14' }));
      expect(
        made.match(
          /<p class="help-card__lead"><b>In school<\/b> Ms Khan, Room 14<\/p><p class="write-on"><b>Another adult<\/b> <span><\/span><\/p>/g,
        ),
      ).toHaveLength(8);
    }
  });

  it('name the lead with as much as fits, and leave the line blank rather than cut a number off', () => {
    const name = 'Dr W. Featherstonehaugh-Cholmondeley';
    expect(leadThatFits([`${name}, Room 14`, name])).toBe(`${name}, Room 14`);
    expect(leadThatFits([`${name}, ${'the office by the hall, '.repeat(4)}`, name])).toBe(name);
    const long = 'The office beside the library, on the second floor. '.repeat(6);
    expect(leadThatFits([`${long}, Room 14`, long])).toBe('');
    expect(leadThatFits(['safeguarding@a-school-with-one-name'.replaceAll('-', '')])).toBe('');
    expect(leadThatFits([''])).toBe('');
  });

  it('have an address for each stage, and for clubs', () => {
    expect(helpCardAddress({ stage: 'KS2', topic: 'pictures' })).toBe('print/help-card/#ages-9-11');
    expect(helpCardAddress({ stage: null, topic: 'pictures' })).toBe('print/help-card/#ages-9-11');
    expect(helpCardAddress({ stage: 'KS4', topic: 'pictures' })).toBe(
      'print/help-card/#ages-11-18',
    );
    expect(helpCardAddress({ stage: 'KS4', topic: 'pictures', setting: 'youth work' })).toBe(
      'print/help-card/#ages-11-18-club',
    );
    expect(helpCardAddress({ stage: 'KS2', topic: 'pictures', setting: 'youth work' })).toBe(
      'print/help-card/#ages-9-11',
    );
  });
});
