import { cellFormats, unescaped } from './cell-formats';
import { UnreadableFile, type Sheet } from './sheet';
import { MAX_CELL, WorksheetReader } from './worksheet-reader';
import { notAWorkbook, WorkbookZip } from './workbook-zip';
import { readXml } from './xml-stream';

/** Looked at after each piece of a part, so that a large workbook can be told of and stopped. */
export type Pause = (done: number, total: number) => Promise<void>;

/** Most characters of all different texts together. */
const MAX_SHARED = 150_000_000;

interface ListedSheet {
  readonly name: string;
  readonly path: string;
  readonly hidden: boolean;
}

/**
 * Reads every sheet of a workbook in one pass over its XML. Cells become the text a person sees: dates as `yyyy-mm-dd`,
 * times as `HH:MM`, digits with the noughts that their format puts in front; what a merged cell says stands in all its cells.
 */
export async function readXlsx(
  file: string,
  bytes: Uint8Array,
  pause: Pause = () => Promise.resolve(),
): Promise<Sheet[]> {
  const zip = await WorkbookZip.open(bytes);
  try {
    const path = workbookPath(zip);
    const { listed, from1904 } = await readWorkbookPart(zip, path);
    const folder = path.slice(0, path.lastIndexOf('/') + 1);
    const shared = await sharedStrings(zip, `${folder}sharedStrings.xml`, pause);
    const formats = await cellFormats(zip.pieces(`${folder}styles.xml`));
    const sheets: Sheet[] = [];
    for (const [index, { name, path: part, hidden }] of listed.entries()) {
      const reader = new WorksheetReader({ shared, formats, from1904 });
      await readXml(
        paused(zip.pieces(part), () => pause(index, listed.length)),
        reader.handlers,
      );
      const { rows, lastRow, hiddenRows } = reader.result();
      sheets.push({ file, name, encoding: 'XLSX', delimiter: 'none', rows, lastRow, from1904, hiddenRows, hidden });
    }
    return sheets;
  } finally {
    zip.close();
  }
}

/** What a zip without a workbook is, by what else is in it. */
function workbookPath(zip: WorkbookZip): string {
  if (zip.has('xl/workbook.xml')) return 'xl/workbook.xml';
  const other = zip.paths.find((path) => /^[^/]+\/workbook\.xml$/.test(path));
  if (other !== undefined) return other;
  if (zip.has('xl/workbook.bin')) throw new UnreadableFile('file-unreadable', { what: 'xlsb' });
  if (zip.has('mimetype') || zip.has('content.xml')) throw new UnreadableFile('file-unreadable', { what: 'ods' });
  if (zip.paths.some((path) => path.endsWith('.iwa'))) throw new UnreadableFile('file-unreadable', { what: 'numbers' });
  if (zip.paths.some((path) => /\.(xlsx?|csv|ods)$/i.test(path)))
    throw new UnreadableFile('file-unreadable', { what: 'zip' });
  throw notAWorkbook();
}

async function readWorkbookPart(
  zip: WorkbookZip,
  path: string,
): Promise<{ readonly listed: readonly ListedSheet[]; readonly from1904: boolean }> {
  const folder = path.slice(0, path.lastIndexOf('/') + 1);
  const targets = await worksheetTargets(zip, `${folder}_rels/workbook.xml.rels`, folder);
  const listed: ListedSheet[] = [];
  let from1904 = false;
  await readXml(zip.pieces(path), {
    open: (name, attributes) => {
      if (name === 'workbookPr') from1904 = /^(1|true)$/.test(attributes()['date1904'] ?? '');
      if (name !== 'sheet') return;
      const { name: title = '', state = 'visible', ...rest } = attributes();
      const id = Object.entries(rest).find(([key]) => key === 'id' || key.endsWith(':id'))?.[1] ?? '';
      // A chart sheet is listed like the others and has no rows.
      listed.push({ name: decoded(title), path: targets.get(id) ?? '', hidden: state !== 'visible' });
    },
    close: () => undefined,
    text: () => undefined,
  });
  return { listed, from1904 };
}

async function worksheetTargets(zip: WorkbookZip, path: string, folder: string): Promise<ReadonlyMap<string, string>> {
  const targets = new Map<string, string>();
  await readXml(zip.pieces(path), {
    open: (name, attributes) => {
      if (name !== 'Relationship') return;
      const { Id = '', Target = '', Type = '' } = attributes();
      if (!Type.endsWith('/worksheet')) return;
      targets.set(Id, Target.startsWith('/') ? Target.slice(1) : `${folder}${Target}`.replaceAll('/./', '/'));
    },
    close: () => undefined,
    text: () => undefined,
  });
  return targets;
}

/** The texts that cells share, without the readings (pinyin, furigana) beside them. */
async function sharedStrings(zip: WorkbookZip, path: string, pause: Pause): Promise<string[]> {
  const shared: string[] = [];
  let [text, beside, inText, total] = ['', 0, false, 0];
  await readXml(
    paused(zip.pieces(path), () => pause(0, 1)),
    {
      open: (name) => {
        if (name === 'si') text = '';
        else if (name === 'rPh') beside += 1;
        else if (name === 't') inText = beside === 0;
      },
      close: (name) => {
        if (name === 't') inText = false;
        else if (name === 'rPh') beside -= 1;
        else if (name === 'si') {
          if (text.length > MAX_CELL) throw new UnreadableFile('file-too-large', { what: 'cell' });
          if ((total += text.length) > MAX_SHARED) throw new UnreadableFile('file-too-large', { what: 'workbook' });
          shared.push(unescaped(text));
        }
      },
      text: (piece) => {
        if (inText) text += piece;
      },
    },
  );
  return shared;
}

/** Attributes are handed over as they are written. */
function decoded(attribute: string): string {
  const named: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
  return attribute.replaceAll(
    /&(?:#x([0-9a-f]+)|#(\d+)|(\w+));/gi,
    (whole, hex?: string, dec?: string, name?: string) => {
      if (name !== undefined) return named[name.toLowerCase()] ?? whole;
      const code = Number.parseInt(hex ?? dec ?? '', hex === undefined ? 10 : 16);
      return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
    },
  );
}

async function* paused(pieces: AsyncIterable<string>, pause: () => Promise<void>): AsyncGenerator<string> {
  for await (const piece of pieces) {
    yield piece;
    await pause();
  }
}
