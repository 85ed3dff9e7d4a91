/** Who answers and what happens then, in words for the one who asks for help; where that was read, and the day. */
type WhoAnswers = { readonly words: string; readonly source: string; readonly checked: string };

/** The two services that come first on pages for home, by their names in `services.ts`. No waiting time and no hours: they change. */
export const whoAnswers: Readonly<Record<'childline' | 'nspcc', WhoAnswers>> = {
  childline: {
    words:
      'You’re put through to a trained counsellor. You may have to wait. It’s free, and not on the phone bill. You don’t have to give your real name. It stays between you, unless someone is in danger.',
    source: 'childline.org.uk, “About Childline”; Childline in the Sunderland Echo, 28 August 2022',
    checked: '2026-12-01',
  },
  nspcc: {
    words:
      'Someone asks a few questions, then a child protection specialist listens and tells you what could help. You don’t have to say who you are. If a child is in danger, they tell social services or the police.',
    source: 'nspcc.org.uk, “If a report’s been made about you” and “Report abuse”',
    checked: '2026-12-01',
  },
};
