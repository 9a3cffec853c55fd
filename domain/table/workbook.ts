import { guarded, type CsvCell } from './csv';

export interface SheetOut {
  readonly name: string;
  readonly rows: Iterable<readonly CsvCell[]> | AsyncIterable<readonly CsvCell[]>;
}

/** Rows that a sheet may have (ECMA-376); the rest goes on in another one. */
export const MOST_SHEET_ROWS = 1_048_576;
const MOST_NAME = 31;
/** Characters of XML at a time. */
const PIECE = 1_000_000;

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const TYPES = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
const PROLOGUE = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/**
 * The parts of a workbook (XLSX, ECMA-376) as text in pieces, to be zipped in this order. Texts are cells of text, guarded
 * as in a text table; numbers are numbers. `from1904`: what it holds counts bare days from 1904.
 */
export async function* workbookParts(
  sheets: readonly SheetOut[],
  { from1904 = false }: { readonly from1904?: boolean } = {},
): AsyncGenerator<{ readonly path: string; readonly pieces: AsyncIterable<string> | Iterable<string> }> {
  const names: string[] = [];
  for (const { name, rows } of sheets) {
    const source = Symbol.asyncIterator in rows ? rows[Symbol.asyncIterator]() : rows[Symbol.iterator]();
    let next = await source.next();
    do {
      names.push(sheetName(name, names));
      const walk = sheetXml(async () => {
        const one = next;
        if (one.done !== true) next = await source.next();
        return one.done === true ? null : one.value;
      });
      yield { path: `xl/worksheets/sheet${names.length}.xml`, pieces: walk };
    } while (next.done !== true);
  }
  const numbered = names.map((name, index) => ({ name, id: index + 1 }));
  const overrides = numbered
    .map(({ id }) => `<Override PartName="/xl/worksheets/sheet${id}.xml" ContentType="${TYPES}.worksheet+xml"/>`)
    .join('');
  const listed = numbered.map(({ name, id }) => `<sheet name="${escaped(name)}" sheetId="${id}" r:id="rId${id}"/>`);
  const targets = numbered.map(
    ({ id }) => `<Relationship Id="rId${id}" Type="${RELATIONS}/worksheet" Target="worksheets/sheet${id}.xml"/>`,
  );
  const styles = `<Relationship Id="rId${names.length + 1}" Type="${RELATIONS}/styles" Target="styles.xml"/>`;
  const parts: Readonly<Record<string, string>> = {
    'xl/workbook.xml': `<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}"><workbookPr${from1904 ? ' date1904="1"' : ''}/><sheets>${listed.join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships xmlns="${PACKAGE}/relationships">${targets.join('')}${styles}</Relationships>`,
    'xl/styles.xml': STYLES,
    '_rels/.rels': `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${RELATIONS}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    '[Content_Types].xml': `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${TYPES}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="${TYPES}.styles+xml"/>${overrides}</Types>`,
  };
  for (const [path, xml] of Object.entries(parts)) yield { path, pieces: [PROLOGUE + xml] };
}

/** Text in every cell (format 49), so that a code typed in later keeps its noughts; the head in bold. */
const STYLES = `<styleSheet xmlns="${MAIN}"><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="3"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/><xf numFmtId="49" fontId="1" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1"/></cellXfs></styleSheet>`;
const [TEXT_STYLE, HEAD_STYLE] = [1, 2];

async function* sheetXml(take: () => Promise<readonly CsvCell[] | null>): AsyncGenerator<string> {
  let piece = `${PROLOGUE}<worksheet xmlns="${MAIN}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><cols><col min="1" max="16384" width="18" style="${TEXT_STYLE}" customWidth="1"/></cols><sheetData>`;
  for (let no = 1; no <= MOST_SHEET_ROWS; no += 1) {
    const cells = await take();
    if (cells === null) break;
    piece += `<row r="${no}">${cells.map((cell, at) => cellXml(cell, at, no)).join('')}</row>`;
    if (piece.length < PIECE) continue;
    yield piece;
    piece = '';
  }
  yield `${piece}</sheetData></worksheet>`;
}

function cellXml(cell: CsvCell, at: number, row: number): string {
  if (cell === '') return '';
  const place = `${columnName(at)}${row}`;
  if (typeof cell === 'number') return `<c r="${place}"><v>${cell}</v></c>`;
  const style = row === 1 ? HEAD_STYLE : TEXT_STYLE;
  return `<c r="${place}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${escaped(guarded(cell))}</t></is></c>`;
}

function columnName(at: number): string {
  const last = String.fromCharCode(65 + (at % 26));
  return at < 26 ? last : columnName(Math.floor(at / 26) - 1) + last;
}

/** What XML cannot hold goes as `_xHHHH_`, and so does what only looks so (ECMA-376, 22.9.2.19). */
function escaped(text: string): string {
  if (/^[\x20\x21\x23-\x25\x27-\x3b\x3d\x3f-\x5e\x60-\x7e\u3000-\ud7ff\uff00-\uffef]*$/.test(text)) return text;
  return text
    .replaceAll(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll(UNSAFE, (sign) => `_x${sign.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`);
}

/** Not of XML, or (the carriage return) not kept by it. */
const UNSAFE =
  // eslint-disable-next-line no-control-regex -- these are what is looked for
  /[\u0000-\u0008\u000b-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/** No sign that a program forbids in it, at most 31 characters, and no other sheet's name. */
function sheetName(wanted: string, taken: readonly string[]): string {
  const base =
    wanted
      // eslint-disable-next-line no-control-regex -- these are what is looked for
      .replaceAll(/[[\]:*?/\\\u0000-\u001f]/g, ' ')
      .replaceAll(/^'+|'+$/g, '')
      .trim() || 'Sheet';
  for (let no = 1; ; no += 1) {
    const behind = no === 1 ? '' : ` ${no}`;
    const name = base.slice(0, MOST_NAME - behind.length).trim() + behind;
    if (!taken.some((other) => other.toLowerCase() === name.toLowerCase())) return name;
  }
}
