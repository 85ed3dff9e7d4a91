import { html } from '../../text/html.ts';
import type { SheetSeen } from '../../outputs/handouts/sheet-seen.ts';

/** A PDF’s metadata as XMP (ISO 16684). No conformance is claimed in it: .github/docs/pdf.md tells what is still missing from PDF/UA. */
export function xmpOf({ title, language, reviewed }: SheetSeen, producer: string): string {
  const day =
    reviewed === null
      ? ''
      : html`<xmp:CreateDate>${reviewed}</xmp:CreateDate><xmp:ModifyDate>${reviewed}</xmp:ModifyDate>`;
  const packet = html`<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/">
<dc:format>application/pdf</dc:format><dc:title><rdf:Alt><rdf:li xml:lang="x-default">${title}</rdf:li></rdf:Alt></dc:title>
<dc:language><rdf:Bag><rdf:li>${language}</rdf:li></rdf:Bag></dc:language>
<xmp:CreatorTool>Wholeclass</xmp:CreatorTool>${day}<pdf:Producer>${producer}</pdf:Producer>
</rdf:Description></rdf:RDF></x:xmpmeta>`;
  return `<?xpacket begin="\uFEFF" id="W5M0MpCehiHzreSzNTczkc9d"?>\n${packet}\n<?xpacket end="r"?>`;
}
