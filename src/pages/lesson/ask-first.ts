import { html } from '../../text/html.ts';

/** Asks once more before a part is hidden, with the reasons to keep it. Resolves to true where the teacher hides it all the same. */
export function askFirst(title: string, reasons: readonly string[]): Promise<boolean> {
  const dialog = document.createElement('dialog');
  dialog.className = 'dialog';
  dialog.setAttribute('aria-labelledby', 'ask-first');
  dialog.innerHTML =
    String(html`<h2 id="ask-first">Hide “${title}” today?</h2>${reasons.map((reason) => html`<p>${reason}</p>`)}
<form method="dialog" class="dialog__row"><button class="button button--main" value="keep" autofocus>Keep it</button>
<button class="button" value="hide">Hide it today</button></form>`);
  document.body.append(dialog);
  dialog.showModal();
  return new Promise((resolve) => {
    dialog.addEventListener('close', () => {
      dialog.remove();
      resolve(dialog.returnValue === 'hide');
    });
  });
}
