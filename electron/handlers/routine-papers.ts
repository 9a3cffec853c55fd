import { BridgeError } from '../../domain/bridge/errors';
import type { ReportMade } from '../../domain/bridge/paper-replies';
import { toEpochDay } from '../../domain/calendar/civil-date';
import { withoutUndefined } from '../../domain/record/without-undefined';
import { reportNumber } from '../../domain/report/report-number';
import type { HandlerContext, Ports } from '../host/ports';
import { siteFileName } from '../papers/file-names';
import { gatherRoutine } from '../papers/routine-evidence';
import { chainOf, countedIn, openSigning, recordSigned, requireDays, signAndKeep, STAGES } from '../papers/signing';
import { signingTurn } from '../papers/signing-turn';
import { dossierOf } from './changes';
import type { Checked, Handlers } from './handlers';
import { rememberOwn } from './seen-certificates';

type Request = Checked<'routine.paper'>;

/** Days of the longest period that a paper is made over. */
const LONGEST = { 'weekly-report': 7, 'monthly-minutes': 31 } as const;

export function routinePaperHandlers(ports: Ports): Pick<Handlers, 'routine.paper'> {
  return { 'routine.paper': (request, context) => signingTurn(ports)(() => makePaper(ports, request, context)) };
}

async function makePaper(ports: Ports, request: Request, context: HandlerContext): Promise<ReportMade> {
  const { progress, signal } = context;
  const { kind, locale, period, registrationNos, site = '', said } = request;
  progress({ stage: 'gather', done: 0, total: STAGES });
  const asOf = ports.today();
  requireDays(ports, asOf, period);
  if (toEpochDay(period.to) - toEpochDay(period.from) >= LONGEST[kind])
    throw new BridgeError('bad-request', { what: 'period' });
  const dossiers = [];
  for (const registrationNo of registrationNos) {
    dossiers.push(await dossierOf(ports, registrationNo));
    signal.throwIfAborted();
  }
  const signing = await openSigning(ports, request);
  const { loaded, signer, claimedAt, author, name } = signing;
  const number = reportNumber({ signer: name, asOf, kind, ...countedIn(ports, signing, 1) });
  const evidence = gatherRoutine({
    ...{ version: ports.version, kind, number, locale, asOf, period, claimedAt, site, dossiers },
    signer: { organisation: signer.organisation, person: author, fingerprint: signer.fingerprint },
    chain: chainOf(ports),
    pack: loaded.pack,
    said: withoutUndefined(said),
  });
  progress({ stage: 'layout', done: 1, total: STAGES });
  const laidOut = await ports.renderer.render(evidence, new Map(), signal);
  const { bytes, fileSha256, pages } = await signAndKeep(ports, signing, laidOut, context);
  const fileName = siteFileName(site === '' ? registrationNos[0]! : site, { kind, asOf: period.to, locale });
  const verdict = 'not-applicable'; // it states what was done, and judges nothing
  await recordSigned(ports, signing, '', { number, kind, locale, asOf, period, fileName, fileSha256, verdict });
  await rememberOwn(ports, signing);
  progress({ stage: 'write', done: STAGES, total: STAGES });
  return { reportId: fileSha256, number, fileName, bytes: bytes.length, pages, verdict };
}
