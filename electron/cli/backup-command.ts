import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Locale } from '../../domain/pack/legal-basis';
import { backupFaultWords } from '../../domain/terms/backup-fault';
import { BackupFault } from '../backup/backup-fault';
import { makeBackup } from '../backup/automatic';
import { proveBackup } from '../backup/prove-backup';
import { recoverySheet } from '../backup/recovery-sheet';
import { restoreToGoOn } from '../backup/restore-to-go-on';
import { sealKeyOf } from '../backup/seal-key';
import { backupsOfProfile } from '../host/backups';
import { civilDayIn, instantIn } from '../host/local-time';
import { openSettings } from '../host/settings-store';
import { openIdentityStore } from '../signing/identity-store';
import { backupWordsOf } from './backup-words';
import { EXIT, InputError, UsageError, type CommandIo } from './io';
import { journalOf, ZONE } from './journal-of';
import { ledgerToRead } from './ledger-to-read';
import { localeOption, requiredOption, textOption, type Values } from './options';
import { readPassphrase } from './passphrase';
import { wordsOf } from './words';

export const BACKUP_OPTIONS = {
  profile: { type: 'string' },
  out: { type: 'string' },
  scratch: { type: 'string' },
  'passphrase-file': { type: 'string' },
  move: { type: 'boolean' },
  author: { type: 'string' },
  locale: { type: 'string' },
} as const;

/**
 * `create` proves what it made before it says so, and keeps every other backup; with a passphrase it is sealed; with `--move`
 * it closes the ledger first. `prove` exits with 1 where a backup does not hold. What `restore` gives goes on in a feed of its own.
 */
export async function backupCommand(values: Values, words: readonly string[], io: CommandIo): Promise<number> {
  const locale = localeOption(values, io);
  const [what, folder, ...more] = words;
  const now = (): string => instantIn(ZONE, io.now());
  const scratch = textOption(values, 'scratch') ?? tmpdir();
  const said = backupWordsOf(locale);
  const file = textOption(values, 'passphrase-file');
  const passphrase = file === undefined ? undefined : await readPassphrase(file, locale);
  if (what === 'create' && folder === undefined) {
    const wish = { profile: requiredOption(values, 'profile', locale), into: requiredOption(values, 'out', locale) };
    const key = passphrase === undefined ? null : await sealKeyOf(passphrase);
    const job = { ...wish, key, madeAt: now(), program: `Elevator Audit ${io.version}` };
    const place = await mkdtemp(join(scratch, 'elevator-audit-backup-'));
    try {
      await mkdir(wish.into, { recursive: true });
      if (values['move'] === true)
        await io.out(`${said.moved(await leaveProfile(wish.profile, values, locale, io))}\n`);
      const { name, proved } = await told(locale, () => makeBackup({ ...job, scratch: place }));
      await io.out(`${join(wish.into, name)}\n${said.proved(proved)}\n`);
    } finally {
      await rm(place, { recursive: true, force: true });
    }
    return EXIT.done;
  }
  if (what === 'prove' && folder !== undefined && more.length === 0) {
    try {
      await io.out(`${said.proved(await proveBackup(folder, scratch, now, passphrase))}\n`);
      return EXIT.done;
    } catch (error) {
      if (!(error instanceof BackupFault) || error.code === 'not-a-backup') throw inWords(error, locale);
      await io.out(`${backupFaultWords(locale, error.code, error.what)}\n`);
      return EXIT.notInOrder;
    }
  }
  if (what === 'restore' && folder !== undefined && more.length === 0) {
    const profile = requiredOption(values, 'profile', locale);
    const going = { by: passphrase, author: textOption(values, 'author') ?? '', now };
    const { head, feed } = await told(locale, () => restoreToGoOn(folder, profile, going));
    await io.out(`${[said.restored(profile, head.seq), said.goesOn(feed)].join('\n')}\n`);
    return EXIT.done;
  }
  if (what === 'sheet' && folder === undefined) return writeSheet(values, locale, io);
  throw new UsageError(wordsOf(locale).unknownCommand(`backup ${words.join(' ')}`.trim()));
}

/** The recovery sheet of a profile, which may be open in the program. */
async function writeSheet(values: Values, locale: Locale, io: CommandIo): Promise<number> {
  const profile = resolve(requiredOption(values, 'profile', locale));
  const out = requiredOption(values, 'out', locale);
  const { close, journal } = await ledgerToRead(profile, locale);
  try {
    const facts = {
      on: civilDayIn(ZONE, io.now()),
      program: `Elevator Audit ${io.version}`,
      organisation: (await openSettings(join(profile, 'settings.json'))).read().organisation,
      head: journal.head,
      profile,
      backups: await backupsOfProfile(profile),
      identities: await openIdentityStore(join(profile, 'identities')).list(),
    };
    await writeFile(out, recoverySheet(facts, locale), { flag: 'wx', mode: 0o600 }).catch((error: unknown) => {
      const isThere = error instanceof Error && 'code' in error && error.code === 'EEXIST';
      throw isThere ? new InputError(wordsOf(locale).exists(out), { cause: error }) : error;
    });
    await io.out(`${out}\n`);
    return EXIT.done;
  } finally {
    await close();
  }
}

/** The number of the entry that closes the ledger. Throws InputError where nothing can be written. */
async function leaveProfile(profile: string, values: Values, locale: Locale, io: CommandIo): Promise<number> {
  const said = backupWordsOf(locale);
  const journal = await journalOf(profile, { readOnly: false, io, said });
  try {
    if (journal.readOnly) throw new InputError(said.readOnly);
    const { author } = (await openSettings(join(profile, 'settings.json'))).read();
    return (await journal.leave(textOption(values, 'author') ?? author, 'moved')).seq;
  } finally {
    await journal.close();
  }
}

async function told<T>(locale: Locale, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw inWords(error, locale);
  }
}

function inWords(error: unknown, locale: Locale): unknown {
  if (!(error instanceof BackupFault)) return error;
  return new InputError(backupFaultWords(locale, error.code, error.what));
}
