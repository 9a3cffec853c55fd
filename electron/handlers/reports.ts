import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { BridgeError } from '../../domain/bridge/errors';
import type { ReportListed } from '../../domain/bridge/paper-replies';
import type { CivilDate } from '../../domain/calendar/civil-date';
import type { RegistrationNo } from '../../domain/elevator/elevator';
import type { Dossier } from '../../domain/record/dossier';
import type { Entry } from '../../domain/record/entry';
import { hazardNoOf } from '../../domain/record/hazard-no';
import { listOfPaper } from '../../domain/record/paper-kind';
import { withoutUndefined } from '../../domain/record/without-undefined';
import { statementOf } from '../../domain/report/statement';
import { sha256Hex } from '../fs/sha256';
import { dossierOf, standingRecord } from './changes';
import { requirePack } from '../host/chosen-pack';
import type { Checked, Handlers } from './handlers';
import { paperFileName } from '../papers/file-names';
import { photosToDraw } from '../papers/paper-photos';
import type { HandlerContext, Ports } from '../host/ports';
import {
  evidenceOf,
  openSigning,
  recordSigned,
  requireDays,
  signAndKeep,
  STAGES,
  type PaperWish,
} from '../papers/signing';
import { recordParticulars } from './record-papers';
import { signingTurn } from '../papers/signing-turn';
import { madeInThisRun } from '../papers/unrecorded';

type Group = Pick<Handlers, 'report.make' | 'report.list' | 'report.read'>;

export function reportHandlers(ports: Ports): Group {
  const pathOf = (fileSha256: string): string => join(ports.reportsDir, `${fileSha256}.pdf`);
  const oneAtATime = signingTurn(ports);
  return {
    // One at a time: the number is the next in the feed, so two reports must not be counted at once.
    'report.make': (request, context) => oneAtATime(() => makeReport(ports, request, context)),
    'report.list': async () => {
      const reports = [...(await ports.ledger.reports())].reverse();
      const ofHazards = reports.filter(({ body }) => body.hazards !== undefined);
      const dossiers = await ports.ledger.dossiers(ofHazards.map(({ subject }) => subject as RegistrationNo));
      const hazardsOf = (no: string): Dossier['hazards'] => dossiers.get(no as RegistrationNo)?.hazards ?? [];
      return Promise.all(
        reports.map((entry) => listed(entry, pathOf(entry.body.fileSha256), hazardsOf(entry.subject))),
      );
    },
    'report.read': async ({ reportId }) => {
      const unrecorded = madeInThisRun(ports, reportId);
      if (unrecorded !== null) return unrecorded;
      const { ledger } = ports;
      const kept = [...(await ledger.reports()), ...(await ledger.countersigned())];
      const entry = kept.find(({ body }) => body.fileSha256 === reportId);
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
  if (kind === 'old-elevator' && requirePack(ports).pack.hazards === undefined)
    throw new BridgeError('no-hazard-criteria');
  const signing = await openSigning(ports, request);
  const { namedAfter = asOf, ...paper } = await particularsOf(ports, request, dossier);
  const evidence = await evidenceOf(ports, signing, { dossier, kind, locale, asOf, period, ...paper }, context);
  progress({ stage: 'layout', done: 1, total: STAGES });
  const laidOut = await ports.renderer.render(evidence, await photosToDraw(ports.attachments, evidence), signal);
  const { bytes, fileSha256, pages } = await signAndKeep(ports, signing, laidOut, context);
  const fileName = paperFileName(dossier.elevator.value, { kind, asOf: namedAfter, locale });
  const { number } = evidence;
  const statement = statementOf(evidence);
  const about = paper.paper?.hazards;
  const body = {
    number,
    kind,
    locale,
    asOf,
    period,
    fileName,
    fileSha256,
    ...statement,
    ...(about === undefined ? {} : { hazards: about }),
  };
  await recordSigned(ports, signing, registrationNo, body);
  progress({ stage: 'write', done: STAGES, total: STAGES });
  return { reportId: fileSha256, number, fileName, bytes: bytes.length, pages, ...statement };
}

type Particulars = Pick<PaperWish, 'paper' | 'recorded'> & { readonly namedAfter?: CivilDate };

/** What a paper says beside the records: nothing of a report, one record, or hazards of the elevator found by the as-of day. */
async function particularsOf(
  ports: Ports,
  { kind, paper, asOf }: Checked<'report.make'>,
  dossier: Dossier,
): Promise<Particulars> {
  if (kind === 'compliance' || kind === 'old-elevator') {
    if (paper !== undefined) throw new BridgeError('bad-request', { what: 'paper' });
    return {};
  }
  const list = listOfPaper(kind);
  if (list !== null) {
    const { record, ...others } = paper ?? {};
    if (record === undefined || Object.keys(others).length > 0) throw new BridgeError('bad-request', { what: 'paper' });
    return recordParticulars(ports, dossier, { list, record, asOf });
  }
  if (paper?.record !== undefined) throw new BridgeError('bad-request', { what: 'record' });
  const { hazards } = dossier;
  for (const hazardId of paper?.hazards ?? []) {
    const hazard = standingRecord(hazards, hazardId);
    if (hazard.value.foundOn > asOf) throw new BridgeError('future-date', { date: hazard.value.foundOn, today: asOf });
  }
  return { paper: withoutUndefined(paper ?? {}) };
}

async function listed(entry: Entry<'report-signed'>, path: string, known: Dossier['hazards']): Promise<ReportListed> {
  const { number, kind, fileName, fileSha256, verdict, use, withoutLate, locale, asOf, period, papers, hazards } =
    entry.body;
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
    ...withoutUndefined({ verdict, use, withoutLate }),
    kind,
    registrationNo: entry.subject as ReportListed['registrationNo'],
    papers: papers?.length ?? 1,
    hazards: (hazards ?? []).map((id) => ({ id, no: hazardNoOf(known, id) })),
    locale,
    asOf,
    period,
    madeAt: entry.at,
    present: size !== null,
  };
}
