import type { TFunction } from 'i18next';
import type { Locale } from '../../../../domain/pack/legal-basis';
import { capital } from '../../../../domain/terms/capital';
import { termsOf } from '../../../../domain/terms/terms-of';
import type { FileCheck } from '../../../features/verification/verification-queue';
import { resultOf } from './weigh-checks';

const COLUMNS = [
  'file',
  'result',
  'reasons',
  'remarks',
  'number',
  'elevator',
  'signer',
  'fingerprint',
  'claimed',
  'sha256',
] as const;

/** The list as a table: each file with its digest, its result, and why. */
export function resultLines(
  checks: readonly FileCheck[],
  t: TFunction,
  locale: Locale,
): readonly (readonly string[])[] {
  const head = COLUMNS.map((column) => t(`verifyMany.columns.${column}`));
  return [head, ...checks.map((check) => lineOf(check, t, locale))];
}

function lineOf(check: FileCheck, t: TFunction, locale: Locale): readonly string[] {
  const { name, reply } = check;
  const result = resultOf(check);
  const word =
    result === null ? t(`verifyMany.state.${check.state}`) : capital(termsOf(locale).signatureVerdict[result]);
  if (result === null || reply === null) return [name, word, ...Array<string>(COLUMNS.length - 2).fill('')];
  const { claims, signature, sha256 } = reply;
  const told = (all: typeof reply.reasons): string => all.map(({ sentence }) => sentence[locale]).join('\n');
  return [
    name,
    word,
    told(reply.reasons),
    told(reply.remarks),
    claims?.number ?? '',
    claims?.registrationNo ?? '',
    signature?.signer ?? '',
    signature?.fingerprint ?? '',
    signature?.claimedTime ?? '',
    `sha256:${sha256}`,
  ];
}
