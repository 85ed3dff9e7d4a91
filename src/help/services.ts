import {
  BANKS,
  CEOP_SITE,
  CHILDLINE,
  CHILDLINE_SITE,
  EMERGENCY,
  NSPCC,
  NSPCC_EMAIL,
  REPORT_FRAUD_SITE,
  REPORT_REMOVE_PAGE,
  SCAM_TEXTS,
} from './numbers.ts';
import type { Confirmation } from './confirmation.ts';

/** The audience of a contact. Only the first two may be on children's material (M21). */
type Audience = 'pupils' | 'everyone' | 'adults' | 'staff';

/** How well the facts were found: in a copy that carries its date, in one that does not, or agreed by the school itself. */
type Found = 'dated copy' | 'undated copy' | 'school';

/** One contact with everything needed to decide where it may appear (M20, M21). */
export type Service = {
  readonly id: string;
  readonly name: string;
  /** Whose site its address leads to, where that is another name. */
  readonly owner?: string;
  /** Telephone numbers and short addresses as they are printed, the first one first. */
  readonly contacts: readonly string[];
  /** Its own page on the site of another, too long to print: a link to that site leads there. */
  readonly page?: string;
  readonly audience: Audience;
  /** The ages it helps, both ends included; `null` at the end it leaves open. */
  readonly ages: readonly [from: number | null, to: number | null];
  readonly nation: string;
  /** What it is for, in a sentence for adults. */
  readonly use: string;
  /** Where the facts were read. */
  readonly source: string;
  readonly found: Found;
  /** The day the source was read, `2026-11-24`. */
  readonly checked: string;
  /** The person who confirmed it; null while no one has. */
  readonly confirmed: Confirmation | null;
};

const read = { checked: '2026-11-24', confirmed: null } as const;

/** Every contact the toolkit knows. What is not here is printed nowhere (H9). */
export const services: readonly Service[] = [
  {
    ...read,
    id: '999',
    name: 'Police, emergency',
    contacts: [EMERGENCY],
    audience: 'everyone',
    ages: [null, null],
    nation: 'UK',
    use: 'Anyone in danger now.',
    source: 'Public guidance, several',
    found: 'dated copy',
  },
  {
    ...read,
    id: 'school',
    name: 'An adult you trust in school',
    contacts: [],
    audience: 'pupils',
    ages: [null, 19],
    nation: 'UK',
    use: 'The first line always: any adult in school, who tells the safeguarding lead. The school fills in the names.',
    source: 'The school',
    found: 'school',
  },
  {
    ...read,
    id: 'childline',
    name: 'Childline',
    contacts: [CHILDLINE, CHILDLINE_SITE],
    audience: 'pupils',
    ages: [null, 18],
    nation: 'UK',
    use: 'Anyone under 19: free, not on the phone bill, chat online, a sign language service. Opening hours are not printed.',
    source: 'Public guidance, several, for the number; copies disagree on the hours',
    found: 'dated copy',
  },
  {
    ...read,
    id: 'report-remove',
    name: 'Report Remove',
    owner: 'Childline',
    contacts: [CHILDLINE_SITE],
    page: REPORT_REMOVE_PAGE,
    audience: 'pupils',
    ages: [null, 17],
    nation: 'UK',
    use: 'A person under 18 asks for a nude of themselves to be taken down. They need a Childline account, and may be asked to prove their age. Analysts of the IWF look at what they send. It blocks uploads on the public web and some apps, and cannot reach private chats or devices. Removal cannot be promised.',
    source:
      'iwf.org.uk; childline.org.uk; ceopeducation.co.uk; crimestoppers-uk.org/fearless (2024). Its own page as seven public pages and apps lead there, 1 December 2026',
    found: 'undated copy',
  },
  {
    ...read,
    id: 'ceop',
    name: 'CEOP Safety Centre',
    contacts: [CEOP_SITE],
    audience: 'everyone',
    ages: [null, null],
    nation: 'UK',
    use: 'Sexual pressure, grooming or threats online. A child protection adviser replies. Not for emergencies or bullying, and not anonymous.',
    source: 'The service’s own pages',
    found: 'undated copy',
  },
  {
    ...read,
    id: '101',
    name: 'Police, not urgent',
    contacts: ['101'],
    audience: 'everyone',
    ages: [null, null],
    nation: 'UK',
    use: 'To report a crime when nobody is in danger now.',
    source: 'Public guidance, several',
    found: 'dated copy',
  },
  {
    ...read,
    id: 'take-it-down',
    name: 'Take It Down (NCMEC)',
    owner: 'Take It Down',
    contacts: ['takeitdown.ncmec.org'],
    audience: 'everyone',
    ages: [null, null],
    nation: 'Worldwide',
    use: 'A nude of someone, made when they were under 18. A code is made on their own device, and the picture is never uploaded.',
    source: 'takeitdown.ncmec.org, questions and answers',
    found: 'undated copy',
  },
  {
    ...read,
    id: 'iwf',
    name: 'Internet Watch Foundation',
    contacts: ['iwf.org.uk'],
    audience: 'everyone',
    ages: [null, null],
    nation: 'UK',
    use: 'Anyone who comes across abuse reports the address of the page. Never search for it.',
    source: 'Public guidance',
    found: 'dated copy',
  },
  {
    ...read,
    id: 'shout',
    name: 'Shout',
    contacts: ['text SHOUT to 85258'],
    audience: 'everyone',
    ages: [null, null],
    nation: 'UK',
    use: 'Free help by text in distress.',
    source: 'The service’s questions and answers, 4 November 2024',
    found: 'dated copy',
  },
  {
    ...read,
    id: 'the-mix',
    name: 'The Mix',
    contacts: [],
    audience: 'everyone',
    ages: [null, 24],
    nation: 'UK',
    use: 'Support for people under 25, part of Mental Health Innovations since September 2024. Its old telephone number is not printed.',
    source: 'Public guidance: still running on 30 April 2025',
    found: 'dated copy',
  },
  {
    ...read,
    id: 'nspcc',
    name: 'NSPCC helpline',
    contacts: [NSPCC, NSPCC_EMAIL],
    audience: 'adults',
    ages: [18, null],
    nation: 'UK',
    use: 'Adults worried about a child. Opening hours are not printed.',
    source: 'Public guidance, several, for the number; copies disagree on the hours',
    found: 'dated copy',
  },
  {
    ...read,
    id: 'bank',
    name: 'Your bank',
    contacts: [],
    audience: 'everyone',
    ages: [null, null],
    nation: 'UK',
    use: 'Money has gone, or come in: call the number on the back of the card, together. No number is printed here: the one on the card is the bank’s own.',
    source: 'National Crime Agency, Money muling; mobilebroadbandgroup.com, Protect against fraud',
    found: 'undated copy',
    checked: '2026-12-03',
  },
  {
    ...read,
    id: '159',
    name: 'Stop Scams UK',
    contacts: [BANKS],
    audience: 'everyone',
    ages: [null, null],
    nation: 'UK',
    use: 'Puts you through to most banks, for example where a call or message says it is from yours. It costs as much as a national call.',
    source:
      'castlehillha.co.uk and silverstonemortgages.com, September 2021, quoting Stop Scams UK',
    found: 'dated copy',
    checked: '2026-12-03',
  },
  {
    ...read,
    id: '7726',
    name: 'Scam texts',
    contacts: [SCAM_TEXTS],
    audience: 'everyone',
    ages: [null, null],
    nation: 'UK',
    use: 'Forward a scam text to this number, free: the phone company looks into it.',
    source: 'mobilebroadbandgroup.com, Protect against fraud; sightsupportwest.org.uk',
    found: 'undated copy',
    checked: '2026-12-03',
  },
  {
    ...read,
    id: 'report-fraud',
    name: 'Report Fraud',
    contacts: [REPORT_FRAUD_SITE],
    audience: 'everyone',
    ages: [null, null],
    nation: 'England, Wales and Northern Ireland',
    use: 'To report a scam, with an adult; in place of Action Fraud since December 2025. Not for emergencies.',
    source: 'City of London Police and Serious Fraud Office, December 2025',
    found: 'dated copy',
    checked: '2026-11-30',
  },
  {
    ...read,
    id: 'meic',
    name: 'Meic',
    contacts: ['080 8802 3456', 'meic.cymru'],
    audience: 'everyone',
    ages: [null, 25],
    nation: 'Wales',
    use: 'Children and young people in Wales, up to 25: advice, and someone to speak up for them.',
    source: 'eryica.org, 2020; familypoint.cymru, 2 February 2017',
    found: 'dated copy',
    checked: '2026-12-01',
  },
  {
    ...read,
    id: 'children-first',
    name: 'Children First support line',
    contacts: ['08000 28 22 33', 'childrenfirst.org.uk'],
    audience: 'adults',
    ages: [18, null],
    nation: 'Scotland',
    use: 'Any family in Scotland that is worried about a child: free to call, or chat on its site.',
    source: 'Strathspey Herald, May 2025',
    found: 'dated copy',
    checked: '2026-12-01',
  },
  {
    ...read,
    id: 'lifeline',
    name: 'Lifeline',
    contacts: ['0808 808 8000'],
    audience: 'everyone',
    ages: [null, null],
    nation: 'Northern Ireland',
    use: 'Anyone in Northern Ireland in distress, of any age: a trained counsellor answers. Free.',
    source: 'lifelinehelpline.info; Public Health Agency, publichealth.hscni.net',
    found: 'undated copy',
    checked: '2026-12-01',
  },
  {
    ...read,
    id: 'abuse-in-education',
    name: 'Report Abuse in Education',
    contacts: ['0800 136 663'],
    audience: 'adults',
    ages: [null, null],
    nation: 'UK',
    use: 'Abuse in school settings. Whether it still runs has to be confirmed.',
    source: 'A school policy of 2024; opened in March 2021',
    found: 'undated copy',
  },
  {
    ...read,
    id: 'posh',
    name: 'Professionals Online Safety Helpline',
    contacts: ['0344 381 4772'],
    audience: 'staff',
    ages: [18, null],
    nation: 'UK',
    use: 'Staff only: advice, and a way to reach the platforms.',
    source: 'Public guidance, one copy',
    found: 'undated copy',
  },
  {
    ...read,
    id: 'intimate-images-18',
    name: 'Revenge Porn Helpline',
    contacts: ['0345 6000 459'],
    audience: 'adults',
    ages: [18, null],
    nation: 'UK',
    use: 'Adults of 18 and over alone, for themselves. Never on pupils’ material.',
    source: 'Public guidance: running in August 2025',
    found: 'dated copy',
  },
  {
    ...read,
    id: 'staffordshire',
    name: 'Staffordshire children’s services',
    contacts: ['0300 111 8007', '0345 604 2886 (out of hours)'],
    audience: 'adults',
    ages: [18, null],
    nation: 'England',
    use: 'Adults and staff, to make a referral in Staffordshire.',
    source: 'staffordbc.gov.uk',
    found: 'undated copy',
  },
  {
    ...read,
    id: 'stoke-on-trent',
    name: 'Stoke-on-Trent children’s services',
    contacts: ['01782 235100', '01782 234234 (out of hours)'],
    audience: 'adults',
    ages: [18, null],
    nation: 'England',
    use: 'Adults and staff, to make a referral in Stoke-on-Trent.',
    source: 'safeguardingchildren.stoke.gov.uk',
    found: 'undated copy',
  },
];

/** True where a contact may be on children's material at all (M21); whether it is shown today is `isShown`. */
export function isForPupils({ audience, ages }: Service): boolean {
  return (audience === 'pupils' || audience === 'everyone') && (ages[0] === null || ages[0] < 18);
}
