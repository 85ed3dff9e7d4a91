import { leavesInWords } from '../../../outputs/handouts/pile.ts';
import type { SheetEntry } from '../../../outputs/handouts/sheet.ts';
import { counted } from '../../../text/counted.ts';
import { hasEssentials, isPicked, pileIn, type Picked } from './choice.ts';
import type { Choosing } from './controls.tsx';
import { leavesOfAll, type PageCounts } from './leaves.ts';

type PickProps = Choosing & {
  readonly sheets: readonly SheetEntry[];
  readonly pages: PageCounts;
};

/** What of all the sheets to print: the essentials, everything, or one's own choice of them; each says what comes out. */
export function PickField({ data, choice, change, sheets, pages }: PickProps) {
  const { picked } = choice;
  const own = sheets.filter((sheet) => isPicked(sheet, picked)).map(({ id }) => id);
  const ways: readonly { readonly name: string; readonly picks: Picked; readonly isOn: boolean }[] =
    [
      ...(hasEssentials(data, choice.lesson)
        ? [{ name: 'Essentials', picks: 'essentials', isOn: picked === 'essentials' } as const]
        : []),
      { name: 'Everything', picks: 'everything', isOn: picked === 'everything' },
      { name: 'My choice', picks: own, isOn: typeof picked !== 'string' },
    ];
  return (
    <fieldset class="pick desk-pick">
      <legend>What to print</legend>
      {ways.map(({ name, picks, isOn }) => (
        <label class="button" key={name}>
          <input
            type="radio"
            name="picked"
            checked={isOn}
            onChange={() => change({ picked: picks })}
          />
          <span>
            {name} <small>{aboutOf(picks)}</small>
          </span>
        </label>
      ))}
    </fieldset>
  );

  function aboutOf(picks: Picked): string {
    if (typeof picks !== 'string') return 'Tick what you want';
    const items = pileIn(sheets, { ...choice, picked: picks });
    const ids = new Set(items.map(({ id }) => id));
    const leaves = leavesOfAll(items, { pages, bothSides: choice.bothSides });
    return leaves === null
      ? counted(ids.size, 'handout')
      : `${counted(ids.size, 'handout')}, ${leavesInWords(leaves)}`;
  }
}
