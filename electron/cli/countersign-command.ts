import { existsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import { COUNTERSIGN_ROLES, MAX_REMARK } from '../../domain/record/countersignature';
import { countersign, requireCountersignable } from '../countersign/countersign';
import { writeFileAtomic } from '../fs/files';
import { openIdentity, requireValid } from '../signing/open-identity';
import type { VerifyResult } from '../verify/verify-pdf';
import { fileCheckerOf } from './file-checker-of';
import { EXIT, InputError, UsageError, type CommandIo } from './io';
import { readInput } from './read-input';
import { choiceOption, localeOption, requiredOption, textOption, type Values } from './options';
import { readPassphrase } from './passphrase';
import { wordsOf } from './words';

export const COUNTERSIGN_OPTIONS = {
  role: { type: 'string' },
  remark: { type: 'string' },
  identity: { type: 'string' },
  'passphrase-file': { type: 'string' },
  out: { type: 'string' },
  locale: { type: 'string' },
} as const;

/** Signs a receipt, or as a witness, into a paper of somebody, as a new file; neither it nor an existing file is touched. */
export async function countersignCommand(values: Values, files: readonly string[], io: CommandIo): Promise<number> {
  const locale = localeOption(values, io);
  const words = wordsOf(locale);
  const [path] = files;
  if (path === undefined || files.length > 1) throw new UsageError(words.missing('FILE.pdf'));
  requiredOption(values, 'role', locale);
  const role = choiceOption(values, 'role', COUNTERSIGN_ROLES, 'receipt', locale);
  const remark = (textOption(values, 'remark') ?? '').trim();
  if (Array.from(remark).length > MAX_REMARK || /\p{Cc}|\p{Surrogate}/u.test(remark))
    throw new UsageError(words.badRemark(MAX_REMARK));
  const out = requiredOption(values, 'out', locale);
  const identityPath = requiredOption(values, 'identity', locale);
  const passphrase = await readPassphrase(requiredOption(values, 'passphrase-file', locale), locale);
  if (existsSync(out)) throw new InputError(words.exists(out));
  const paper = await readInput(path, locale);
  const identity = await openIdentity(await readInput(identityPath, locale), passphrase);
  const claimedAt = io.now();
  requireValid(identity, claimedAt);
  requireCountersignable(await verified(paper, io));
  const signed = countersign(paper, identity.signer, { role, remark, claimedAt, locale });
  await mkdir(dirname(out), { recursive: true });
  await writeFileAtomic(out, signed, 0o644);
  await io.out(`${out}\nsha256:${identity.signer.fingerprint}\n`);
  return EXIT.done;
}

/** Nobody is trusted here: a receipt says that a paper was received, and not whose it is. */
async function verified(paper: Uint8Array, io: CommandIo): Promise<VerifyResult> {
  const checker = await fileCheckerOf(io);
  try {
    return (await checker.check(paper, [], { signal: io.signal })).result;
  } finally {
    await checker.close();
  }
}
