import type { LabelLayout } from '../../../domain/report/labels';
import { MM } from '../ink';
import { QUIET_MODULES } from '../qr';
import { fitQr, type QrFit } from '../qr-fit';

const MOST_MODULE = 0.8 * MM;
/** Below it, telephones no longer read a code printed at 300 dots an inch with ease. */
const LEAST_MODULE = 0.33 * MM;

/** The code of a label; null where the label is too small for its text. */
export function fitLabelCode(text: string, { code }: LabelLayout): QrFit | null {
  return fitQr(text, code * MM, MOST_MODULE, LEAST_MODULE, QUIET_MODULES);
}
