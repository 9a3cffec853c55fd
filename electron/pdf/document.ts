import PDFDocument from 'pdfkit';
import type { Locale } from '../../domain/pack/legal-basis';
import type { ReportModel } from '../../domain/report/model';
import type { Pdf } from './surface';
import type { Fonts } from './fonts';

/** Private parts of pdfkit 0.20.2 that PDF/A needs; the version is pinned for their sake. */
export interface PdfInternals {
  info: Record<string, string | Date>;
  _addInfo: () => void;
  _root: { data: Record<string, unknown> };
  _font: EmbeddedFace;
  appendXML: (xml: string) => void;
  addNamedEmbeddedFile: (name: string, ref: unknown) => void;
  initForm: () => void;
  ref: (data: Record<string, unknown>) => PdfReference;
}

/** A font as pdfkit embeds it: the subset of glyphs, and width and code points of each of them. */
export interface EmbeddedFace {
  readonly id: string;
  readonly subset: { includeGlyph: (id: number) => number };
  readonly widths: (number | undefined)[];
  readonly unicode: (number[] | undefined)[];
  ref(): unknown;
}

export interface PdfReference {
  data: Record<string, unknown>;
  end: (chunk?: Uint8Array) => void;
  write: (chunk: Uint8Array | string) => void;
}

export function internals(pdf: Pdf): PdfInternals {
  return pdf as unknown as PdfInternals;
}

const PROGRAM = 'Elevator Audit';

/**
 * A tagged PDF 1.7 made to PDF/A-3b. `pdfVersion` must be said: with the default no XMP is written, silently.
 * `font: null` keeps Helvetica, which is never embedded, out of the file.
 */
export function createDocument(info: ReportModel['info'], locale: Locale, claimedAt: Date, fonts: Fonts): Pdf {
  const pdf = new PDFDocument({
    size: 'A4',
    margins: { top: 0, bottom: 0, left: 0, right: 0 },
    pdfVersion: '1.7',
    subset: 'PDF/A-3b',
    tagged: true,
    lang: locale,
    displayTitle: true,
    bufferPages: true,
    autoFirstPage: false,
    font: null,
    info: {
      Title: info.title,
      Author: info.author,
      Subject: info.subject,
      Keywords: info.keywords,
      Creator: PROGRAM,
      Producer: PROGRAM,
      CreationDate: claimedAt,
      ModDate: claimedAt,
    },
  } as never); // @types/pdfkit does not know `font: null`
  for (const [face, font] of Object.entries(fonts.faces)) pdf.registerFont(face, font as never, face);
  escapeXmp(pdf);
  claimUniversalAccess(pdf);
  return pdf;
}

/** pdfkit writes the metadata into XML as it is; `A & B <x>` would make it ill-formed. */
function escapeXmp(pdf: Pdf): void {
  const inner = internals(pdf);
  const original = inner._addInfo.bind(pdf);
  inner._addInfo = () => {
    const plain = inner.info;
    const escape = (text: string): string =>
      text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
    inner.info = Object.fromEntries(
      Object.entries(plain).map(([key, value]) => [key, typeof value === 'string' ? escape(value) : value]),
    );
    original();
    inner.info = plain;
  };
}

/** PDF/UA-1 beside PDF/A: an identifier outside the predefined schemas needs its description (ISO 19005-3, 6.6.2.3). */
function claimUniversalAccess(pdf: Pdf): void {
  internals(pdf).appendXML(`
    <rdf:Description rdf:about="" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/"><pdfuaid:part>1</pdfuaid:part></rdf:Description>
    <rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/" xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
      <pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
        <pdfaSchema:schema>PDF/UA Universal Accessibility Schema</pdfaSchema:schema>
        <pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
        <pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
        <pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
          <pdfaProperty:name>part</pdfaProperty:name>
          <pdfaProperty:valueType>Integer</pdfaProperty:valueType>
          <pdfaProperty:category>internal</pdfaProperty:category>
          <pdfaProperty:description>Indicates, which part of ISO 14289 standard is followed</pdfaProperty:description>
        </rdf:li></rdf:Seq></pdfaSchema:property>
      </rdf:li></rdf:Bag></pdfaExtension:schemas>
    </rdf:Description>`);
}

/** All bytes of a document that has been ended. */
export function bytesOf(pdf: Pdf): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    pdf.on('data', (chunk: Buffer) => chunks.push(chunk));
    pdf.on('end', () => resolve(Buffer.concat(chunks)));
    pdf.on('error', reject);
  });
}
