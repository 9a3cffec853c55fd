import { crc32, deflateRawSync } from 'node:zlib';

/** A deflated zip archive of these entries, byte for byte under the test's control. */
export function zipOf(entries: Readonly<Record<string, string | Buffer>>): Buffer {
  const local: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const [name, content] of Object.entries(entries)) {
    const data = Buffer.from(content);
    const packed = deflateRawSync(data);
    const path = Buffer.from(name);
    const fields = Buffer.alloc(26);
    fields.writeUInt16LE(20, 0);
    fields.writeUInt16LE(8, 4);
    fields.writeUInt32LE(crc32(data), 10);
    fields.writeUInt32LE(packed.length, 14);
    fields.writeUInt32LE(data.length, 18);
    fields.writeUInt16LE(path.length, 22);
    const start = Buffer.alloc(4);
    start.writeUInt32LE(offset);
    local.push(Buffer.from('PK\x03\x04', 'latin1'), fields, path, packed);
    directory.push(Buffer.from('PK\x01\x02\x14\x00', 'latin1'), fields, Buffer.alloc(10), start, path);
    offset += 30 + path.length + packed.length;
  }
  const central = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 0, 'latin1');
  end.writeUInt16LE(Object.keys(entries).length, 8);
  end.writeUInt16LE(Object.keys(entries).length, 10);
  end.writeUInt32LE(central.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...local, central, end]);
}

/** Cell formats of the workbooks made here, as `s` attributes. */
export const DATE = 1;
export const TIME = 2;
export const DATE_AND_TIME = 3;

export type Cell = string | number | null | { readonly number: number; readonly format: number };

interface MadeSheet {
  readonly name: string;
  /** Cells by row, or the inside of `<sheetData>` where a test needs its own. */
  readonly rows: readonly (readonly Cell[])[] | string;
}

/** Parts of a workbook as spreadsheet programs write it. */
export function workbookParts(sheets: readonly MadeSheet[], { date1904 = false } = {}): Record<string, string> {
  const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
  const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  const list = sheets.map(({ name }, i) => `<sheet name="${name}" sheetId="${i + 1}" r:id="rId${i + 1}"/>`).join('');
  const targets = sheets.map(
    (_, i) => `<Relationship Id="rId${i + 1}" Type="${relations}/worksheet" Target="worksheets/sheet${i + 1}.xml"/>`,
  );
  const flag = date1904 ? '<workbookPr date1904="1"/>' : '<workbookPr/>';
  const formats = [0, 14, 20, 22].map((id) => `<xf numFmtId="${id}" applyNumberFormat="1"/>`).join('');
  return {
    '[Content_Types].xml': '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
    'xl/workbook.xml': `<workbook xmlns="${main}" xmlns:r="${relations}">${flag}<sheets>${list}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships>${targets.join('')}</Relationships>`,
    'xl/styles.xml': `<styleSheet xmlns="${main}"><cellXfs count="4">${formats}</cellXfs></styleSheet>`,
    ...Object.fromEntries(
      sheets.map(({ rows }, i) => [
        `xl/worksheets/sheet${i + 1}.xml`,
        `<worksheet xmlns="${main}"><sheetData>${typeof rows === 'string' ? rows : rowsXml(rows)}</sheetData></worksheet>`,
      ]),
    ),
  };
}

export function workbookOf(sheets: readonly MadeSheet[], options?: { readonly date1904?: boolean }): Buffer {
  return zipOf(workbookParts(sheets, options));
}

function rowsXml(rows: readonly (readonly Cell[])[]): string {
  return rows
    .map((cells, r) => `<row r="${r + 1}">${cells.map((cell, c) => cellXml(cell, r, c)).join('')}</row>`)
    .join('');
}

function cellXml(cell: Cell, row: number, column: number): string {
  const place = `${column < 26 ? '' : 'A'}${String.fromCharCode(65 + (column % 26))}${row + 1}`;
  if (cell === null) return `<c r="${place}" s="1"/>`;
  if (typeof cell === 'number') return `<c r="${place}"><v>${cell}</v></c>`;
  if (typeof cell === 'object') return `<c r="${place}" s="${cell.format}"><v>${cell.number}</v></c>`;
  const text = cell.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
  return `<c r="${place}" t="inlineStr"><is><t xml:space="preserve">${text}</t></is></c>`;
}
