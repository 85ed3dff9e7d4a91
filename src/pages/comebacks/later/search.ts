import { helpFor, isFound, isInDanger } from '../../../outputs/comebacks/search-lines.ts';
import type { Lines } from './lines.ts';

/** “Search all replies”: what is found as someone types, help before any reply. What is typed goes nowhere and is not saved. */
export function startSearch(lines: Lines): void {
  const field = document.querySelector<HTMLInputElement>('#find-words');
  const many = document.querySelector<HTMLElement>('#find-many');
  const list = document.querySelector<HTMLElement>('[data-found]');
  const help = document.querySelector<HTMLElement>('[data-find-help]');
  if (field === null || many === null || list === null || help === null) return;
  document.querySelector('[data-more="find"]')?.removeAttribute('hidden');
  const show = () => {
    const query = field.value.trim();
    const steps = query === '' ? [] : helpFor(query);
    const found = query === '' ? [] : lines.all.filter((line) => isFound(query, line));
    help.replaceChildren(...steps.flatMap((step) => choiceOf(step)));
    list.replaceChildren(...found.map((line) => lines.copy(line)));
    lines.show();
    many.textContent = query === '' ? '' : manyWords(query, found.length, steps.length);
  };
  field.addEventListener('input', show);
}

function manyWords(query: string, replies: number, steps: number): string {
  if (isInDanger(query)) {
    return 'You can talk to someone now. Childline and 999 are at the foot of this page.';
  }
  const help = steps === 0 ? '' : 'Help comes first. ';
  if (replies === 0) return `${help}No replies found. Try “no”, “joke” or “bye”.`;
  return `${help}${replies} ${replies === 1 ? 'reply' : 'replies'}`;
}

/** The way to a step, as the first screen has it. */
function choiceOf(step: string): readonly Node[] {
  const way = document.querySelector(`#start .choice[href="#${step}"]`)?.closest('li');
  if (!way) return [];
  const copied = way.cloneNode(true);
  if (copied instanceof Element) copied.querySelector('svg')?.remove();
  return [copied];
}
