import type { Writable } from 'node:stream';
import type { Locale } from '../../domain/pack/legal-basis';
import { installedPaths } from '../host/installed-paths';
import { programVersion } from '../host/program-version';
import { run } from './run';

/** Answers the command line of this process and resolves with its exit code once everything is written. */
export async function runCommandLine(argv: readonly string[]): Promise<number> {
  const paths = installedPaths(import.meta.dirname);
  const interrupted = new AbortController();
  const stop = (): void => interrupted.abort();
  process.once('SIGINT', stop);
  try {
    return await run(argv, {
      out: writerOf(process.stdout),
      err: writerOf(process.stderr),
      now: () => new Date(),
      locale: localeOf(process.env),
      paths,
      version: programVersion(paths.rootDir),
      signal: interrupted.signal,
    });
  } finally {
    process.off('SIGINT', stop);
  }
}

/** Writes one after another. A reader that goes away (`| head`) is no fault: what it no longer wants is dropped. */
function writerOf(stream: Writable): (text: string) => Promise<void> {
  let isGone = false;
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
    isGone = true;
  });
  return (text) =>
    new Promise((resolve, reject) => {
      if (isGone) return resolve();
      stream.write(text, (error) => {
        const { code } = (error ?? {}) as NodeJS.ErrnoException;
        if (error === null || error === undefined || code === 'EPIPE') resolve();
        else reject(error);
      });
    });
}

/** Chinese first: English only where the environment asks for it. */
function localeOf(env: NodeJS.ProcessEnv): Locale {
  const asked = env['LC_ALL'] || env['LC_MESSAGES'] || env['LANG'] || ''; // an empty variable is as good as none
  return asked.startsWith('en') ? 'en' : 'zh-CN';
}
