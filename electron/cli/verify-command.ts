import { basename } from 'node:path';
import type { EnclosedPaper } from '../../domain/bridge/verify-replies';
import type { Locale } from '../../domain/pack/legal-basis';
import { headlineOf, HEADLINE_WORDS } from '../../domain/terms/signature-verdict';
import { termsOf } from '../../domain/terms/terms-of';
import { inLanes } from '../host/in-lanes';
import { inTurn } from '../host/in-turn';
import type { CheckedFile } from '../verify/check-file';
import { fileCheckerOf } from './file-checker-of';
import type { Reason } from '../verify/reasons';
import { remarksOn } from '../verify/remarks-on';
import { certificateIn } from '../verify/trust-store';
import type { VerifyResult } from '../verify/verify-pdf';
import { memoryOfRun } from '../verify/verifier-memory';
import { EXIT, InputError, UsageError, type CommandIo } from './io';
import { readInput } from './read-input';
import { choiceOption, listOption, localeOption, type Values } from './options';
import { signatureLines } from './signature-lines';
import { VERIFY_WORDS } from './verify-words';
import { wordsOf } from './words';

export const VERIFY_OPTIONS = {
  trust: { type: 'string', multiple: true },
  format: { type: 'string' },
  locale: { type: 'string' },
} as const;

/** Checks each file by itself. 0 = all valid; 1 = some are not; 2 = a file or certificate could not be read. */
export async function verifyCommand(values: Values, files: readonly string[], io: CommandIo): Promise<number> {
  const locale = localeOption(values, io);
  const format = choiceOption(values, 'format', ['text', 'json'], 'text', locale);
  if (files.length === 0) throw new UsageError(wordsOf(locale).missing('FILE.pdf'));
  const trust = await readTrust(listOption(values, 'trust'), locale);
  const checker = await fileCheckerOf(io);
  const memory = memoryOfRun();
  let code: number = EXIT.done;
  const printed: string[] = [];
  /** In the order of the files: what was seen before, and what is printed, follow it. */
  const tell = async (path: string, checked: CheckedFile | InputError): Promise<void> => {
    if (checked instanceof InputError) {
      await io.err(`${checked.message}\n`);
      code = EXIT.badInput;
      return;
    }
    const { result, stated: met, certificatePems, papers } = checked;
    const { signature } = result;
    const remarks = await remarksOn({ signature, signerPem: certificatePems[0], met, trust, now: io.now() }, memory);
    if (result.verdict !== 'valid' && code === EXIT.done) code = EXIT.notInOrder;
    if (format === 'json') printed.push(JSON.stringify(jsonOf(basename(path), checked, remarks, locale)));
    else await io.out(textOf(path, result, remarks, locale) + paperLines(papers ?? [], locale));
  };
  const inOrder = inTurn();
  const results: (CheckedFile | InputError | undefined)[] = [];
  let told = 0;
  const tellReady = async (): Promise<void> => {
    for (let next = results[told]; next !== undefined; next = results[told]) {
      results[told] = undefined;
      await tell(files[told++]!, next); // one a file
      if (isProgressTold(told, files.length)) await io.err(`${wordsOf(locale).verified(told, files.length)}\n`);
    }
  };
  // One more than are checked at a time: the next file is read meanwhile.
  await inLanes({ count: files.length, lanes: checker.lanes + 1, signal: io.signal }, async (index, signal) => {
    const read = await readInput(files[index]!, locale).catch(unreadInput);
    results[index] = read instanceof InputError ? read : await checker.check(read, trust, { signal });
    await inOrder(tellReady);
  }).finally(() => checker.close());
  if (format === 'json') await io.out(`[${printed.join(',\n')}]\n`);
  return code;
}

const FEW_FILES = 20;

/** Of many files, at every twentieth part. */
function isProgressTold(done: number, total: number): boolean {
  return total > FEW_FILES && Math.floor((done * FEW_FILES) / total) > Math.floor(((done - 1) * FEW_FILES) / total);
}

function unreadInput(error: unknown): InputError {
  if (error instanceof InputError) return error;
  throw error;
}

/** DER of every certificate in the files; a file may hold several, one after another. */
async function readTrust(paths: readonly string[], locale: Locale): Promise<Uint8Array[]> {
  const trust: Uint8Array[] = [];
  for (const path of paths) {
    const text = (await readInput(path, locale)).toString('latin1');
    const blocks = text.match(/-----BEGIN CERTIFICATE-----[^-]*-----END CERTIFICATE-----/g) ?? [];
    const certificates = blocks.map(certificateIn).filter((found) => typeof found !== 'string');
    if (certificates.length === 0 || certificates.length < blocks.length)
      throw new InputError(wordsOf(locale).notTrusted(path));
    trust.push(...certificates.map(({ raw }) => raw));
  }
  return trust;
}

/** One object of `formats.md` section 3. */
function jsonOf(file: string, { result, papers }: CheckedFile, remarks: readonly Reason[], locale: Locale): object {
  const { verdict, reasons, signature, signatures, evidence } = result;
  const told = (all: readonly Pick<Reason, 'code' | 'sentence'>[]): object[] =>
    all.map(({ code, sentence }) => ({ code, sentence: sentence[locale] }));
  const beside = remarks.length === 0 ? {} : { remarks: told(remarks) };
  const inside =
    papers === undefined ? {} : { papers: papers.map((paper) => ({ ...paper, reasons: told(paper.reasons) })) };
  return { file, verdict, reasons: told(reasons), signature, signatures, evidence, ...beside, ...inside };
}

/** Of a pack: how many papers pass by themselves, and each that does not. */
function paperLines(papers: readonly EnclosedPaper[], locale: Locale): string {
  if (papers.length === 0) return '';
  const colon = locale === 'en' ? ': ' : '：';
  const bad = papers.filter(({ verdict }) => verdict !== 'valid');
  const lines = [
    `  ${VERIFY_WORDS[locale].papers(papers.length - bad.length, papers.length)}`,
    ...bad.map(({ fileName, verdict }) => `    ${fileName}${colon}${termsOf(locale).signatureVerdict[verdict]}`),
  ];
  return `${lines.join('\n')}\n`;
}

/** Null where a reason says it, or nothing was judged. */
function doubtsSaid(doubts: VerifyResult['evidence']['doubts'], locale: Locale): string | null {
  const words = VERIFY_WORDS[locale];
  if (doubts?.state === 'same') return words.sameDoubts(doubts.told);
  return doubts?.state === 'before' || doubts?.state === 'absent' ? words.noDoubts[doubts.state] : null;
}

function textOf(path: string, result: VerifyResult, remarks: readonly Reason[], locale: Locale): string {
  const { verdict, reasons, signature, signatures, evidence } = result;
  const words = VERIFY_WORDS[locale];
  const colon = locale === 'en' ? ': ' : '：';
  const lines = [`${path}${colon}${termsOf(locale).signatureVerdict[verdict]}`];
  for (const { sentence } of reasons) lines.push(`  ${sentence[locale]}`);
  for (const { sentence } of remarks) lines.push(`  ${words.remark}${colon}${sentence[locale]}`);
  lines.push(`  ${HEADLINE_WORDS[locale][headlineOf(result)].step}`);
  if (signature !== null) {
    lines.push(
      `  ${words.signer}${colon}${signature.signer}`,
      `  ${words.fingerprint}${colon}${signature.fingerprint}`,
    );
    if (signature.claimedTime !== null) lines.push(`  ${words.claimed}${colon}${signature.claimedTime}`);
  }
  if (evidence.verdictReproduced === true) lines.push(`  ${words.reproduced}`);
  if (evidence.pagesMatch === true) lines.push(`  ${words.samePages}`);
  const doubts = doubtsSaid(evidence.doubts, locale);
  if (doubts !== null) lines.push(`  ${doubts}`);
  if (signatures.length > 1) lines.push(...signatureLines(signatures, locale));
  return `${lines.join('\n')}\n`;
}
