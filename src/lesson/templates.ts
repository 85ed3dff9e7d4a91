/** A lesson to begin from: its file in `lessons/templates/`, and what it is called where it is offered. */
export type Template = { readonly name: string; readonly words: string };

/** The lessons to begin from, in the order in which they are offered. */
export const templates: readonly Template[] = [
  { name: 'blank', words: 'blank' },
  { name: 'starter-to-exit-ticket', words: 'starter, teach, practise, exit ticket' },
  { name: 'story-in-messages', words: 'a story in messages' },
  { name: 'film-with-stops', words: 'a film with stops' },
  { name: 'assembly', words: 'an assembly' },
];

/** Where a template lies on the site, and below `lessons/`. */
export function templatePath({ name }: Template): string {
  return `templates/${name}.md`;
}
