import { fromBuffer, type Entry, type ZipFile } from 'yauzl';
import { UnreadableFile } from './sheet';

const MAX_ENTRIES = 2_000;
const MAX_INFLATED_BYTES = 600 * 1024 * 1024;
const MAX_RATIO = 400;
const RATIO_COUNTS_FROM_BYTES = 20 * 1024 * 1024;

/**
 * Refuses a workbook that would unpack to more than this machine should hold, before anything unpacks it. Every entry is
 * inflated here once and counted, because the sizes that an archive declares are the archive's own claim.
 */
export async function guardArchive(bytes: Uint8Array): Promise<void> {
  const zip = await open(bytes);
  try {
    let inflated = 0;
    let entries = 0;
    for await (const entry of entriesOf(zip)) {
      if (++entries > MAX_ENTRIES) throw new UnreadableFile('archive-bomb', { entries: MAX_ENTRIES });
      inflated = await inflateAndCount(zip, entry, inflated, bytes.length);
    }
    if (entries === 0) throw new UnreadableFile('file-unreadable', { what: 'xlsx' });
  } finally {
    zip.close();
  }
}

function open(bytes: Uint8Array): Promise<ZipFile> {
  return new Promise((resolve, reject) => {
    const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
    fromBuffer(buffer, { lazyEntries: true, validateEntrySizes: false, autoClose: false }, (error, zip) => {
      if (error === null) resolve(zip);
      else reject(new UnreadableFile('file-unreadable', { what: 'xlsx' }));
    });
  });
}

async function* entriesOf(zip: ZipFile): AsyncGenerator<Entry> {
  for (;;) {
    const entry = await new Promise<Entry | null>((resolve, reject) => {
      const settle = (give: () => void) => (): void => {
        zip.removeAllListeners('entry').removeAllListeners('end').removeAllListeners('error');
        give();
      };
      zip.once('entry', (next: Entry) => settle(() => resolve(next))());
      zip.once(
        'end',
        settle(() => resolve(null)),
      );
      zip.once(
        'error',
        settle(() => reject(new UnreadableFile('file-unreadable', { what: 'xlsx' }))),
      );
      zip.readEntry();
    });
    if (entry === null) return;
    yield entry;
  }
}

function inflateAndCount(zip: ZipFile, entry: Entry, before: number, packed: number): Promise<number> {
  return new Promise((resolve, reject) => {
    const unreadable = (): void => reject(new UnreadableFile('file-unreadable', { what: 'xlsx' }));
    zip.openReadStream(entry, (error, stream) => {
      if (error !== null) return unreadable();
      let total = before;
      stream.on('data', (chunk: Buffer) => {
        total += chunk.length;
        const swollen = total > RATIO_COUNTS_FROM_BYTES && total > packed * MAX_RATIO;
        if (total <= MAX_INFLATED_BYTES && !swollen) return;
        stream.destroy();
        reject(new UnreadableFile('archive-bomb', { megabytes: Math.round(total / 1_048_576) }));
      });
      stream.on('end', () => resolve(total));
      stream.on('error', unreadable);
    });
  });
}
