import { existsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import { writeFileAtomic } from '../fs/files';
import { createIdentity } from '../signing/create-identity';
import { openIdentity } from '../signing/open-identity';
import { EXIT, InputError, UsageError, type CommandIo } from './io';
import { localeOption, requiredOption, type Values } from './options';
import { readPassphrase } from './passphrase';
import { wordsOf } from './words';

export const IDENTITY_OPTIONS = {
  name: { type: 'string' },
  out: { type: 'string' },
  'passphrase-file': { type: 'string' },
  locale: { type: 'string' },
} as const;

const VALID_YEARS = 3;

/** Makes a signing identity under an own root; an existing file is never overwritten, for its key may be the only one. */
export async function identityCommand(values: Values, words: readonly string[], io: CommandIo): Promise<number> {
  const locale = localeOption(values, io);
  const said = wordsOf(locale);
  if (words.length !== 1 || words[0] !== 'create')
    throw new UsageError(said.unknownCommand(`identity ${words.join(' ')}`.trim()));
  const organisation = requiredOption(values, 'name', locale).trim();
  const out = requiredOption(values, 'out', locale);
  const passphrase = await readPassphrase(requiredOption(values, 'passphrase-file', locale), locale);
  if (organisation === '') throw new UsageError(said.missing('--name'));
  const pemPath = `${out.replace(/\.p12$/i, '')}.pem`;
  for (const path of [out, pemPath]) if (existsSync(path)) throw new InputError(said.exists(path));
  const wish = { organisation, kind: 'own-ca', algorithm: 'ec-p256', validYears: VALID_YEARS, now: io.now() } as const;
  const { p12, certificatePem } = await createIdentity(wish, passphrase);
  const { signer } = await openIdentity(p12, passphrase);
  await mkdir(dirname(out), { recursive: true });
  await writeFileAtomic(out, p12);
  await writeFileAtomic(pemPath, certificatePem, 0o644);
  await io.out(`${out}\n${pemPath}\nsha256:${signer.fingerprint}\n`);
  return EXIT.done;
}
