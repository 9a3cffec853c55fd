import { tmpdir } from 'node:os';
import type { Locale } from '../../domain/pack/rule-pack';
import { BackupFault } from '../backup/backup-fault';
import { createBackup } from '../backup/create-backup';
import { proveBackup } from '../backup/prove-backup';
import { restoreBackup } from '../backup/restore-backup';
import { instantIn } from '../handlers/local-time';
import { backupWordsOf } from './backup-words';
import { EXIT, InputError, UsageError, type CommandIo } from './io';
import { localeOption, requiredOption, textOption, type Values } from './options';
import { wordsOf } from './words';

export const BACKUP_OPTIONS = {
  profile: { type: 'string' },
  out: { type: 'string' },
  scratch: { type: 'string' },
  locale: { type: 'string' },
} as const;

/** Only the day and hour of making stand in it; no verdict depends on the zone. */
const ZONE = 'Asia/Shanghai';

/** `create` proves what it made before it says so; `prove` exits with 1 where a backup does not hold. */
export async function backupCommand(values: Values, words: readonly string[], io: CommandIo): Promise<number> {
  const locale = localeOption(values, io);
  const [what, folder, ...more] = words;
  const now = (): string => instantIn(ZONE, io.now());
  const scratch = textOption(values, 'scratch') ?? tmpdir();
  const said = backupWordsOf(locale);
  if (what === 'create' && folder === undefined) {
    const wish = { profile: requiredOption(values, 'profile', locale), into: requiredOption(values, 'out', locale) };
    const made = await told(locale, () =>
      createBackup({ ...wish, madeAt: now(), program: `Elevator Audit ${io.version}` }),
    );
    const proved = await told(locale, () => proveBackup(made.folder, scratch, now));
    await io.out(`${made.folder}\n${said.proved(proved)}\n`);
    return EXIT.done;
  }
  if (what === 'prove' && folder !== undefined && more.length === 0) {
    try {
      await io.out(`${said.proved(await proveBackup(folder, scratch, now))}\n`);
      return EXIT.done;
    } catch (error) {
      if (!(error instanceof BackupFault) || error.code === 'not-a-backup') throw inWords(error, locale);
      await io.out(`${said.faults[error.code](error.what)}\n`);
      return EXIT.notInOrder;
    }
  }
  if (what === 'restore' && folder !== undefined && more.length === 0) {
    const profile = requiredOption(values, 'profile', locale);
    const { head } = await told(locale, () => restoreBackup(folder, profile));
    await io.out(`${said.restored(profile, head.seq)}\n`);
    return EXIT.done;
  }
  throw new UsageError(wordsOf(locale).unknownCommand(`backup ${words.join(' ')}`.trim()));
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
  return new InputError(backupWordsOf(locale).faults[error.code](error.what));
}
