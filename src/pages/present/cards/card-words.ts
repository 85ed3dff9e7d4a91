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
      return `${troubleWords[stage.why]} Count hands instead.`;
    case 'reading':
      return readingWords(stage.view, pupils);
  }
}

function readingWords({ seen, isSteady, isDark }: ReadingView, pupils: number): string {
  if (isDark) return 'It is too dark. Open the camera’s cover, or turn on the lights.';
  if (seen === 0) {
    return isSteady
      ? 'Fewer than 5 cards seen. Turn the camera to the {class}.'
      : 'No cards seen yet. Turn the camera to the {class}.';
  }
  const count = `About ${seen} of ${pupils} cards seen.`;
  if (seen < MIN_TURNOUT) return `${count} Turn the camera to the {class}.`;
  return isSteady ? `${count} Nothing has changed for two seconds.` : `${count} Hold still.`;
}

const troubleWords: Readonly<Record<CameraTrouble, string>> = {
  'not-here':
    'A camera can’t be used at this address: it works on this computer’s own address and on https.',
  refused:
    'The browser may not use the camera. Allow it beside the address, then press “Try again”.',
  none: 'We found no camera on this computer.',
  'in-use': 'Another program is using the camera. Close it, then press “Try again”.',
  stopped: 'The camera has stopped.',
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
