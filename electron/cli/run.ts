import { parseArgs, type ParseArgsConfig } from 'node:util';
import { BridgeError } from '../../domain/bridge/errors';
import { LOCALES, type Locale } from '../../domain/pack/legal-basis';
import { EXIT, InputError, UsageError, type CommandIo } from './io';
import type { Values } from './options';
import { USAGE } from './usage';
import { wordsOf } from './words';

interface Command {
  readonly options: NonNullable<ParseArgsConfig['options']>;
  /** Whether words may follow that are no options. */
  readonly positionals: boolean;
  readonly run: (values: Values, words: readonly string[], io: CommandIo) => Promise<number>;
}

/** Loaded when asked for: an audit has no need to open the PDF library. */
const COMMANDS: Readonly<Record<keyof typeof USAGE, () => Promise<Command>>> = {
  sample: async () => {
    const { sampleCommand, SAMPLE_OPTIONS } = await import('./sample-command');
    return {
      options: SAMPLE_OPTIONS,
      positionals: false,
      run: (v, _, io) => sampleCommand(v, io),
    };
  },
  audit: async () => {
    const { auditCommand, AUDIT_OPTIONS } = await import('./audit-command');
    return { options: AUDIT_OPTIONS, positionals: false, run: (v, _, io) => auditCommand(v, io) };
  },
  report: async () => {
    const { reportCommand, REPORT_OPTIONS } = await import('./report-command');
    return {
      options: REPORT_OPTIONS,
      positionals: false,
      run: (v, _, io) => reportCommand(v, io),
    };
  },
  hazards: async () => {
    const { hazardsCommand, HAZARDS_OPTIONS } = await import('./hazards-command');
    return { options: HAZARDS_OPTIONS, positionals: false, run: (v, _, io) => hazardsCommand(v, io) };
  },
  plan: async () => {
    const { planCommand, PLAN_OPTIONS } = await import('./plan-command');
    return { options: PLAN_OPTIONS, positionals: false, run: (v, _, io) => planCommand(v, io) };
  },
  identity: async () => {
    const { identityCommand, IDENTITY_OPTIONS } = await import('./identity-command');
    return { options: IDENTITY_OPTIONS, positionals: true, run: identityCommand };
  },
  packs: async () => {
    const { packsCommand, PACKS_OPTIONS } = await import('./packs-command');
    return { options: PACKS_OPTIONS, positionals: true, run: packsCommand };
  },
  countersign: async () => {
    const { countersignCommand, COUNTERSIGN_OPTIONS } = await import('./countersign-command');
    return { options: COUNTERSIGN_OPTIONS, positionals: true, run: countersignCommand };
  },
  backup: async () => {
    const { backupCommand, BACKUP_OPTIONS } = await import('./backup-command');
    return { options: BACKUP_OPTIONS, positionals: true, run: backupCommand };
  },
  journal: async () => {
    const { journalCommand, JOURNAL_OPTIONS } = await import('./journal-command');
    return { options: JOURNAL_OPTIONS, positionals: true, run: journalCommand };
  },
  export: async () => {
    const { exportCommand, EXPORT_OPTIONS } = await import('./export-command');
    return { options: EXPORT_OPTIONS, positionals: false, run: (v, _, io) => exportCommand(v, io) };
  },
  template: async () => {
    const { templateCommand, TEMPLATE_OPTIONS } = await import('./template-command');
    return { options: TEMPLATE_OPTIONS, positionals: false, run: (v, _, io) => templateCommand(v, io) };
  },
  verify: async () => {
    const { verifyCommand, VERIFY_OPTIONS } = await import('./verify-command');
    return { options: VERIFY_OPTIONS, positionals: true, run: verifyCommand };
  },
};

/** Answers one command line (without program and script) and resolves with its exit code; throws nothing. */
export async function run(argv: readonly string[], io: CommandIo): Promise<number> {
  const [name, ...rest] = argv;
  if (name === undefined || name === 'help' || name === '--help' || name === '-h') return usage(name === undefined, io);
  if (!isCommand(name)) {
    await io.err(`${wordsOf(io.locale).unknownCommand(name)}\n`);
    return usage(true, io);
  }
  if (rest.includes('--help')) {
    await io.out(`${USAGE[name]}\n`);
    return EXIT.done;
  }
  const spoken = { ...io, locale: askedLocale(rest) ?? io.locale };
  try {
    const command = await COMMANDS[name]();
    const { values, positionals } = parsed(command, rest, spoken.locale);
    return await command.run(values, positionals, spoken);
  } catch (error) {
    await io.err(`${await sentenceOf(error, spoken)}${error instanceof UsageError ? `\n${USAGE[name]}` : ''}\n`);
    return EXIT.badInput;
  }
}

/** The language asked for, also where the rest of the line cannot be understood. */
function askedLocale(args: readonly string[]): Locale | undefined {
  const at = args.findLastIndex((word) => word === '--locale' || word.startsWith('--locale='));
  const value = args[at] === '--locale' ? args[at + 1] : args[at]?.slice('--locale='.length);
  return LOCALES.find((locale) => locale === value);
}

function parsed({ options, positionals: allowPositionals }: Command, args: readonly string[], locale: Locale) {
  try {
    return parseArgs({ args: [...args], options, allowPositionals, strict: true });
  } catch (error) {
    throw error instanceof TypeError
      ? new UsageError(wordsOf(locale).badOptions(error.message), { cause: error })
      : error;
  }
}

async function sentenceOf(error: unknown, io: CommandIo): Promise<string> {
  if (error instanceof UsageError || error instanceof InputError) return error.message;
  const words = wordsOf(io.locale);
  const refusal = error instanceof BridgeError ? error : io.signal.aborted ? new BridgeError('cancelled') : null;
  if (refusal !== null) {
    const { failureSentences } = await import('../../domain/bridge/failure-words'); // few commands need it
    return failureSentences(refusal.code, refusal.details, io.locale);
  }
  return `${words.broken}${error instanceof Error ? (error.stack ?? error.message) : String(error)}`;
}

function isCommand(name: string): name is keyof typeof USAGE {
  return Object.hasOwn(USAGE, name);
}

async function usage(isMistake: boolean, io: CommandIo): Promise<number> {
  const text = Object.values(USAGE).map((line) => `  ${line}\n`);
  await (isMistake ? io.err(text.join('')) : io.out(text.join('')));
  return isMistake ? EXIT.badInput : EXIT.done;
}
