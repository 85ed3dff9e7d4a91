/** Who may know tags, by path or folder: what draws a tree, what lets HTML of a lesson through, and what reads a text as other tools write it, before it is parsed. */
export const mayKnowTags: Readonly<Record<string, string>> = {
  'document/sanitise.ts': 'the allow-list, and the one reader of what it has let through',
  'document/html-tags.ts': 'tags as a lesson’s author wrote them, for what is said of them',
  'document/html-problems.ts': 'the same',
  'document/parse.ts': 'tags that end in themselves, as Vue writes them, before the allow-list',
  'document/addresses.ts': 'comments in addresses, which browsers leave out',
  'document/token-nodes.ts': 'a line break in a heading, as a token of Markdown',
  'import/': 'what other tools and word processors write, before it is parsed',
  'open/': 'files and what is pasted, as other programs write them, before it is parsed',
  'document/plain-words.ts': 'marks that word processors leave in a line, before it is parsed',
  'document/comments.ts': 'comments and notes of other tools, before it is parsed',
  'document/notes-line.ts': 'the same',
  'lesson/head-lines.ts': 'the same',
  'lesson/place-links.ts': 'addresses in angle brackets, which are Markdown',
  'lesson/picture-file.ts': 'whether a file is an SVG',
  'lesson/read-lesson.ts': 'line breaks in a deck’s title, as other tools write them',
  'checks/suppressions.ts': 'comments in the text as it is written',
  'checks/small-text.ts': 'the text as it is written',
};

/** Pages as the bundler or the program made them, and files that are no HTML. No lesson’s words are read there. */
export const readsOtherThings: Readonly<Record<string, string>> = {
  'site/': 'pages as they were built: their heads, scripts and parts for staff',
  'outputs/handouts/on-sheet.ts': 'where the pictures of a sheet lie, which the program drew',
  'ui/': 'the same, for pages that are carried or run in old browsers',
  'cli/': 'the same, for the media that pages name',
  'text/fill-page.ts': 'slots of the pages’ own templates, and marks of words that differ',
  'film/vtt.ts': 'captions, which have tags of their own',
  'print/pdf/': 'strings in a PDF',
  'outputs/office/': 'parts of Office files, which are XML, and whether a picture is an SVG',
  'checks/word-hazard.ts': 'a placeholder in a list of words, in angle brackets',
  'edit/picture-size.ts': 'the address of a picture in Markdown, which may stand in angle brackets',
};
