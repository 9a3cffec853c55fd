import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { closeInTime } from '../handlers/close-in-time';
import { createHandlers } from '../handlers/create-handlers';
import { logToStandardError } from '../handlers/dispatch';
import { installedPaths } from '../host/installed-paths';
import { openProfile } from '../handlers/open-profile';
import { profileRefusal } from '../handlers/profile-refusal';
import { profileNotices, READ_ONLY_WORDS } from '../handlers/profile-words';
import { programVersion } from '../host/program-version';
import { settleProfile } from '../handlers/settle-profile';
import { pageSource } from '../pages/page-source';
import { terminalAsker } from './ask-in-terminal';
import { startLoopbackServer } from './server';

const USAGE = 'usage: loopback [--profile DIR] [--read-only] [--port N]\n';

/** Kept from run to run where it is free: a browser keeps drafts and the read model by address. */
const USUAL_PORT = 47_815;

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: { profile: { type: 'string' }, port: { type: 'string' }, 'read-only': { type: 'boolean' } },
  });
  const port = values.port === undefined ? USUAL_PORT : Number(values.port);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) throw new TypeError('--port takes a number up to 65535');
  const paths = installedPaths(import.meta.dirname);
  const asked = values.profile === undefined ? undefined : resolve(values.profile);
  const place = await settleProfile(terminalAsker(process.stdin, process.stderr), asked);
  if (place === null) return;
  const version = programVersion(paths.rootDir);
  const readOnly = values['read-only'] === true;
  const how = { host: 'loopback', version, now: () => new Date(), readOnly } as const;
  const ports = await openProfile({ place, paths, ...how }).catch((error: unknown) => {
    const words = profileRefusal(error, place.folder);
    process.stderr.write(`${words['zh-CN']}\n${words.en}\n`);
    process.exit(1);
  });
  const log = (id: string, error: unknown): void => {
    ports.log.write({ event: 'internal', id, error });
    logToStandardError(id, error);
  };
  process.on('uncaughtExceptionMonitor', (error) => ports.log.write({ event: 'uncaught', error }));
  const options = { handlers: createHandlers(ports), pages: pageSource(paths.rendererDir), port, log };
  const server = await startLoopbackServer(options).catch((error: unknown) => {
    const taken = error instanceof Error && 'code' in error && error.code === 'EADDRINUSE';
    if (!taken || values.port !== undefined) throw error;
    return startLoopbackServer({ ...options, port: 0 });
  });
  const stop = (): void => {
    void server
      .close()
      .then(() => closeInTime(ports))
      .then(() => process.exit(0));
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.once(signal, stop); // a closed terminal sends SIGHUP
  if (ports.journal.readOnly) process.stdout.write(`${READ_ONLY_WORDS}\n`);
  for (const notice of profileNotices(place)) process.stdout.write(`${notice}\n`);
  process.stdout.write(
    `资料夹 Records are kept in: ${place.folder}\nElevator Audit 梯审: open this address in a browser on this machine (Ctrl+C ends)\n${server.url}\n`,
  );
}

main().catch((error: unknown) => {
  if (error instanceof TypeError) process.stderr.write(`${error.message}\n${USAGE}`);
  else process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
  process.exitCode = error instanceof TypeError ? 2 : 1;
});
