import QRCode from 'qrcode';
import type { Qr } from './qr';

export interface QrFit {
  readonly qr: Qr;
  /** Points. */
  readonly module: number;
  readonly side: number;
}

/**
 * The code of a text inside `side` points, `quiet` white modules on every side included: modules as large as `most` allows, with correction M, or L
 * where M would make them smaller than `least`; null where even L would.
 */
export function fitQr(text: string, side: number, most: number, least: number, quiet = 0): QrFit | null {
  for (const errorCorrectionLevel of ['M', 'L'] as const) {
    const qr = codeOf(text, errorCorrectionLevel);
    if (qr === null) return null;
    const module = Math.min(most, side / (qr.size + 2 * quiet));
    if (module >= least) return { qr, module, side: module * qr.size };
  }
  return null;
}

/** Null for a text that no QR code holds. */
function codeOf(text: string, errorCorrectionLevel: 'M' | 'L'): Qr | null {
  try {
    const { modules } = QRCode.create(text, { errorCorrectionLevel });
    return { size: modules.size, isDark: (row, column) => modules.get(row, column) !== 0 };
  } catch {
    return null;
  }
}
