import { PLAIN_LOOK, withLook, type PaperStyle } from '../../../outputs/handouts/paper-look.ts';
import { pdfName } from '../../../outputs/handouts/pile.ts';
import type { SheetEntry } from '../../../outputs/handouts/sheet.ts';
import { pageAddress } from '../../../text/site-file.view.ts';
import { wording } from '../../../ui/wording.view.ts';
import { readyPdf } from './choice.ts';
import type { Choosing } from './controls.tsx';

type LinksProps = Pick<Choosing, 'data' | 'choice'> & {
  readonly sheet: SheetEntry;
  readonly style: PaperStyle;
};

/** A sheet on its own in a layout: its page, and where it lies ready made, its PDF. */
export function SheetLinks({ data, choice, sheet, style }: LinksProps) {
  const title = wording(sheet.title);
  const pdf =
    choice.font === PLAIN_LOOK.font
      ? readyPdf(data, choice.lesson ?? 'school', pdfName({ id: sheet.id, style }))
      : null;
  const [path = '', asked = '', part = ''] =
    /^([^?#]*)\??([^#]*)(.*)$/
      .exec(withLook(sheet.address, { style, font: choice.font }))
      ?.slice(1) ?? [];
  return (
    <>
      <a
        class="button"
        href={`../${pageAddress(path, asked)}${part}`}
        aria-label={`Open on its own: ${title}`}
      >
        Open
      </a>
      {pdf !== null && (
        <a class="button" href={`../${pdf}`} aria-label={`PDF: ${title}`}>
          PDF
        </a>
      )}
    </>
  );
}
