import type { Pasted } from '../../../open/pasted.ts';

/** What a teacher brings: a file that was picked or dropped, or what was pasted. */
export type Given =
  | { readonly is: 'file'; readonly file: File }
  | { readonly is: 'pasted'; readonly pasted: Pasted };

/** Where this part of the page begins: with nothing yet, with the prompt for an assistant, with what was brought, or with the plan that the tab's history holds. */
export type OpenAt =
  | { readonly is: 'choose' }
  | { readonly is: 'assistant' }
  | { readonly is: 'given'; readonly given: Given }
  | { readonly is: 'check' };

/** What an address of this page asks for, by what stands behind its `?`; null for another page’s. */
export function openAt(search: string): OpenAt | null {
  switch (search) {
    case '?open':
      return { is: 'choose' };
    case '?assistant':
      return { is: 'assistant' };
    case '?check':
      return { is: 'check' };
    default:
      return null;
  }
}
