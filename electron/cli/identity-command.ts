import { existsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import { writeFileAtomic } from '../fs/files';
import { createIdentity } from '../signing/create-identity';
import { openIdentity } from '../signing/open-identity';
import { renewIdentity, underPassphrase, withoutRootKey } from '../signing/repack-identity';
import type { Locale } from '../../domain/pack/legal-basis';
import { readInput } from './read-input';
import { EXIT, InputError, UsageError, type CommandIo } from './io';
import { localeOption, requiredOption, type Values } from './options';
import { readPassphrase } from './passphrase';
import { wordsOf } from './words';

export const IDENTITY_OPTIONS = {
  name: { type: 'string' },
  out: { type: 'string' },
  identity: { type: 'string' },
  'passphrase-file': { type: 'string' },
  'new-passphrase-file': { type: 'string' },
  locale: { type: 'string' },
} as const;

const VALID_YEARS = 3;

/** Makes or changes signing identities in files; an existing file is never overwritten, for its key may be the only one. */
export async function identityCommand(values: Values, words: readonly string[], io: CommandIo): Promise<number> {
  const locale = localeOption(values, io);
  const act = words.length === 1 ? ACTS[words[0]!] : undefined; // one word
  if (act === undefined) throw new UsageError(wordsOf(locale).unknownCommand(`identity ${words.join(' ')}`.trim()));
  return act(values, locale, io);
}

type Act = (values: Values, locale: Locale, io: CommandIo) => Promise<number>;

const ACTS: Readonly<Partial<Record<string, Act>>> = {
  create,
  renew: (values, locale, io) =>
    rewritten(values, locale, io, async ({ p12, passphrase }) => {
      const renewed = await renewIdentity(p12, passphrase, { validYears: VALID_YEARS, now: io.now() });
      return { ...renewed, passphrase };
    }),
  passphrase: async (values, locale, io) => {
    const next = await readPassphrase(requiredOption(values, 'new-passphrase-file', locale), locale);
    return rewritten(values, locale, io, async ({ p12, passphrase }) => ({
      p12: await underPassphrase(p12, passphrase, next),
      passphrase: next,
    }));
  },
  export: (values, locale, io) =>
    rewritten(values, locale, io, async ({ p12, passphrase }) => ({
      p12: await withoutRootKey(p12, passphrase),
      passphrase,
    })),
};

interface Packed {
  readonly p12: Uint8Array;
  readonly passphrase: string;
}

/** Reads `--identity`, and writes what is made of it beside its certificate into `--out`; what was read stays as it is. */
async function rewritten(
  values: Values,
  locale: Locale,
  io: CommandIo,
  make: (known: Packed) => Promise<Packed>,
): Promise<number> {
  const out = requiredOption(values, 'out', locale);
  const p12 = await readInput(requiredOption(values, 'identity', locale), locale);
  const passphrase = await readPassphrase(requiredOption(values, 'passphrase-file', locale), locale);
  requireNew(out, locale);
  const made = await make({ p12, passphrase });
  const { certificatePem, signer } = await openIdentity(made.p12, made.passphrase);
  return write(out, { p12: made.p12, certificatePem }, signer.fingerprint, io);
}

async function create(values: Values, locale: Locale, io: CommandIo): Promise<number> {
  const said = wordsOf(locale);
  const organisation = requiredOption(values, 'name', locale).trim();
  const out = requiredOption(values, 'out', locale);
  const passphrase = await readPassphrase(requiredOption(values, 'passphrase-file', locale), locale);
  if (organisation === '') throw new UsageError(said.missing('--name'));
  requireNew(out, locale);
  const wish = { organisation, kind: 'own-ca', algorithm: 'ec-p256', validYears: VALID_YEARS, now: io.now() } as const;
  const { p12, certificatePem } = await createIdentity(wish, passphrase);
  const { signer } = await openIdentity(p12, passphrase);
  return write(out, { p12, certificatePem }, signer.fingerprint, io);
}

function pemPathOf(out: string): string {
  return `${out.replace(/\.p12$/i, '')}.pem`;
}

function requireNew(out: string, locale: Locale): void {
  for (const path of [out, pemPathOf(out)]) if (existsSync(path)) throw new InputError(wordsOf(locale).exists(path));
}

async function write(
  out: string,
  { p12, certificatePem }: { readonly p12: Uint8Array; readonly certificatePem: string },
  fingerprint: string,
  io: CommandIo,
): Promise<number> {
  const pemPath = pemPathOf(out);
  await mkdir(dirname(out), { recursive: true });
  await writeFileAtomic(out, p12);
  await writeFileAtomic(pemPath, certificatePem, 0o644);
  await io.out(`${out}\n${pemPath}\nsha256:${fingerprint}\n`);
  return EXIT.done;
}
