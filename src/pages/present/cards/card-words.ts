import type { CameraTrouble } from '../../../cards/card-camera.view.ts';
import type { CardCounts, ReadingView } from '../../../cards/card-reader.ts';
import { sides } from '../../../cards/marks.ts';
import { MIN_TURNOUT } from '../../../poll/disclose.ts';
import type { AskedQuestion } from '../../../poll/question.ts';
import type { Step } from '../../../room/protocol.ts';

/** How far reading is. */
export type ReadingStage =
  | { readonly is: 'asking' }
  | { readonly is: 'reading'; readonly view: ReadingView }
  | { readonly is: 'trouble'; readonly why: CameraTrouble };

/** True where what was read may be used: nothing has changed for two seconds, and there are as many as a result needs (D2). */
export function mayUse(stage: ReadingStage): boolean {
  return stage.is === 'reading' && stage.view.isSteady && stage.view.seen >= MIN_TURNOUT;
}

/** What is said of it, in words that the class may read too: never which cards, and never where. */
export function stageWords(stage: ReadingStage, pupils: number): string {
  switch (stage.is) {
    case 'asking':
      return 'Allow the camera when the browser asks.';
    case 'trouble':
      return troubleWords[stage.why];
    case 'reading':
      return readingWords(stage.view, pupils);
  }
}

function readingWords({ seen, isSteady, isDark }: ReadingView, pupils: number): string {
  if (isDark) return 'It’s too dark for the camera. Open its cover or turn on the lights.';
  if (seen === 0 && !isSteady) return 'No cards seen yet. Point the camera at the {class}.';
  const count = seen === 0 ? 'Fewer than 5 cards seen.' : `About ${seen} of ${pupils} cards seen.`;
  if (seen < MIN_TURNOUT) {
    return `${count} A result needs ${MIN_TURNOUT}. Point the camera at the whole {class}, or count hands.`;
  }
  return isSteady ? `${count} You can use them now.` : `${count} Hold still.`;
}

const troubleWords: Readonly<Record<CameraTrouble, string>> = {
  'not-here':
    'A camera works only over https or at this computer’s own address. Count hands instead.',
  refused:
    'The browser isn’t allowed to use the camera. Allow it beside the address and press “Try again”, or count hands instead.',
  none: 'We found no camera. Connect one and press “Try again”, or count hands instead.',
  'in-use':
    'Another program is using the camera. Close it and press “Try again”, or count hands instead.',
  stopped: 'The camera stopped. Press “Try again”, or count hands instead.',
};

/** The step that counts what was read; a letter that no answer has counts for none. */
export function cardsStep(
  { id, options }: Pick<AskedQuestion, 'id' | 'options'>,
  read: CardCounts,
): Extract<Step, { readonly type: 'cards' }> {
  const counts = options.flatMap((option) => {
    const side = sides.find((one) => one === option.label.toLowerCase());
    return side === undefined ? [] : [[option.id, read[side]] as const];
  });
  return { type: 'cards', question: id, counts: Object.fromEntries(counts) };
}
