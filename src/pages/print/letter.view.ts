import { boldRun, plainRun, type Run } from '../../outputs/office/office-blocks.ts';
import { letterText, type Letter, type LetterPart } from '../../outputs/office/letter.ts';
import { copyText } from '../../ui/copy-text.view.ts';
import { offerFile } from '../../ui/offer-file.view.ts';

/** Beside the button that prints a letter: the same words as text, and as a document of Word, as the page has them at that moment. */
export function offerLetter(sheet: HTMLElement, bar: Element): void {
  const status = document.createElement('span');
  status.setAttribute('role', 'status');
  const name = location.pathname.split('/').findLast((part) => part !== '') ?? 'letter';
  bar.append(
    button('Copy as text', async () => {
      status.textContent = (await copyText(letterText(readLetter(sheet))))
        ? 'Copied.'
        : 'This browser can’t copy. Select the letter and copy it yourself.';
    }),
    button('Save for Word', async () => {
      // What writes Word is fetched by those alone who want it.
      const word = await import('../../outputs/office/word/write-letter.ts').catch(() => null);
      if (word === null) {
        status.textContent = 'We couldn’t make the document. Check your connection and try again.';
        return;
      }
      const bytes = await word.writeLetter(readLetter(sheet));
      offerFile(`${name}.docx`, new Blob([bytes], { type: WORD }));
      status.textContent = 'The document is in your downloads.';
    }),
    status,
  );
}

const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

function button(words: string, press: () => void | Promise<void>): HTMLButtonElement {
  const made = document.createElement('button');
  made.type = 'button';
  made.className = 'button';
  made.textContent = words;
  made.addEventListener('click', () => void press());
  return made;
}

/** A letter as its sheet shows it. */
function readLetter(sheet: HTMLElement): Letter {
  const heading = sheet.querySelector('h1');
  const parts = partsIn(sheet).filter(({ words }) => words.length > 0);
  return { title: wordsOf(heading), parts };
}

function partsIn(box: Element): readonly LetterPart[] {
  return [...box.children].flatMap((child): readonly LetterPart[] => {
    if (child.matches('h1, svg, [hidden], .screen-only, .write-words')) return [];
    if (child.matches('h2, h3, h4')) return [{ kind: 'heading', words: runsIn(child) }];
    if (child.matches('.write-on')) return [{ kind: 'paragraph', words: lineToWriteOn(child) }];
    if (child.matches('li')) return [{ kind: 'item', words: runsIn(child) }];
    return child.matches('p') || hasOwnWords(child)
      ? [{ kind: 'paragraph', words: runsIn(child) }]
      : partsIn(child);
  });
}

function hasOwnWords(element: Element): boolean {
  return [...element.childNodes].some(
    (node) => node.nodeType === Node.TEXT_NODE && (node.textContent ?? '').trim() !== '',
  );
}

/** What stands on a line to write on, or room for it. */
function lineToWriteOn(line: Element): readonly Run[] {
  const runs = runsIn(line);
  return wordsOf(line.querySelector('span')) === '' && runs.length > 0
    ? [...runs, plainRun(' ____________')]
    : runs;
}

function runsIn(element: Element): readonly Run[] {
  const runs: Run[] = [];
  const take = (node: Node, isBold: boolean) => {
    for (const child of node.childNodes) {
      if (child instanceof Text) {
        const text = child.data.replaceAll(/\s+/g, ' ');
        if (text !== '') runs.push(isBold ? boldRun(text) : plainRun(text));
      } else if (child instanceof HTMLBRElement) runs.push({ kind: 'break' });
      else if (child instanceof HTMLElement && !child.matches('.write-words')) {
        take(child, isBold || child.matches('b, strong'));
      }
    }
  };
  take(element, false);
  return trimmed(runs);
}

function trimmed(runs: readonly Run[]): readonly Run[] {
  const isWords = (run: Run) => run.kind !== 'words' || run.text.trim() !== '';
  const [first, last] = [runs.findIndex(isWords), runs.findLastIndex(isWords)];
  return runs.slice(Math.max(0, first), last + 1).map((run, at, all) => {
    if (run.kind !== 'words') return run;
    const text = at === 0 ? run.text.trimStart() : run.text;
    return { ...run, text: at === all.length - 1 ? text.trimEnd() : text };
  });
}

function wordsOf(element: Element | null): string {
  return (element?.textContent ?? '').replaceAll(/\s+/g, ' ').trim();
}
