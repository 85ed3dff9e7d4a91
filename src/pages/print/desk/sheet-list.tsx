import { copiesOf, leavesInWords, leavesOf } from '../../../outputs/handouts/pile.ts';
import type { Pile, SheetEntry } from '../../../outputs/handouts/sheet.ts';
import type { PaperStyle } from '../../../outputs/handouts/paper-look.ts';
import { isPicked, turnSheet, typeCount, wantedOf, type Choice } from './choice.ts';
import { layouts, NumberInput, type Choosing } from './controls.tsx';
import { pagesKey, type PageCounts } from './leaves.ts';
import { SheetLinks } from './sheet-links.tsx';
import { wording } from '../../../ui/wording.view.ts';

const piles: Readonly<Record<Pile, string>> = {
  before: 'Some days before',
  desk: 'For your desk',
  class: 'For the {class}',
  after: 'After the lesson',
  pack: 'The pack',
};

type ListProps = Choosing & {
  readonly sheets: readonly SheetEntry[];
  /** The sheet that is shown beside the list. */
  readonly shown: string;
  readonly show: (id: string) => void;
  /** Pages of one copy, where they are known. */
  readonly pages: PageCounts;
};

/** The sheets in the order they are handed out, with how many of each come out: the essentials where those are chosen, else every one. Each can be left out, and looked at. */
export function SheetList(props: ListProps) {
  const { picked } = props.choice;
  const listed =
    picked === 'essentials' ? props.sheets.filter(({ essential }) => essential) : props.sheets;
  const kinds = (['before', 'desk', 'class', 'after', 'pack'] as const).filter((pile) =>
    listed.some((sheet) => sheet.pile === pile),
  );
  return (
    <div class="desk-list">
      {kinds.map((pile) => (
        <fieldset key={pile}>
          <legend>{wording(piles[pile])}</legend>
          <ul>
            {listed
              .filter((sheet) => sheet.pile === pile)
              .map((sheet) => (
                <Row
                  key={sheet.id}
                  {...props}
                  sheet={{
                    ...sheet,
                    title: wording(sheet.title),
                    about: wording(sheet.about),
                  }}
                />
              ))}
          </ul>
        </fieldset>
      ))}
    </div>
  );
}

function Row({
  data,
  choice,
  change,
  sheets,
  sheet,
  shown,
  show,
  pages,
}: ListProps & { readonly sheet: SheetEntry }) {
  const { picked } = choice;
  const isChosen = isPicked(sheet, picked);
  const turn = () => change({ picked: turnSheet(sheet, { picked, sheets }) });
  return (
    <li class="desk-row">
      <span class="desk-row__name">
        <input id={`take-${sheet.id}`} type="checkbox" checked={isChosen} onChange={turn} />
        <label htmlFor={`take-${sheet.id}`}>
          <b>{sheet.title}</b>
          <small>{aboutOf(sheet, choice)}</small>
        </label>
      </span>
      <span class="desk-row__count">
        {isChosen ? <Count {...{ choice, change, sheet, pages }} /> : 'left out'}
      </span>
      <span class="desk-row__ways">
        <button
          class="button desk-look"
          type="button"
          aria-current={shown === sheet.id}
          aria-label={`Preview: ${sheet.title}`}
          onClick={() => show(sheet.id)}
        >
          Preview
        </button>
        <SheetLinks {...{ data, choice, sheet }} style={sheet.styles[0] ?? 'standard'} />
      </span>
    </li>
  );
}

function Count({
  choice,
  change,
  sheet,
  pages,
}: Pick<ListProps, 'choice' | 'change' | 'pages'> & { readonly sheet: SheetEntry }) {
  const wanted = wantedOf(sheet, choice);
  const asked = sheet.styles.filter(
    (style) => (wanted[style] ?? 0) > 0 || choice.counts[sheet.id]?.[style] !== undefined,
  );
  return asked.map((style) => (
    <span key={style}>
      <NumberInput
        id={`count-${sheet.id}-${style}`}
        label={`How many: ${sheet.title}${style === 'standard' ? '' : `, ${layouts[style][0].toLowerCase()}`}`}
        value={wanted[style] ?? 0}
        min={asked.length > 1 ? 0 : 1}
        change={(count) => change(typeCount(choice, { id: sheet.id, style }, count))}
      />
      <span>
        {asked.length > 1 || style !== 'standard' ? `${layouts[style][0]} ` : ''}
        {paperWords(sheet, style, { choice, pages })}
      </span>
    </span>
  ));
}

function aboutOf(sheet: SheetEntry, { large, spaced }: Choice): string {
  const isMissed =
    (large > 0 && !sheet.styles.includes('large')) ||
    (spaced > 0 && !sheet.styles.includes('spaced'));
  return isMissed ? `${sheet.about}. It comes in standard print only.` : sheet.about;
}

function paperWords(
  sheet: SheetEntry,
  style: PaperStyle,
  { choice, pages }: Pick<ListProps, 'choice' | 'pages'>,
): string {
  const one = pages.get(pagesKey({ id: sheet.id, style }));
  if (one === undefined) return '';
  const copies = copiesOf(sheet, wantedOf(sheet, choice)[style] ?? 0, style);
  return `= ${leavesInWords(leavesOf({ pages: one, oneSided: sheet.oneSided }, { copies, bothSides: choice.bothSides }))}`;
}
