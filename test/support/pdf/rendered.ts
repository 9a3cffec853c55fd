import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Evidence } from '../../../domain/report/evidence';
import { openFonts, type Fonts } from '../../../electron/pdf/fonts';
import { renderReport } from '../../../electron/pdf/render-report';
import { runOk } from './outside-tools';

let opened: Fonts | null = null;

/** The faces of the papers, opened once a test file. */
export function sharedFonts(): Fonts {
  return (opened ??= openFonts());
}

export interface RenderedFile {
  readonly file: string;
  readonly bytes: Uint8Array;
  readonly pages: number;
  readonly missing: readonly string[];
}

/** Lays an evidence out and leaves the PDF in `folder`. */
export async function renderedFile(folder: string, name: string, evidence: Evidence): Promise<RenderedFile> {
  const { unsigned, pages, missing } = await renderReport(evidence, sharedFonts());
  const file = join(folder, `${name}.pdf`);
  writeFileSync(file, unsigned);
  return { file, bytes: unsigned, pages, missing };
}

/** All text of a PDF in reading order, without white space: gaps between scripts come out as spaces. */
export function textOf(file: string): string {
  return runOk('pdftotext', ['-raw', file, '-']).replace(/\s+/g, '');
}

/** The text of every page, without white space. */
export function pagesOf(file: string): string[] {
  const pages = runOk('pdftotext', ['-raw', file, '-']).split('\f').slice(0, -1);
  return pages.map((text) => text.replace(/\s+/g, ''));
}

const MM = 72 / 25.4;

/** Words that stand outside the side margins of an A4 report, 26 mm and 20 mm. */
export function wordsOutside(file: string): string[] {
  const words = runOk('pdftotext', ['-bbox', file, '-']).matchAll(/<word xMin="([\d.]+)".*?xMax="([\d.]+)".*?>(.*?)</g);
  return [...words].flatMap(([, from, to, word = '']) =>
    Number(from) < 26 * MM - 1 || Number(to) > (210 - 20) * MM + 1 ? [word] : [],
  );
}

/** The objects of a PDF as text, its streams uncompressed. */
export function objectsOf(file: string): string {
  return Buffer.from(runOk('qpdf', ['--qdf', '--object-streams=disable', file, '-']), 'utf8').toString('latin1');
}

/** Pages with marked content, and the painting operators of pages that none encloses. */
export function paintedOutside(file: string): { readonly pages: number; readonly outside: readonly string[] } {
  const [, ...streams] = objectsOf(file).split(/\nstream\n/);
  const pages = streams.map((stream) => stream.split('\nendstream')[0]!).filter((stream) => stream.includes(' BDC'));
  return { pages: pages.length, outside: pages.flatMap(outsideOf) };
}

function outsideOf(stream: string): string[] {
  let depth = 0;
  return stream.split('\n').filter((line) => {
    if (/ (?:BDC|BMC)$/.test(line)) depth += 1;
    if (line === 'EMC') depth -= 1;
    return depth === 0 && /(?:^| )(?:Tj|TJ|f|f\*|S|s|B|b|Do)$/.test(line);
  });
}
