import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { BridgeError } from '../../domain/bridge/errors';
import type { ReportListed } from '../../domain/bridge/replies';
import type { Elevator } from '../../domain/elevator/elevator';
import type { Entry } from '../../domain/record/entry';
import { ensureFolder, writeFileAtomic } from '../fs/files';
import { sha256Hex } from '../fs/sha256';
import { requireValid } from '../signing/open-identity';
import { signPdf } from '../signing/sign-pdf';
import { dossierOf } from './changes';
import { requirePack } from './chosen-pack';
import { gatherEvidence } from './evidence';
import type { Checked, HandlerContext, Handlers } from './handlers';
import { instantIn } from './local-time';
import type { Ports } from './ports';

type Group = Pick<Handlers, 'report.make' | 'report.list' | 'report.read'>;

export function reportHandlers(ports: Ports): Group {
  const pathOf = (fileSha256: string): string => join(ports.reportsDir, `${fileSha256}.pdf`);
  let queue: Promise<unknown> = Promise.resolve();
  return {
    // One at a time: the number is the next in the feed, so two reports must not be counted at once.
    'report.make': (request, context) => {
      const turn = queue.then(() => makeReport(ports, request, context));
      queue = turn.catch(() => undefined);
      return turn;
    },
    'report.list': async () => {
      const { reports } = await ports.records();
      return Promise.all([...reports].reverse().map((entry) => listed(entry, pathOf(entry.body.fileSha256))));
    },
    'report.read': async ({ reportId }) => {
      const entry = (await ports.records()).reports.find(({ body }) => body.fileSha256 === reportId);
      const bytes = entry === undefined ? null : await readFile(pathOf(reportId)).catch(() => null);
      if (entry === undefined || bytes === null || sha256Hex(bytes) !== reportId)
        throw new BridgeError('unknown-report', { reportId });
      return { fileName: entry.body.fileName, bytes };
    },
  };
}

const SHORT_NAME = 12;

function requirePeriod(ports: Ports, { asOf, period }: Checked<'report.make'>): void {
  if (period.from > period.to || period.to > asOf || asOf > ports.today())
    throw new BridgeError('bad-request', { what: 'period' });
  if (ports.journal.readOnly) throw new BridgeError('read-only', { state: ports.journal.condition.state });
}

async function makeReport(ports: Ports, request: Checked<'report.make'>, { progress, signal }: HandlerContext) {
  const stages = 4;
  progress({ stage: 'gather', done: 0, total: stages });
  const { asOf, period, locale, registrationNo } = request;
  requirePeriod(ports, request);
  const dossier = await dossierOf(ports, registrationNo);
  const loaded = requirePack(ports);
  const identity = await ports.identities.open(request.identityId, request.passphrase);
  const now = ports.now();
  requireValid(identity, now);
  const { head } = ports.journal;
  const { author, shortName } = ports.settings.read();
  const { organisation, fingerprint } = identity.signer;
  const records = await ports.records();
  const evidence = gatherEvidence({
    version: ports.version,
    number: reportNumber(shortName === '' ? organisation : shortName, asOf, records.reports.length + 1),
    locale,
    asOf,
    period,
    claimedAt: instantIn(loaded.pack.zone, now),
    signer: { organisation, person: author, fingerprint },
    loaded,
    chain: { origin: 'journal', feed: head.feed, seq: head.seq, head: head.hash },
    sources: records.sourcesOf(dossier),
    refused: [],
    dossier,
  });
  progress({ stage: 'layout', done: 1, total: stages });
  const { unsigned, pages } = await ports.renderer.render(evidence, signal);
  signal.throwIfAborted();
  progress({ stage: 'sign', done: 2, total: stages });
  const bytes = signPdf(unsigned, identity.signer);
  const fileSha256 = sha256Hex(bytes);
  progress({ stage: 'write', done: 3, total: stages });
  await ensureFolder(ports.reportsDir);
  await writeFileAtomic(join(ports.reportsDir, `${fileSha256}.pdf`), bytes);
  const fileName = fileNameOf(dossier.elevator.value, asOf, locale);
  const { verdict } = evidence.audit;
  await ports.append({
    type: 'report-signed',
    subject: registrationNo,
    author,
    body: {
      number: evidence.number,
      kind: 'compliance',
      locale,
      asOf,
      period,
      fileName,
      fileSha256,
      fingerprint,
      verdict,
    },
  });
  progress({ stage: 'write', done: stages, total: stages });
  return { reportId: fileSha256, number: evidence.number, fileName, bytes: bytes.length, pages, verdict };
}

/** `绿源梯审〔2026〕合字第0117号`: short name, year, kind, and the count in the signer's own feed. */
function reportNumber(name: string, asOf: string, count: number): string {
  return `${name.slice(0, SHORT_NAME)}〔${asOf.slice(0, 4)}〕合字第${String(count).padStart(4, '0')}号`;
}

/** `翠柏苑2幢B梯_合规审计_2026-11-23.pdf`, without characters that some file system refuses. */
function fileNameOf({ registrationNo, internalNo }: Elevator, asOf: string, locale: string): string {
  const who = [registrationNo, internalNo].filter((part) => part !== undefined).join('_');
  const plain = who.replaceAll(/[\\/:*?"<>|\p{Cc}]/gu, '-').slice(0, 80);
  return `${plain}_${locale === 'en' ? 'compliance' : '合规审计'}_${asOf}.pdf`;
}

async function listed(entry: Entry<'report-signed'>, path: string): Promise<ReportListed> {
  const { number, fileName, fileSha256, verdict, locale, asOf, period } = entry.body;
  const size = await stat(path).then(
    (found) => found.size,
    () => null,
  );
  return {
    reportId: fileSha256,
    number,
    fileName,
    bytes: size ?? 0,
    pages: 0,
    verdict,
    registrationNo: entry.subject as ReportListed['registrationNo'],
    locale,
    asOf,
    period,
    madeAt: entry.at,
    present: size !== null,
  };
}
