import type { PartRelation } from '../office-package.ts';
import type { OfficeBlock } from '../office-blocks.ts';
import { element, xmlPart } from '../office-xml.ts';
import { commonSlide, NAMESPACES } from './fixed-parts.ts';
import { paragraphsXml } from './text-xml.ts';

/** The notes page of a slide: its picture, and the teacher's words below it. */
export function notesXml(
  blocks: readonly OfficeBlock[],
  language: string,
): { readonly xml: string; readonly relations: readonly PartRelation[] } {
  const relations: PartRelation[] = [];
  const text = paragraphsXml(blocks, {
    language,
    size: null,
    hasFormulas: false,
    link(address) {
      const known = relations.find(({ target }) => target === address);
      if (known !== undefined) return known.id;
      const id = `rId${relations.length + 10}`;
      relations.push({ id, type: 'hyperlink', target: address, isOutside: true });
      return id;
    },
  });
  const shapes = `<p:sp><p:nvSpPr><p:cNvPr id="2" name="Slide"/><p:cNvSpPr><a:spLocks noGrp="1" noRot="1" noChangeAspect="1"/></p:cNvSpPr><p:nvPr><p:ph type="sldImg"/></p:nvPr></p:nvSpPr><p:spPr/></p:sp><p:sp><p:nvSpPr><p:cNvPr id="3" name="Notes"/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr><p:ph type="body" idx="1"/></p:nvPr></p:nvSpPr><p:spPr/><p:txBody><a:bodyPr/><a:lstStyle/>${text}</p:txBody></p:sp>`;
  const root = element(
    'p:notes',
    NAMESPACES,
    `${commonSlide(shapes)}<p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr>`,
  );
  return { xml: xmlPart(root), relations };
}
