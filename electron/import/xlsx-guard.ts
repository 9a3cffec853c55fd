import { fromBuffer, type Entry, type ZipFile } from 'yauzl';
import { UnreadableFile } from './sheet';
import { SheetSieve, type SheetBounds } from './sheet-sieve';

const MAX_ENTRIES = 2_000;
const MAX_INFLATED_BYTES = 600 * 1024 * 1024;
const MAX_KEPT_BYTES = 256 * 1024 * 1024;
const MAX_RATIO = 400;
const RATIO_COUNTS_FROM_BYTES = 20 * 1024 * 1024;
/** Most cells a sheet may span up to its last filled row and column; the workbook reader fills them all. */
const MAX_GRID_CELLS = 30_000_000;

export interface GuardedWorkbook {
  /** The XML parts, worksheets without their empty cells and rows. */
  readonly parts: ReadonlyMap<string, Buffer>;
  /** Where each worksheet ends, by the path of its part. */
  readonly bounds: ReadonlyMap<string, SheetBounds>;
}

interface Tally {
  readonly packed: number;
  inflated: number;
  kept: number;
}

/**
 * Unpacks the XML of a workbook within bounds of entries, bytes, ratio and cells; throws UnreadableFile beyond them.
 * Every entry is inflated and counted, because the sizes that an archive declares are the archive's own claim.
 */
export async function unpackWorkbook(bytes: Uint8Array): Promise<GuardedWorkbook> {
  const zip = await open(bytes);
  const parts = new Map<string, Buffer>();
  const bounds = new Map<string, SheetBounds>();
  const tally: Tally = { packed: bytes.length, inflated: 0, kept: 0 };
  let entries = 0;
  try {
    for await (const entry of entriesOf(zip)) {
      if (++entries > MAX_ENTRIES) throw new UnreadableFile('archive-bomb', { entries: MAX_ENTRIES });
      const path = entry.fileName;
      if (path.endsWith('.xml')) {
        const sieve = new SheetSieve();
        parts.set(path, await readPart(zip, entry, tally, sieve));
        bounds.set(path, withinGrid(sieve.bounds()));
      } else if (path.endsWith('.rels')) parts.set(path, await readPart(zip, entry, tally, null));
      else await inflate(zip, entry, tally, () => undefined);
    }
  } catch (error) {
    throw error instanceof UnreadableFile ? error : notAWorkbook();
  } finally {
    zip.close();
  }
  if (!parts.has('xl/workbook.xml')) throw notAWorkbook();
  return { parts, bounds };
}

const notAWorkbook = (): UnreadableFile => new UnreadableFile('file-unreadable', { what: 'xlsx' });

function withinGrid(bounds: SheetBounds): SheetBounds {
  const { lastDataRow, lastDataColumn } = bounds;
  if (lastDataRow * lastDataColumn > MAX_GRID_CELLS)
    throw new UnreadableFile('file-too-large', { what: 'grid', rows: lastDataRow, columns: lastDataColumn });
  return bounds;
}

async function readPart(zip: ZipFile, entry: Entry, tally: Tally, sieve: SheetSieve | null): Promise<Buffer> {
  const chunks: Buffer[] = [];
  const keep = (chunk: Buffer): void => {
    tally.kept += chunk.length;
    if (tally.kept > MAX_KEPT_BYTES) throw new UnreadableFile('file-too-large', { what: 'workbook' });
    chunks.push(chunk);
  };
  await inflate(zip, entry, tally, (chunk) =>
    keep(sieve === null ? chunk : Buffer.from(sieve.write(chunk.toString('latin1')), 'latin1')),
  );
  if (sieve !== null) keep(Buffer.from(sieve.end(), 'latin1'));
  return Buffer.concat(chunks);
}

function inflate(zip: ZipFile, entry: Entry, tally: Tally, take: (chunk: Buffer) => void): Promise<void> {
  return new Promise((resolve, reject) => {
    zip.openReadStream(entry, (error, stream) => {
      if (error !== null) return reject(notAWorkbook());
      stream.on('data', (chunk: Buffer) => {
        tally.inflated += chunk.length;
        try {
          refuseSwollen(tally);
          take(chunk);
        } catch (refusal) {
          stream.destroy();
          reject(refusal instanceof UnreadableFile ? refusal : notAWorkbook());
        }
      });
      stream.on('end', resolve);
      stream.on('error', () => reject(notAWorkbook()));
    });
  });
}

function refuseSwollen({ inflated, packed }: Tally): void {
  const swollen = inflated > RATIO_COUNTS_FROM_BYTES && inflated > packed * MAX_RATIO;
  if (swollen) throw new UnreadableFile('archive-bomb', { megabytes: Math.round(inflated / 1_048_576) });
  if (inflated > MAX_INFLATED_BYTES) throw new UnreadableFile('file-too-large', { what: 'workbook' });
}

function open(bytes: Uint8Array): Promise<ZipFile> {
  return new Promise((resolve, reject) => {
    const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
    fromBuffer(buffer, { lazyEntries: true, validateEntrySizes: false, autoClose: false }, (error, zip) => {
      if (error === null) resolve(zip);
      else reject(notAWorkbook());
    });
  });
}

async function* entriesOf(zip: ZipFile): AsyncGenerator<Entry> {
  for (;;) {
    const entry = await new Promise<Entry | null>((resolve, reject) => {
      const settle = (give: () => void): void => {
        zip.removeAllListeners('entry').removeAllListeners('end').removeAllListeners('error');
        give();
      };
      zip.once('entry', (next: Entry) => settle(() => resolve(next)));
      zip.once('end', () => settle(() => resolve(null)));
      zip.once('error', () => settle(() => reject(notAWorkbook())));
      zip.readEntry();
    });
    if (entry === null) return;
    yield entry;
  }
}
