import { appendFile, mkdtemp, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { CivilDate } from '../../domain/calendar/civil-date';

const KEPT_CHARS = 128 * 1024;
const DATE_CHARS = 10;

/**
 * Lines that come in any order and leave by date, those of one day as they came: a file a month beside where they go, so
 * that memory holds one month and not the fleet.
 */
export class LinesByDate {
  readonly #folder: string;
  readonly #months = new Map<string, string[]>();
  readonly #sizes = new Map<string, number>();

  private constructor(folder: string) {
    this.#folder = folder;
  }

  /** `within`: an existing folder of the disk that the lines go to. */
  static async open(within: string): Promise<LinesByDate> {
    return new LinesByDate(await mkdtemp(join(within, '.by-date-')));
  }

  async add(date: CivilDate, line: string): Promise<void> {
    const month = date.slice(0, 7);
    const lines = this.#months.get(month) ?? [];
    this.#months.set(month, lines);
    lines.push(date, line);
    const size = (this.#sizes.get(month) ?? 0) + DATE_CHARS + line.length;
    this.#sizes.set(month, size);
    if (size > KEPT_CHARS) await this.#write(month, lines);
  }

  /** All lines by date, a month at a time. */
  async *sorted(): AsyncGenerator<string> {
    for (const month of [...this.#months.keys()].sort()) {
      await this.#write(month, this.#months.get(month)!);
      const lines = (await readFile(join(this.#folder, month), 'utf8')).split('\n').slice(0, -1);
      const dates = lines.map((line) => line.slice(0, DATE_CHARS));
      const order = lines.map((_, place) => place);
      order.sort((a, b) => (dates[a]! < dates[b]! ? -1 : dates[a]! > dates[b]! ? 1 : a - b));
      yield order.map((place) => `${lines[place]!.slice(DATE_CHARS)}\n`).join('');
    }
  }

  async close(): Promise<void> {
    await rm(this.#folder, { recursive: true, force: true });
  }

  async #write(month: string, lines: string[]): Promise<void> {
    await appendFile(join(this.#folder, month), lines.join(''));
    lines.length = 0;
    this.#sizes.set(month, 0);
  }
}
