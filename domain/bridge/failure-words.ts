import type { Locale } from '../pack/legal-basis';
import { BACKUP_FAULTS, backupFaultWords } from '../terms/backup-fault';
import { capital } from '../terms/capital';
import { termsOf } from '../terms/terms-of';
import type { ErrorCode, ErrorDetails } from './errors';
import type { FailureTable, FailureText } from './failure-texts';
import { FAILURES_EN } from './failures-en';
import { FAILURES_ZH } from './failures-zh-cn';

const TABLES: Readonly<Record<Locale, FailureTable>> = { 'zh-CN': FAILURES_ZH, en: FAILURES_EN };

export interface FailureWords {
  readonly what: string;
  readonly kept: string;
  /** Empty where nothing is to be done. */
  readonly do: string;
}

/** What a refusal says to people, wherever they meet it. */
export function failureWords(code: ErrorCode, details: ErrorDetails, locale: Locale): FailureWords {
  const figures: ErrorDetails = { ...details, ...named(details, locale) };
  const said = (text: FailureText): string =>
    typeof text === 'string' ? text : text((figure) => String(figures[figure] ?? ''));
  const { what, kept, do: next } = TABLES[locale][code];
  return { what: said(what), kept: said(kept), do: said(next) };
}

/** The same as one text. */
export function failureSentences(code: ErrorCode, details: ErrorDetails, locale: Locale): string {
  const { what, kept, do: next } = failureWords(code, details, locale);
  return [what, kept, next].filter((sentence) => sentence !== '').join(locale === 'en' ? ' ' : '');
}

/** Figures that stand in a refusal as words of the program, by the names that people know. */
function named({ list, by, code: fault, what }: ErrorDetails, locale: Locale): ErrorDetails {
  const { recordKind, unsigned } = termsOf(locale);
  const kind = Object.entries(recordKind).find(([one]) => one === list)?.[1] ?? list;
  const known = BACKUP_FAULTS.find((one) => one === fault);
  return {
    ...(kind !== undefined && { kind: capital(String(kind)) }),
    ...(by === '' && { by: unsigned }),
    ...(known !== undefined && { sentence: backupFaultWords(locale, known, String(what ?? '')) }),
  };
}
