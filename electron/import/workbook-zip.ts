import { fromBuffer, type Entry, type ZipFile } from 'yauzl';
import { UnreadableFile } from './sheet';

const MAX_ENTRIES = 2_000;
const MAX_INFLATED_BYTES = 2_000 * 1024 * 1024;
const MAX_RATIO = 400;
const RATIO_COUNTS_FROM_BYTES = 20 * 1024 * 1024;
/** Parts that are read whole: the list of sheets, relations, styles. */
const MAX_WHOLE_PART = 64 * 1024 * 1024;

export const notAWorkbook = (): UnreadableFile => new UnreadableFile('file-unreadable', { what: 'xlsx' });

/**
 * The parts of a zip in memory, inflated one at a time and only when asked for. What is inflated is counted as it comes,
 * because the sizes that an archive declares are its own claim; beyond the bounds UnreadableFile is thrown.
 */
export class WorkbookZip {
  readonly #zip: ZipFile;
  readonly #entries: ReadonlyMap<string, Entry>;
  readonly #packed: number;
  #inflated = 0;

  private constructor(zip: ZipFile, entries: ReadonlyMap<string, Entry>, packed: number) {
    this.#zip = zip;
    this.#entries = entries;
    this.#packed = packed;
  }

  static async open(bytes: Uint8Array): Promise<WorkbookZip> {
    const zip = await openZip(bytes);
    const entries = new Map<string, Entry>();
    try {
      for await (const entry of entriesOf(zip)) {
        if (entries.size >= MAX_ENTRIES) throw new UnreadableFile('archive-bomb', { entries: MAX_ENTRIES });
        entries.set(entry.fileName, entry);
      }
    } catch (error) {
      zip.close();
      throw error instanceof UnreadableFile ? error : notAWorkbook();
    }
    return new WorkbookZip(zip, entries, bytes.length);
  }

  close(): void {
    this.#zip.close();
  }

  has(path: string): boolean {
    return this.#entries.has(path);
  }

  get paths(): readonly string[] {
    return [...this.#entries.keys()];
  }

  /** The text of a small part; '' where it is not there. */
  async text(path: string): Promise<string> {
    let text = '';
    for await (const piece of this.pieces(path)) {
      text += piece;
      if (text.length > MAX_WHOLE_PART) throw new UnreadableFile('file-too-large', { what: 'workbook' });
    }
    return text;
  }

  /** The text of a part, piece by piece; nothing where it is not there. */
  async *pieces(path: string): AsyncGenerator<string> {
    const entry = this.#entries.get(path);
    if (entry === undefined) return;
    let decoder: InstanceType<typeof TextDecoder> | null = null;
    try {
      for await (const chunk of await this.#stream(entry)) {
        this.#inflated += chunk.length;
        this.#refuseSwollen();
        decoder ??= decoderFor(chunk);
        yield decoder.decode(chunk, { stream: true });
      }
    } catch (error) {
      throw error instanceof UnreadableFile ? error : notAWorkbook();
    }
    yield decoder?.decode() ?? '';
  }

  #stream(entry: Entry): Promise<AsyncIterable<Buffer>> {
    return new Promise((resolve, reject) => {
      this.#zip.openReadStream(entry, (error, stream) => {
        if (error === null) resolve(stream);
        else reject(notAWorkbook());
      });
    });
  }

  #refuseSwollen(): void {
    const [inflated, packed] = [this.#inflated, this.#packed];
    const swollen = inflated > RATIO_COUNTS_FROM_BYTES && inflated > packed * MAX_RATIO;
    if (swollen) throw new UnreadableFile('archive-bomb', { megabytes: Math.round(inflated / 1_048_576) });
    if (inflated > MAX_INFLATED_BYTES) throw new UnreadableFile('file-too-large', { what: 'workbook' });
  }
}

/** XML is UTF-8, or UTF-16 behind its mark; broken bytes are refused. */
function decoderFor(first: Uint8Array): InstanceType<typeof TextDecoder> {
  const [a, b] = first;
  const encoding = a === 0xff && b === 0xfe ? 'utf-16le' : a === 0xfe && b === 0xff ? 'utf-16be' : 'utf-8';
  return new TextDecoder(encoding, { fatal: true });
}

function openZip(bytes: Uint8Array): Promise<ZipFile> {
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
