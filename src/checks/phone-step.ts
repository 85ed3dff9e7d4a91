import { wordHazard } from './word-hazard.ts';

/** H21: a step that needs a pupil’s phone, which schools keep away all day (M10). */
export const phoneStep = wordHazard({
  row: 'H21',
  code: 'phone-step',
  severity: 'error',
  audience: 'everyone',
  source: 'DfE, Mobile phones in schools, January 2026: phone-free by default',
  words: [
    '(scan|use|using|point your \\w+ at|show|follow) (the|this|a|that)? ?QR([ -]codes?)?',
    '(get|take|bring) (out )?(your|their) (phones?|mobiles?|smartphones?)( out)?',
    '(with|use|using) (your|their)( own)? (phones?|mobiles?|smartphones?)',
    '(vote|answer|scan|type|join|search|log in|log on|go to|look up|look it up|download|take a photo|find|open|reply|respond) … on (your|their)( own)? (phones?|mobiles?|smartphones?)',
    '(download|install|get) (the|an|this|our|a) (\\w+ )?app',
    '(from|in|on|visit|open) the app store|google play|play store',
    '(text|message|whatsapp) (your|their) (answers?|votes?|questions?|ideas?) to',
  ],
  unless: [
    '(get|take|bring) (your|their) phones? (away|back|home)',
    '(Sam|Alex|character|someone|they|she|he|parents?|carers?|adults?) (uses?|using|scans?|downloads?|downloaded)',
  ],
  negated: true,
  why: 'needs a phone, and pupils have none in school',
  better: 'Use hands, slips of paper or a school tablet',
});
