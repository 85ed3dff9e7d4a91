/** What Report Remove does and what it can't, in the order in which someone asks: what it is, how, and how far it reaches (TEACHING 0.24). */
type ReportRemoveWords = { readonly ask: string; readonly more: string };

/**
 * The one description of Report Remove, by who reads it. It promises nothing, and says that someone
 * looks: a child who was told otherwise would feel deceived by the help itself.
 *
 * Read on 3 December 2026, in copies without a date: ceopeducation.co.uk, “Reporting nude images”
 * (age, account, what is public and what is private); iwf.org.uk, “Report Remove” (analysts, the
 * code by which companies block uploads); crimestoppers-uk.org/fearless, 2024 (proof of age is
 * optional).
 */
export const reportRemoveWords: Readonly<Record<'young people' | 'adults', ReportRemoveWords>> = {
  'young people': {
    ask: 'You can ask Report Remove to help get it taken down.',
    more: 'It’s free, if you’re under 18. You need a Childline account. You may be asked to prove your age. You send the picture there, and nowhere else. Trained people at a charity, the IWF, look at it. They can block uploads on the public web and some apps. They can’t reach private chats, or what’s on a phone. It doesn’t always work; ask early.',
  },
  adults: {
    ask: 'If your child is under 18, they can ask Report Remove, on Childline’s site.',
    more: 'It’s free. They need a Childline account, and may be asked to prove their age. Analysts at the Internet Watch Foundation (IWF) look at what your child sends, and block uploads on the public web and some apps. They can’t reach private chats or devices. It doesn’t always work; ask early.',
  },
};
