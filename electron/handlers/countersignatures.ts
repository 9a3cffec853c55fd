import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { BridgeError } from '../../domain/bridge/errors';
import type { Countersigned } from '../../domain/bridge/paper-replies';
import type { PaperCountersigned } from '../../domain/record/countersignature';
import type { Entry } from '../../domain/record/entry';
import { countersign, requireCountersignable } from '../countersign/countersign';
import { sha256Hex } from '../fs/sha256';
import { openToSign } from '../papers/signing-identity';
import { requirePack } from '../host/chosen-pack';
import { plainName } from '../papers/file-names';
import type { Checked, Handlers } from './handlers';
import { instantIn } from '../host/local-time';
import type { HandlerContext, Ports } from '../host/ports';
import { meetPaper } from '../papers/meet-heads';
import { keepFile } from '../papers/signed-papers';
import { signingTurn } from '../papers/signing-turn';

type Group = Pick<Handlers, 'countersign.make' | 'countersign.list'>;

export function countersignHandlers(ports: Ports): Group {
  const oneAtATime = signingTurn(ports);
  return {
    'countersign.make': (request, context) => oneAtATime(() => make(ports, request, context)),
    'countersign.list': async () => {
      const countersigned = await ports.ledger.countersigned();
      return Promise.all([...countersigned].reverse().map((entry) => listed(ports, entry)));
    },
  };
}

async function make(
  ports: Ports,
  request: Checked<'countersign.make'>,
  context: HandlerContext,
): Promise<Countersigned> {
  ports.journal.requireWritable();
  const { bytes, name, role, remark = '', locale } = request;
  const now = ports.now();
  const identity = await openToSign(ports, request, now);
  const paper = await read(ports, bytes, context);
  const signed = countersign(bytes, identity.signer, { role, remark, claimedAt: now, locale });
  const fileSha256 = sha256Hex(signed);
  await keepFile(ports, fileSha256, signed);
  const body: PaperCountersigned = {
    role,
    remark,
    ...paper,
    fileName: countersignedName(name, identity.signer.organisation),
    fileSha256,
    claimedAt: instantIn(requirePack(ports).pack.zone, now),
    fingerprint: identity.signer.fingerprint,
  };
  const isKnown = body.registrationNo !== '' && ports.ledger.numbers.find(body.registrationNo) === body.registrationNo;
  const { author } = ports.settings.read();
  const entry = await ports.append({
    type: 'paper-countersigned',
    subject: isKnown ? body.registrationNo : '',
    author,
    body,
  });
  return listed(ports, entry as Entry<'paper-countersigned'>);
}

type Paper = Pick<
  PaperCountersigned,
  'number' | 'kind' | 'registrationNo' | 'issuer' | 'issuerFingerprint' | 'paperSha256'
>;

/** What the paper is by its own evidence; refused where nobody should sign it. */
async function read(ports: Ports, bytes: Uint8Array, context: HandlerContext): Promise<Paper> {
  const { result, head, claims, labels } = await ports.checker.check(bytes, await ports.trust.certificates(), context);
  requireCountersignable(result);
  const met = result.signatures[0]?.fingerprint.replace('sha256:', '');
  if (head !== null && met !== undefined) await meetPaper(ports, { stated: head, issuer: met, from: 'receipt' });
  ports.journal.requireWritable();
  const paper = claims ?? (labels === null ? null : { number: labels.first, kind: 'public-sheet', registrationNo: '' });
  const issuer = result.signatures[0];
  if (paper === null || issuer === undefined) throw new BridgeError('countersign-not-ours');
  const { number, kind, registrationNo } = paper;
  return {
    number,
    kind,
    registrationNo: registrationNo as Paper['registrationNo'], // of evidence, or of a sheet about many
    issuer: issuer.signer,
    issuerFingerprint: issuer.fingerprint.replace('sha256:', ''),
    paperSha256: sha256Hex(bytes.subarray(0, issuer.coversTo)),
  };
}

/** `report.pdf` as `report_绿源物业.pdf`. */
function countersignedName(name: string, organisation: string): string {
  return `${plainName(name.replace(/\.pdf$/i, ''))}_${plainName(organisation)}.pdf`;
}

async function listed(ports: Ports, { at, body }: Entry<'paper-countersigned'>): Promise<Countersigned> {
  const present = await stat(join(ports.reportsDir, `${body.fileSha256}.pdf`)).then(
    () => true,
    () => false,
  );
  return { ...body, madeAt: at, present };
}
