import { ms, print, type Line } from './timing';
import type { Spent } from './app-gauges';

/** What was measured with one fleet. */
export interface Told {
  /** What a person waits for. */
  readonly waits: Line[];
  readonly counts: Line[];
}

export function joined(parts: readonly Told[]): Told {
  return { waits: parts.flatMap(({ waits }) => waits), counts: parts.flatMap(({ counts }) => counts) };
}

export function printTold(title: string, { waits, counts }: Told): void {
  print(`${title}: what a person waits for`, waits);
  print(`${title}: counted`, counts);
}

/** The same of several fleets side by side, as the table of the README. */
export function printTable(fleets: readonly (readonly [string, Told])[]): void {
  const rows = [
    ['what', ...fleets.map(([name]) => name), 'aim'],
    ['---', ...fleets.map(() => '---'), '---'],
    ...rowsOf(fleets.map(([, { waits }]) => waits)),
    ...rowsOf(fleets.map(([, { counts }]) => counts)),
  ];
  process.stdout.write(`\n${rows.map((cells) => `| ${cells.join(' | ')} |\n`).join('')}`);
}

function rowsOf(fleets: readonly (readonly Line[])[]): string[][] {
  const names = [...new Set(fleets.flatMap((lines) => lines.map(({ what }) => what)))];
  return names.map((name) => {
    const lines = fleets.map((all) => all.find(({ what }) => what === name));
    const aim = lines.findLast((line) => line?.aim !== undefined)?.aim?.text ?? '';
    return [name, ...lines.map((line) => cellOf(line)), aim];
  });
}

function cellOf(line: Line | undefined): string {
  if (line === undefined) return '';
  const { result, ratio = '', aim } = line;
  const told = ratio === '' ? result : `${result} (${ratio})`;
  return aim?.reached === false ? `${told} ✗` : told;
}

/** A figure with the most that it may be. */
export function within(what: string, figure: number, most: number, show: (value: number) => string, ratio = ''): Line {
  return { what, result: show(figure), ratio, aim: { text: `≤ ${show(most)}`, reached: figure <= most } };
}

export const told = ({ wall, processor }: Spent): string => `${ms(wall)}, processor ${ms(processor)}`;
/** A browser tells of tasks from 50 ms on. */
export const longTask = (value: number): string => (value === 0 ? 'none over 50 ms' : ms(value));

export async function timed(work: () => Promise<unknown>): Promise<number> {
  const from = performance.now();
  await work();
  return performance.now() - from;
}

export function megabytes(bytes: number): string {
  return `${(bytes / 1024 / 1024).toFixed(bytes < 10 * 1024 * 1024 ? 2 : 0)} MB`;
}

export function kilobytes(bytes: number): string {
  return `${Math.round(bytes / 1024)} kB`;
}
