import { describe, expect, it } from 'vitest';
import { lineContacts, pupilHelpLines, type HelpLine } from '../../src/help/pupil-help.ts';
import { addresses } from '../../src/help/addresses.ts';
import { NATIONAL } from '../../src/help/national.ts';
import { CHILDLINE, NSPCC } from '../../src/help/numbers.ts';
import { isForPupils, services } from '../../src/help/services.ts';
import { readTree } from '../house/read-tree.ts';

const words = ({ before, strong, after }: HelpLine) => before + strong + after;

describe('the table of contacts', () => {
  it('gives every contact a name, a nation, a source and the day it was read, once (M20)', () => {
    expect(new Set(services.map(({ id }) => id)).size).toBe(services.length);
    for (const service of services) {
      for (const field of [service.name, service.nation, service.use, service.source]) {
        expect(field).not.toBe('');
      }
      expect(service.checked).toMatch(/^20\d\d-\d\d-\d\d$/);
      expect(service.confirmed?.by).not.toBe('');
    }
  });

  it('leaves out the numbers that are known to be stale (H9)', () => {
    expect(JSON.stringify(services)).not.toMatch(
      /0800 131 3126|0844 381 4772|thinkuknow\.co\.uk|knowaboutcse|staffsscb/,
    );
  });

  it('lets nothing for adults or over-18s onto a pupil’s sheet (M21)', () => {
    const lines = pupilHelpLines({ stage: 'KS4' });
    expect(lines).toHaveLength(5);
    for (const { id } of lines) {
      const service = services.find((one) => one.id === id);
      expect(service && isForPupils(service), id).toBe(true);
    }
    const printed = lines.map(words).join(' ');
    for (const service of services.filter((one) => !isForPupils(one))) {
      for (const contact of service.contacts) expect(printed).not.toContain(contact);
    }
  });

  it('holds every number and address that a pupil’s line prints', () => {
    const known = services.flatMap(({ contacts }) => contacts);
    const printed = pupilHelpLines({ stage: 'KS3' }).map(words).join(' ');
    for (const contact of printed.match(/\b999\b|\d[\d ]{6,}\d|[\w.]+\.uk/g) ?? []) {
      expect(known).toContain(contact);
    }
  });

  it('knows every national service, each with a number or an address of the list, and has none confirmed by anybody', () => {
    for (const id of NATIONAL) {
      const [first] = services.find((one) => one.id === id)?.contacts ?? [];
      expect(addresses.map(({ address }) => address)).toContain(first);
    }
    expect(services.filter(({ confirmed }) => confirmed !== null)).toEqual([]);
  });

  it('gives each address once, with whose site it is', () => {
    const all = addresses.map(({ address }) => address);
    expect(all).toEqual([...new Set(all)]);
    expect(addresses.find(({ address }) => address === 'childline.org.uk')?.owner).toBe(
      'Childline',
    );
  });

  it('knows the contacts of every pupil’s line, which are all that its words have', () => {
    for (const line of pupilHelpLines({ stage: 'KS3' })) {
      const printed = words(line).match(/\b999\b|\d[\d ]{6,}\d|[\w.]+\.uk/g) ?? [];
      expect(printed).toEqual(lineContacts[line.id]);
    }
  });

  it('is the one place where slides, sheets and pages have the numbers of Childline and the NSPCC from', () => {
    const folders = /^(?:cards|comebacks|deck|handout|help|pages)\//;
    const files = readTree('src').filter(({ path }) => /\.tsx?$/.test(path) && folders.test(path));
    const code = (text: string) => text.replaceAll(/\/\*[^]*?\*\/|\/\/.*$/gm, '');
    const typed = files.filter(({ text }) =>
      [CHILDLINE, NSPCC].some((number) => code(text).includes(number)),
    );
    expect(typed.map(({ path }) => path)).toEqual(['help/numbers.ts']);
  });
});
