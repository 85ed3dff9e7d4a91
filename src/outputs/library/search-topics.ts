/** What a lesson is about, as a search knows it. The names are for code; neither they nor what teachers type for them is shown anywhere (H13). */
export type Topic = keyof typeof topics;

type TopicWords = {
  /** What teachers type for it, in lower case and the singular. */
  readonly typed: readonly string[];
  /** What a lesson about it says in its own words. */
  readonly says: RegExp;
};

function words(list: string): readonly string[] {
  return list.trim().split(/,\s+/);
}

/** Every topic of these lessons. */
export const topics = {
  images: {
    typed: words(`
      sexting, sext, nude, nudity, semi nude, naked, image, photo, picture, pic, selfie, dick pic, cyberflashing, image sharing,
      sharing image, sharing nude, intimate image, explicit image, sexual image, indecent image, private photo,
      youth produced imagery, self generated image, sexual imagery, imagery, sending, sending picture, sending photo,
      sending pic, sending nude, sending image, sharing picture, sharing photo, sharing pic, sharing nude, asking for picture
    `),
    says: /\bnudes?\b|\bprivate (?:photo|picture|image)|\bpictures?\b|\bphotos?\b/i,
  },
  agreeing: {
    typed: words(
      'consent, consensual, boundary, permission, saying no, say no, refusal, comeback, assertiveness, respect',
    ),
    says: /\bconsent|\bpermission\b|\bboundar|\bask(?:ing)? first\b|\b(?:take|say|hear) a no\b|\bpressure\b/i,
  },
  online: {
    typed: words(`
      online safety, internet safety, e safety, esafety, digital safety, safety, online, internet, social media, cyber, digital,
      safer internet day, group chat, messaging, chat, phone, smartphone, snapchat, whatsapp, app
    `),
    says: /\bonline\b|\binternet\b|\bsocial media\b|\bmessages?\b|\bgroup chat\b|\bConnected World\b/i,
  },
  subject: {
    typed: words(`
      pshe, rshe, rse, rhe, sre, phse, relationship, relationship education, sex education, sex ed, wellbeing,
      relationship and sex education, relationship sex and health education, personal social health, tutor time, form time
    `),
    says: /\bRSHE\b|\bPSHE\b|\bRelationships (?:and Sex )?Education\b/i,
  },
  threats: {
    typed: words(`
      blackmail, sextortion, extortion, threat, threatening, coercion, coercive control, controlling, revenge porn, revenge
    `),
    says: /\bblackmail|\bthreat(?:s|en|ens|ened|ening)?\b/i,
  },
  fakes: {
    typed: words(
      'deepfake, deep fake, fake, ai, artificial intelligence, ai image, nudify, nudification, edited image',
    ),
    says: /\bfakes?\b|\bAI\b|\bdeepfakes?\b/,
  },
  pressure: {
    typed: words(`
      pressure, peer pressure, manipulation, persuasion, grooming, exploitation, abuse, child on child, peer on peer
    `),
    says: /\bpressure\b/i,
  },
  unkind: {
    typed: words(
      'bullying, cyberbullying, harassment, sexual harassment, gossip, rumour, shaming, victim blaming',
    ),
    says: /\bbully|\bharass|\bpass(?:es|ed|ing)? (?:it|something|a picture|a private picture) on\b/i,
  },
  friends: {
    typed: words(
      'bystander, upstander, friend, friendship, peer, boyfriend, girlfriend, healthy relationship, dating',
    ),
    says: /\bfriends?\b|\bhealthy relationships?\b/i,
  },
  law: {
    typed: words('law, legal, illegal, police, crime, criminal, offence, rights'),
    says: /\bthe law\b|\bpolice\b|\bagainst the law\b/i,
  },
  help: {
    typed: words(`
      help, reporting, report, disclosure, trusted adult, safeguarding, childline, telling, support, getting help, ceop
    `),
    says: /\bhelps?\b/i,
  },
} as const satisfies Readonly<Record<string, TopicWords>>;
