import { PHONE_VERSION, type PhoneView } from '../../src/room/phone-protocol.ts';

/** What a phone may be shown on the second slide of a lesson. */
export function aPhoneView(part: Partial<PhoneView> = {}): PhoneView {
  return {
    v: PHONE_VERSION,
    lesson: 'Messages',
    phase: 'running',
    slide: { id: 'two', fragment: 0, n: 2, heading: 'What we saw' },
    picture: '<div class="slide slide--text"><h2>What we saw</h2></div>',
    main: { step: 'next', words: 'Next', icon: 'next', isOff: false },
    isBackOff: false,
    cover: 'none',
    isLanding: false,
    offers: { help: true, land: true },
    status: { title: 'Slide 2 of 3', words: '' },
    next: 'The end',
    clock: { minutes: 12, words: 'On time', isLate: false },
    slides: [
      { id: 'one', label: '1', heading: 'Messages' },
      { id: 'two', label: '2', heading: 'What we saw' },
      { id: 'three', label: '3', heading: 'The end' },
    ],
    notes: { first: null, label: 'Your notes', rest: '<p>Wait.</p>', listen: '', listenFor: '' },
    telling: null,
    answered: null,
    ...part,
  };
}
