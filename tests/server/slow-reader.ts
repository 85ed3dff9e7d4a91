// The reader of lessons with a fault planted in it: a text that asks for it keeps it busy for ever, in reading or in checking.
import '../../src/site/lesson-reader.ts';
import type { Asked } from '../../src/site/lesson-reader.ts';

function isFor(asked: Asked, where: string): boolean {
  return 'text' in asked && asked.text.includes(`busy for ever in ${where}`);
}

function keepBusy({ id }: Asked): void {
  process.send?.({ id, began: true });
  for (;;);
}

process.prependListener('message', (asked: Asked) => isFor(asked, 'reading') && keepBusy(asked));
process.on('message', (asked: Asked) => isFor(asked, 'checking') && keepBusy(asked));
