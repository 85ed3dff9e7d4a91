import { inSchool } from '../../as-read.ts';
import { describe, expect, it } from 'vitest';
import { lookOf, withLook } from '../../../src/outputs/handouts/paper-look.ts';
import { pdfName } from '../../../src/outputs/handouts/pile.ts';
import { allSheets, sheetsOfLesson, sheetsOfSchool } from '../../../src/outputs/handouts/sheets.ts';
import { isPicked } from '../../../src/pages/print/desk/choice.ts';
import { general } from '../../../src/subjects/general.ts';
import type { Pack } from '../../../src/subjects/pack.ts';
import { safeguarding } from '../../../src/subjects/safeguarding.ts';
import { firstLesson, ourFilm, shortLesson } from './a-lesson.ts';

const { lesson } = firstLesson();
const ofLesson = (film: unknown = ourFilm.film) => sheetsOfLesson({ lesson, film }, allSheets());

describe('the table of sheets', () => {
  it('lists a lesson’s in the order they are handed out: some days before, for the desk, for the class, and afterwards', () => {
    const piles = ofLesson().map(({ pile }) => pile);
    expect(piles).toEqual(
      piles.toSorted(
        (a, b) =>
          ['before', 'desk', 'class', 'after'].indexOf(a) -
          ['before', 'desk', 'class', 'after'].indexOf(b),
      ),
    );
    expect(new Set(piles)).toEqual(new Set(['before', 'desk', 'class', 'after']));
  });

  it('gives the help card to the class before anything else', () => {
    expect(ofLesson().find(({ pile }) => pile === 'class')?.id).toBe('help-card');
  });

  it('has no two sheets at one address, and every address is small words from the site’s root', () => {
    const addresses = [...ofLesson(), ...sheetsOfSchool(allSheets())].map(({ address }) => address);
    expect(new Set(addresses).size).toBe(addresses.length);
    for (const address of addresses) expect(address).toMatch(/^([a-z0-9-]+\/)+(#[a-z0-9-]+)?$/);
  });

  it('leaves out the film in words where no film plays', () => {
    expect(ofLesson().map(({ id }) => id)).toContain('transcript');
    expect(ofLesson(null).map(({ id }) => id)).not.toContain('transcript');
  });

  it('leaves what a class hears, gets or leaves behind out of what is held for adults', () => {
    const forAdults = sheetsOfLesson(
      { lesson: shortLesson('adults').lesson, film: null },
      allSheets(),
    ).map(({ id }) => id);
    expect(forAdults).toEqual(['plan', 'notes', 'worksheet']);
  });

  it('prints the school’s help cards in both editions, each a file of its own that names its ages', () => {
    const cards = sheetsOfSchool(allSheets());
    expect(cards.map(({ address }) => address)).toEqual([
      'print/help-card/#ages-9-11-pack',
      'print/help-card/#ages-11-18-pack',
    ]);
    expect(cards.map(({ id, styles }) => pdfName({ id, style: styles[0] ?? 'standard' }))).toEqual([
      'help-card-ages-9-11.pdf',
      'help-card-ages-11-18.pdf',
    ]);
    expect(cards.map(({ title }) => inSchool(title))).toEqual([
      'Pupil help cards, ages 9–11',
      'Pupil help cards, ages 11–18',
    ]);
  });

  it('has cards for a camera with lessons of other subjects, and with none that needs an approval or care', () => {
    const cardsIn = (pack: Pack) =>
      sheetsOfLesson(
        { lesson: { ...lesson, subject: { ...lesson.subject, pack } }, film: null },
        allSheets(),
      ).find(({ id }) => id === 'camera-cards');
    expect(cardsIn(safeguarding)).toBeUndefined();
    expect(cardsIn({ ...general, sheets: 'all', care: ['telling'] })).toBeUndefined();
    const cards = cardsIn(general);
    if (!cards) throw new Error('There are no cards for a lesson of another subject');
    // Thirty sheets that are there already are printed again only where someone picks them.
    expect(isPicked(cards, 'everything')).toBe(false);
    expect(isPicked(cards, ['camera-cards'])).toBe(true);
  });

  it('gives a club’s lesson the card that does not say “In school”, as its worksheet does not', () => {
    const club = sheetsOfLesson(
      { lesson: { ...lesson, setting: 'youth work' }, film: null },
      allSheets(),
    );
    expect(club.find(({ id }) => id === 'help-card')?.address).toBe(
      'print/help-card/#ages-11-18-club',
    );
  });

  it('says which styles a sheet comes in, and how many are cut out of a page', () => {
    const card = ofLesson().find(({ id }) => id === 'help-card');
    expect(card?.perPage.standard).toBe(8);
    for (const { styles } of ofLesson()) expect(styles).toContain('standard');
  });
});

describe('a sheet’s address', () => {
  it('says the style and the typeface before its hash, and nothing that is plain', () => {
    expect(withLook('print/help-card/#ages-9-11', { style: 'large', font: 'andika' })).toBe(
      'print/help-card/?style=large&font=andika#ages-9-11',
    );
    expect(withLook('print/a/worksheet/', { style: 'standard', font: 'atkinson' })).toBe(
      'print/a/worksheet/',
    );
  });

  it('is read back as it was written, and as plain where it says what there is not', () => {
    for (const look of [
      { style: 'spaced', font: 'lexend' },
      { style: 'standard', font: 'andika' },
    ] as const) {
      expect(lookOf(withLook('a/', look).replace('a/', ''))).toEqual(look);
    }
    expect(lookOf('?style=tiny&font=comic')).toEqual({ style: 'standard', font: 'atkinson' });
  });
});
