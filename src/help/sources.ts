/** A site that adults are pointed to: whose it is, what for, and the day its pages were read. */
export type Source = {
  readonly host: string;
  readonly owner: string;
  readonly use: string;
  readonly checked: string;
};

const cited = {
  use: 'Guidance, law, research, or lessons to look at',
  checked: '2026-11-24',
} as const;

/** Where guidance, law and research were read, and lessons to point teachers at: these may be cited to adults and are no help for pupils. */
export const sources: readonly Source[] = [
  { ...cited, host: 'gov.uk', owner: 'UK government, councils and public bodies' },
  { ...cited, host: 'gov.wales', owner: 'Welsh Government' },
  { ...cited, host: 'gov.scot', owner: 'Scottish Government' },
  { ...cited, host: 'parliament.uk', owner: 'UK Parliament' },
  { ...cited, host: 'college.police.uk', owner: 'College of Policing' },
  { ...cited, host: 'safeguardingni.org', owner: 'Safeguarding Board for Northern Ireland' },
  { ...cited, host: 'swgfl.org.uk', owner: 'SWGfL' },
  { ...cited, host: 'saferinternet.org.uk', owner: 'UK Safer Internet Centre' },
  { ...cited, host: 'internetmatters.org', owner: 'Internet Matters' },
  { ...cited, host: 'childnet.com', owner: 'Childnet International' },
  { ...cited, host: 'ceopeducation.co.uk', owner: 'CEOP Education, National Crime Agency' },
  { ...cited, host: 'nspcc.org.uk', owner: 'NSPCC' },
  { ...cited, host: 'crimestoppers-uk.org', owner: 'Crimestoppers' },
  { ...cited, host: 'childrenssociety.org.uk', owner: 'The Children’s Society' },
  { ...cited, host: 'natcen.ac.uk', owner: 'NatCen Social Research' },
  { ...cited, host: 'bell-foundation.org.uk', owner: 'The Bell Foundation' },
  { ...cited, host: 'ncbi.nlm.nih.gov', owner: 'US National Library of Medicine' },
  { ...cited, host: 'jahonline.org', owner: 'Journal of Adolescent Health' },
];
