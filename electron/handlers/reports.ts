import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { BridgeError } from '../../domain/bridge/errors';
import type { ReportListed } from '../../domain/bridge/replies';
import type { Elevator } from '../../domain/elevator/elevator';
import type { Entry } from '../../domain/record/entry';
import { sha256Hex } from '../fs/sha256';
import { dossierOf } from './changes';
import type { Checked, HandlerContext, Handlers } from './handlers';
import { inTurn } from './in-turn';
import { photosToDraw } from './paper-photos';
import type { Ports } from './ports';
import { evidenceOf, openSigning, recordSigned, requireDays, signAndKeep, STAGES } from './signing';

type Group = Pick<Handlers, 'report.make' | 'report.list' | 'report.read'>;

export function reportHandlers(ports: Ports): Group {
  const pathOf = (fileSha256: string): string => join(ports.reportsDir, `${fileSha256}.pdf`);
  const oneAtATime = inTurn();
  return {
    // One at a time: the number is the next in the feed, so two reports must not be counted at once.
    'report.make': (request, context) => oneAtATime(() => makeReport(ports, request, context)),
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

async function makeReport(ports: Ports, request: Checked<'report.make'>, context: HandlerContext) {
  const { progress, signal } = context;
  progress({ stage: 'gather', done: 0, total: STAGES });
  const { asOf, period, locale, registrationNo, kind } = request;
  requireDays(ports, asOf, period);
  const dossier = await dossierOf(ports, registrationNo);
  const signing = await openSigning(ports, request);
  const evidence = await evidenceOf(ports, signing, { dossier, kind, locale, asOf, period });
  progress({ stage: 'layout', done: 1, total: STAGES });
  const laidOut = await ports.renderer.render(evidence, await photosToDraw(ports.attachments, evidence), signal);
  const { bytes, fileSha256, pages } = await signAndKeep(ports, signing, laidOut, context);
  const fileName = fileNameOf(dossier.elevator.value, asOf, locale);
  const { number } = evidence;
  const { verdict } = evidence.audit;
  const body = { number, kind, locale, asOf, period, fileName, fileSha256, verdict };
  await recordSigned(ports, signing, registrationNo, body);
  progress({ stage: 'write', done: STAGES, total: STAGES });
  return { reportId: fileSha256, number, fileName, bytes: bytes.length, pages, verdict };
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
