import { asRead } from '../../as-read.ts';
import { describe, expect, it } from 'vitest';
import { services } from '../../../src/help/services.ts';
import { contactList } from '../../../src/outputs/handouts/contact-list.ts';

const today = '2026-11-25';
const confirmed = {
  nspcc: { on: '2026-11-20', by: 'safeguarding lead' },
  posh: { on: '2026-11-20', by: 'another member of staff' },
};
const names = (list: string) =>
  [...list.matchAll(/<li>.*?<b>(.*?)<\/b>/gs)].map(([, name]) => name);

describe('the contacts on an adults’ sheet', () => {
  it('are the national services on every day, with who last checked each and when, or that it is unchecked (TEACHING 0.1)', () => {
    const plain = asRead(String(contactList('parents', { confirmed: {}, today })));
    expect(names(plain)).toEqual([
      'Police, emergency',
      'NSPCC helpline',
      'Childline',
      'CEOP Safety Centre',
      'Report Remove',
      'Police, not urgent',
      'Take It Down (NCMEC)',
      'Shout',
    ]);
    expect(plain).toContain(
      'Not yet checked by your school: NSPCC helpline, Childline, CEOP Safety Centre',
    );
    expect(plain).not.toContain('Checked on');
    const checked = asRead(String(contactList('parents', { confirmed, today })));
    expect(checked).toContain(
      'Checked on 20 November 2026 by the safeguarding lead: NSPCC helpline. Not yet checked by your school: Childline',
    );
  });

  it('are not listed once more where all were checked at once', () => {
    const all = Object.fromEntries(services.map(({ id }) => [id, confirmed.nspcc]));
    expect(asRead(String(contactList('parents', { confirmed: all, today })))).toContain(
      '<p>All checked on 20 November 2026 by the safeguarding lead.</p>',
    );
  });

  it('stay when the check is older than six months, with its day', () => {
    const old = asRead(String(contactList('parents', { confirmed, today: '2028-01-01' })));
    expect(old).toContain('0808 800 5000');
    expect(old).toContain('Checked on 20 November 2026 by the safeguarding lead: NSPCC helpline.');
  });

  it('have the helpline for staff only while it was confirmed within six months', () => {
    const staff = (on: string, checks: typeof confirmed | Record<never, never> = confirmed) =>
      asRead(String(contactList('staff', { confirmed: checks, today: on })));
    expect(staff(today, {})).not.toContain('0344 381 4772');
    expect(staff('2027-05-20')).toContain('0344 381 4772');
    expect(staff(today)).toContain('by a member of staff: Professionals Online Safety Helpline');
    expect(staff('2027-05-21')).not.toContain('0344 381 4772');
  });

  it('leave out one that the school found to be wrong, but never 999 or Childline', () => {
    const list = String(
      contactList('parents', { confirmed, today, hidden: ['nspcc', '999', 'childline'] }),
    );
    expect(list).not.toContain('NSPCC');
    expect(names(list).slice(0, 2)).toEqual(['Police, emergency', 'Childline']);
  });

  it('have one QR code for each address, and a number that is never broken over two lines', () => {
    const list = asRead(String(contactList('parents', { confirmed, today })));
    const codes = [...list.matchAll(/aria-label="QR code for (.*?)"/g)].map(
      ([, address]) => address,
    );
    expect(codes).toEqual(['childline.org.uk', 'ceop.police.uk', 'takeitdown.ncmec.org']);
    expect(list).toContain(
      '<b>Report Remove</b> <span class="contact-list__one">childline.org.uk</span>',
    );
    expect(list).toContain(
      '<b>NSPCC helpline</b> <span class="contact-list__one">0808 800 5000</span>',
    );
  });

  it('are a line each, without a QR code, where the sheet has one side', () => {
    const short = asRead(String(contactList('parents', { confirmed, today, isShort: true })));
    expect(short).not.toContain('class="qr"');
    expect(short).toContain('<b>NSPCC helpline</b> 0808 800 5000, help@nspcc.org.uk</div>');
  });
});
