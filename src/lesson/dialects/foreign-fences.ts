// Fences that Quarto, pandoc, The Carpentries, Docusaurus and HackMD have, and whose words alone matter here.
const FOREIGN =
  /^(?:callout.*|panel-.*|tabset|incremental|nonincremental|fragment|r-.*|absolute|challenge|prereq|objectives|questions|keypoints|discussion|checklist|testimonial|tab|group-tab|info|success|warning|danger|tip|caution|important|aside|footer|smaller|center|left|right|block|alert.*|example.*|exercise|definition|theorem|proof|quote|figure|layout.*|card|grid|div|section|margin|content-.*|when-.*|output.*|cell.*|quarto.*|scrollable|small|large|box|highlight|task|activity|worksheet)$/i;

/** True for a fence of another tool, by its word or by its braces, `::: {.callout-tip}`. */
export function isForeignFence(word: string, text: string): boolean {
  return FOREIGN.test(word) || /^\s*:::+\s*\{/.test(text);
}

const NOTES =
  /^\{?[ .#]*(?:(?:speaker|teacher|presenter|instructor|facilitator|tutor|trainer|staff)s?(?:[ -]?notes?)?|notes?)\b/i;
const KEPT = /^\{?[ .#]*(?:solutions?|answers?|answer-key|hints?|spoiler|hidden|content-hidden)\b/i;

/** True for a fence whose words are for the teacher, `::: {.notes}`, `::: instructor`, and for one that keeps an answer back. */
export function isNotesFence(rest: string): boolean {
  return NOTES.test(rest) || KEPT.test(rest);
}
