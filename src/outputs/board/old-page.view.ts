import { OLD_PAGE } from '../../text/protocol-version.ts';

/** Covers a page that is older than the program with the one thing to do about it, once (R32). */
export function showOldPage(): void {
  if (document.querySelector('#old-page')) return;
  const cover = document.createElement('div');
  cover.id = 'old-page';
  cover.setAttribute('role', 'alert');
  const words = document.createElement('p');
  words.textContent = OLD_PAGE;
  const button = document.createElement('button');
  button.textContent = 'Load it again';
  button.addEventListener('click', () => location.reload());
  cover.append(words, button);
  document.body.append(cover);
  button.focus();
}
