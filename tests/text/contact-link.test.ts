import { expect, test } from 'vitest';
import { services } from '../../src/help/services.ts';
import { contactLink, isSite } from '../../src/text/contact-link.ts';

test('a web address is one with a hyphen or a digit in it too; a number, an e-mail and words are none', () => {
  const sites = [
    'childline.org.uk',
    'takeitdown.ncmec.org',
    'crimestoppers-uk.org',
    '3-2-1.example',
  ];
  const others = [
    '0800 1111',
    '999',
    'help@nspcc.org.uk',
    'text SHOUT to 85258',
    '10.0.0.1',
    'Room 14',
  ];
  expect([...sites, ...others].filter(isSite)).toEqual(sites);
});

test('what is made into a link is the same words again where links lead nowhere', () => {
  for (const contact of services.flatMap(({ contacts }) => contacts)) {
    const link = String(contactLink(contact, { owner: 'Whose' }));
    expect(link === contact || link.includes('<a ')).toBe(true);
    const words = String(contactLink(contact, { owner: 'Whose' }, 'words'));
    expect(words.replaceAll('\u00a0', ' ')).toBe(contact);
  }
});

test('a service with a page of its own on another’s site is led to there, in the words of that site', () => {
  const link = String(
    contactLink('example.org', { owner: 'Whose', page: 'www.example.org/its-own' }),
  );
  expect(link).toMatch(/href="https:\/\/www\.example\.org\/its-own\/"[^>]*>example\.org</);
  expect(String(contactLink('999', { owner: 'Whose', page: 'www.example.org/its-own' }))).toContain(
    'tel:999',
  );
});
