/** A lesson to begin from: its file in `lessons/templates/`, and what it is called where it is offered. */
export type Template = { readonly name: string; readonly words: string };

/** The lessons to begin from, in the order in which they are offered. */
export const templates: readonly Template[] = [
  { name: 'blank', words: 'Blank' },
  { name: 'starter-to-exit-ticket', words: 'Starter, teach, practise, exit ticket' },
  { name: 'story-in-messages', words: 'A story in messages' },
  { name: 'film-with-stops', words: 'A film with stops' },
  { name: 'assembly', words: 'An assembly' },
];

/** What an author copies to see every part of a lesson once, by its name in `lessons/`. */
export const STARTER = 'starter';

/** Where a template lies on the site, and below `lessons/`. */
export function templatePath({ name }: Template): string {
  return `templates/${name}.md`;
}
