import { describe, expect, it } from 'vitest';
import { contactList } from '../../src/handout/contact-list.ts';

const today = '2026-11-25';

describe('the contacts on an adults’ sheet', () => {
  const confirmed = { nspcc: { on: '2026-11-20', by: 'safeguarding lead' } };

  it('are 999 and Childline until somebody confirms more, and the screen alone says what is missing (M20)', () => {
    const plain = String(contactList('parents', { confirmed: {}, today: today }));
    expect([...plain.matchAll(/<li>.*?<b>(.*?)<\/b>/gs)].map(([, name]) => name)).toEqual(['Police, emergency', 'Childline']);
    expect(plain).toMatch(/screen-only">Left out until somebody at your school confirms them, on “Your school”: NSPCC helpline, CEOP/);
    expect(plain).not.toContain('0808 800 5000');
  });

  it('stand for six months after somebody confirmed them, and no longer', () => {
    expect(String(contactList('parents', { confirmed, today: '2027-05-20' }))).toContain('0808 800 5000');
    expect(String(contactList('parents', { confirmed, today: '2027-05-21' }))).not.toContain('0808 800 5000');
  });

  it('are a line each, without a QR code, where the sheet has one side', () => {
    const short = String(contactList('parents', { confirmed, today, isShort: true }));
    expect(short).not.toContain('class="qr"');
    expect(short).toContain('<b>NSPCC helpline</b> 0808 800 5000, help@nspcc.org.uk: adults worried about a child.');
  });
});
