import { join } from 'node:path';
import type { Locale } from '../../domain/pack/legal-basis';
import { run } from '../../electron/cli/run';

const rootDir = join(import.meta.dirname, '..', '..');

export interface Answer {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** Answers a command line in this process, on the day of the sample files. */
export async function answer(
  argv: readonly string[],
  { locale = 'en', now = '2026-11-23T08:00:00Z' }: { readonly locale?: Locale; readonly now?: string } = {},
): Promise<Answer> {
  const said = { out: '', err: '' };
  const code = await run(argv, {
    out: (text) => {
      said.out += text;
      return Promise.resolve();
    },
    err: (text) => {
      said.err += text;
      return Promise.resolve();
    },
    now: () => new Date(now),
    locale,
    paths: {
      rootDir,
      rendererDir: join(rootDir, 'out', 'renderer'),
      preloadPath: '',
      regulationsDir: join(rootDir, 'resources', 'regulations'),
      calendarsDir: join(rootDir, 'resources', 'calendars'),
      iconPath: '',
      workersDir: join(rootDir, 'out', 'main'),
    },
    version: '0.0.0-test',
    signal: new AbortController().signal,
  });
  return { code, ...said };
}
