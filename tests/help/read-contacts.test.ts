import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import {
  isCitable,
  knownNumbers,
  servicesOf,
  staleContacts,
  staleOf,
} from '../../src/help/known-contacts.ts';
import { contactValues, readContacts } from '../../src/help/read-contacts.ts';
import { services } from '../../src/help/services.ts';

const values = (text: string) => readContacts(text, knownNumbers).map(({ value }) => value);

describe('a contact', () => {
  test.for([
    ['0800 1111', '08001111'],
    ['0800-1111', '08001111'],
    ['+44 (0)800 1111', '08001111'],
    ['0044 800 1111', '08001111'],
    ['0 8 0 0 1 1 1 1', '08001111'],
    ['tel:08001111', '08001111'],
    ['(020) 7946 0000', '02079460000'],
    ['text SHOUT to 85258', '85258'],
    ['call 116 123', '116123'],
    ['Samaritans: 116123', '116123'],
    ['helpline 81234', '81234'],
    ['1-800-843-5678', '18008435678'],
    ['help [at] nspcc [dot] org [dot] uk', 'help@nspcc.org.uk'],
    ['childline dot org dot uk', 'childline.org.uk'],
    ['WWW.Childline.ORG.uk.', 'childline.org.uk'],
    ['https://childline.org.uk@kind.example/', 'kind.example'],
    ['https://kind.example\\@childline.org.uk', 'kind.example'],
    ['//kind.com/childline.org.uk', 'kind.com'],
  ])('written %s is %s', ([text = '', value = '']) => {
    expect(values(`See ${text}, please`)).toEqual([value]);
  });

  test.for(['0800 1111/0808 800 5000', '0800 1111 0808 800 5000'])(
    'is known in a row: %s',
    (text) => {
      expect(values(text)).toEqual(['08001111', '08088005000']);
    },
  );

  it('is at the place it gives, in any text', () => {
    const piece = fc.constantFrom(
      '0800 1111',
      '+44',
      ' dot ',
      '.',
      '@',
      'a',
      '(',
      '7',
      'org.uk',
      ' ',
      'https://',
      '24/7',
      '[at]',
      '—',
      '💬',
    );
    fc.assert(
      fc.property(fc.array(piece), (pieces) => {
        const text = pieces.join('');
        for (const { words, index } of readContacts(text, knownNumbers)) {
          expect(text.slice(index, index + words.length)).toBe(words);
        }
      }),
    );
  });
});

describe('the lists', () => {
  it('know every service by each of its contacts', () => {
    for (const service of services) {
      for (const contact of service.contacts) {
        const [value = ''] = contactValues(contact);
        const found = {
          kind: /^\d/.test(value) ? 'phone' : value.includes('@') ? 'email' : 'web',
          value,
          words: contact,
          index: 0,
        } as const;
        expect(servicesOf(found)).toContain(service);
      }
    }
  });

  it('say what replaces each contact that is out of date, and that is on a list', () => {
    for (const { contact, instead } of staleContacts) {
      const [found] = readContacts(contact, knownNumbers);
      expect(found && staleOf(found)).toMatchObject({ instead });
      for (const good of readContacts(instead, knownNumbers)) {
        expect(servicesOf(good).length > 0 || isCitable(good)).toBe(true);
      }
    }
  });
});
