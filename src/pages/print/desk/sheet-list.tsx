import {
  copiesOf,
  leavesInWords,
  leavesOf,
  pdfName,
  styleFor,
} from '../../../outputs/handouts/pile.ts';
import type { Pile, SheetEntry } from '../../../outputs/handouts/sheet.ts';
import { PLAIN_LOOK, withLook } from '../../../outputs/handouts/paper-look.ts';
import { pageAddress } from '../../../text/site-file.view.ts';
import { readyPdf, wantedOf } from './choice.ts';
import { NumberInput, type Choosing } from './controls.tsx';
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
  /** Pages of one copy, by the sheet’s id, where they are known. */
  readonly pages: ReadonlyMap<string, number>;
};

/** Every sheet in the order it is handed out, with how many of it come out; each can be left out, and looked at. */
export function SheetList(props: ListProps) {
  const kinds = (['before', 'desk', 'class', 'after', 'pack'] as const).filter((pile) =>
    props.sheets.some((sheet) => sheet.pile === pile),
  );
  return (
    <div class="desk-list">
      {kinds.map((pile) => (
        <fieldset key={pile}>
          <legend>{wording(piles[pile])}</legend>
          <ul>
            {props.sheets
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
  sheet,
  shown,
  show,
  pages,
}: ListProps & { readonly sheet: SheetEntry }) {
  const isChosen = !choice.without.includes(sheet.id);
  const style = styleFor(sheet, choice.style);
  const turn = () =>
    change({
      without: isChosen
        ? [...choice.without, sheet.id]
        : choice.without.filter((id) => id !== sheet.id),
    });
  return (
    <li class="desk-row">
      <span class="desk-row__name">
        <input id={`take-${sheet.id}`} type="checkbox" checked={isChosen} onChange={turn} />
        <label htmlFor={`take-${sheet.id}`}>
          <b>{sheet.title}</b>
          <small>
            {style === choice.style
              ? sheet.about
              : `${sheet.about}. It comes in standard print only.`}
          </small>
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
        <Ways data={data} choice={choice} sheet={sheet} />
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
  return (
    <>
      <NumberInput
        id={`count-${sheet.id}`}
        label={`How many: ${sheet.title}`}
        value={wantedOf(sheet, choice)}
        change={(count) => change({ counts: { ...choice.counts, [sheet.id]: count } })}
      />
      <span>{paperWords(sheet, { choice, pages })}</span>
    </>
  );
}

function Ways({
  data,
  choice,
  sheet,
}: Pick<ListProps, 'data' | 'choice'> & { readonly sheet: SheetEntry }) {
  const style = styleFor(sheet, choice.style);
  const pdf =
    choice.font === PLAIN_LOOK.font
      ? readyPdf(data, choice.lesson ?? 'school', pdfName({ id: sheet.id, style }))
      : null;
  const [path = '', rest = ''] =
    /^([^?#]*)(.*)$/.exec(withLook(sheet.address, { style, font: choice.font }))?.slice(1) ?? [];
  return (
    <>
      <a
        class="button"
        href={`../${pageAddress(path)}${rest}`}
        aria-label={`Open on its own: ${sheet.title}`}
      >
        Open
      </a>
      {pdf !== null && (
        <a class="button" href={`../${pdf}`} aria-label={`PDF: ${sheet.title}`}>
          PDF
        </a>
      )}
    </>
  );
}

function paperWords(
  sheet: SheetEntry,
  { choice, pages }: Pick<ListProps, 'choice' | 'pages'>,
): string {
  const one = pages.get(sheet.id);
  if (one === undefined) return '';
  const copies = copiesOf(sheet, wantedOf(sheet, choice), choice.style);
  return `= ${leavesInWords(leavesOf({ pages: one, oneSided: sheet.oneSided }, { copies, bothSides: choice.bothSides }))}`;
}
