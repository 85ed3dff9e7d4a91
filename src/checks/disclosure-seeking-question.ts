import { wordHazard } from './word-hazard.ts';

/** H1: a question that asks pupils what has happened to them, or to people they know. */
export const disclosureSeekingQuestion = wordHazard({
  row: 'H1',
  code: 'disclosure-seeking-question',
  severity: 'error',
  audience: 'everyone',
  source: 'Safe teaching of sensitive subjects: no personal stories (PSHE practice, read 2026-11-24); UKCIS, Sharing nudes and semi-nudes, 2024',
  words: [
    "(have|has|haven't|hasn't|had|did|were|was) (any of )?(you|(one of )?your (friends?|mates?|boyfriend|girlfriend|partner|classmates?)|anyone|anybody|someone|somebody|who)( here| in here| in (this|the) (room|class)| you know| or (a|your) (friends?|mates?)| and your friends)?( (ever|been|also|personally|yourself|already|two|all|felt))* (sent|send|shared|share|received|receive|got|get|asked|pressured|pressurised|threatened|blackmailed|happened|happen|forwarded|posted)",
    '(has|have|did) (this|that|it|something like this|anything like this)( ever)? (happened|happen) to (you|anyone|anybody|someone|your friends?|a friend|any of you)',
    '(do|does) (you|any of you|anyone|anybody)( here)? know (someone|somebody|anyone|anybody|a person) (who|that)',
    '(do|does) (you|any of you|anyone)( here)? know (someone|somebody|anyone|anybody) it( has)? happened to',
    "(put )?(your )?hands? up (if|for anyone who|who has|who's|anyone who)",
    '(put up|raise) your hands? if',
    '(stand up|thumbs up|step forward) if (you|this|it|anyone) (have|has|ever|were|was|had|felt|know)',
    '(who here|who in (here|this (room|class))|which of you|how many of you) (has|have|was|were|had|did|knows?|ever|sent|shared|got|felt)',
    '(tell|share with) (us|me|the class|your partner) about a time (you|when|that)',
  ],
  unless: [
    '(asked|sent|told|shared with|happened to) \\{\\w+\\}',
    '(shared?|sent|got|get|received?|send) (an?|your|their|his|her|the|any|some|one) (\\w+ )?(ideas?|answers?|thoughts?|work|worksheets?|help cards?|cards?|slips?|pens?|sheets?|partner)',
    'in (the|this|that) (film|story|scene|message|clip)',
    'hands? up if you (need|want|would like|have (a question|finished)|are ready|agree|think|can)',
  ],
  why: 'asks pupils what has happened to them or to people they know, and a class is no safe place to say it',
  better: 'Ask about the people in the story, as in “How much pressure is the character under?”',
});
