import QRCode from 'qrcode';
import type { Canvas, Structure } from './surface';
import { INK } from './ink';
import { tagged } from './tagging';

/** White that a reader needs on every side, in modules (ISO/IEC 18004 section 9.1). */
export const QUIET_MODULES = 4;

export interface Qr {
  /** Modules on a side, without the white around it. */
  readonly size: number;
  readonly isDark: (row: number, column: number) => boolean;
}

export function qrOf(text: string): Qr {
  const { modules } = QRCode.create(text, { errorCorrectionLevel: 'M' });
  return { size: modules.size, isDark: (row, column) => modules.get(row, column) !== 0 };
}

/** Modules as vectors; those of a row that touch are one rectangle, so that no seam shows. `module` = points a side. */
export function drawQr(
  canvas: Canvas,
  parent: Structure,
  qr: Qr,
  { x, y, module, alt }: { readonly x: number; readonly y: number; readonly module: number; readonly alt: string },
): void {
  const side = qr.size * module;
  tagged(canvas, parent, 'Figure', { alt, bbox: [x, y, x + side, y + side], placement: 'Block' }, () => {
    for (let row = 0; row < qr.size; row++) {
      for (let column = 0; column < qr.size; column++) {
        let run = 0;
        while (column + run < qr.size && qr.isDark(row, column + run)) run += 1;
        if (run > 0) canvas.pdf.rect(x + column * module, y + row * module, run * module, module);
        column += run;
      }
    }
    canvas.pdf.fill(INK);
  });
}
