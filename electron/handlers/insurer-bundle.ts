import { BridgeError } from '../../domain/bridge/errors';
import type { SignedBatch } from '../../domain/bridge/paper-replies';
import { defaultPeriod } from '../../domain/calendar/period';
import type { Policy } from '../../domain/insurance/policy';
import { standing, type Dossier } from '../../domain/record/dossier';
import type { ReportKind } from '../../domain/record/paper-kind';
import { csvOf } from '../../domain/table/csv';
import { storedZip } from '../fs/stored-zip';
import { requirePack } from '../host/chosen-pack';
import type { Checked, Handlers } from './handlers';
import type { HandlerContext, Ports } from '../host/ports';
import { distinctNames, paperFileName, plainName } from '../papers/file-names';
import { keepEach, signEach, type SignedPaperFile } from '../papers/signed-papers';
import { evidenceOf, openSigning, requireDays } from '../papers/signing';
import { signingTurn } from '../papers/signing-turn';

type Request = Checked<'insurer.bundle'>;

const MOST_PAPERS = 2000;

const WORDS = {
  'zh-CN': {
    bundle: '保险资料',
    columns: [
      '使用登记证编号',
      '使用地点',
      '使用单位',
      '维保单位',
      '保险公司',
      '保单号',
      '保障内容',
      '保险起日',
      '保险止日',
      '截至日期',
      '结论',
      '报告编号',
      '文件',
      'SHA-256',
    ],
  },
  en: {
    bundle: 'insurer-bundle',
    columns: [
      'registration_no',
      'address',
      'user_unit',
      'maintainer',
      'insurer',
      'policy_no',
      'cover',
      'from',
      'to',
      'as_of',
      'verdict',
      'report_no',
      'file',
      'sha256',
    ],
  },
} as const;

export function insurerHandlers(ports: Ports): Pick<Handlers, 'insurer.bundle'> {
  return {
    'insurer.bundle': (request, context) => signingTurn(ports)(() => makeBundle(ports, request, context)),
  };
}

interface Covered {
  readonly dossier: Dossier;
  /** Covers under that number, one after the other where it was renewed. */
  readonly policies: readonly Policy[];
}

async function makeBundle(ports: Ports, request: Request, context: HandlerContext): Promise<SignedBatch> {
  const { locale, asOf, policyNo, insurer } = request;
  const period = defaultPeriod(asOf);
  requireDays(ports, asOf, period);
  const covered = await coveredBy(ports.ledger.all(), request);
  if (covered.length === 0) throw new BridgeError('unknown-policy', { policyNo, insurer });
  if (covered.length > MOST_PAPERS) throw new BridgeError('bad-request', { what: 'policyNo' });
  const signing = await openSigning(ports, request);
  const kind = kindOf(ports);
  const words = WORDS[locale];
  const quietly = { ...context, progress: () => undefined };
  const signed = await signEach(
    ports,
    signing,
    covered.length,
    async (place) => {
      const { dossier } = covered[place - 1]!; // places run from 1 to their number
      const wish = { dossier, kind, locale, asOf, period };
      const evidence = await evidenceOf(ports, signing, wish, quietly, place);
      return { evidence, fileName: paperFileName(dossier.elevator.value, { kind, locale, asOf }) };
    },
    context,
  );
  const papers = await keepEach(ports, signing, signed, context);
  const files = distinctNames(signed);
  const index = csvOf([words.columns, ...indexLines(covered, signed, [...files.keys()])]);
  return {
    fileName: `${words.bundle}_${plainName(policyNo)}_${asOf}.zip`,
    bytes: storedZip(new Map([['index.csv', new TextEncoder().encode(index)], ...files])),
    pages: signed.reduce((sum, { pages }) => sum + pages, 0),
    papers,
  };
}

/** What an insurer gets of each elevator: all that is on record of it, or its maintenance where the pack knows no hazards. */
function kindOf(ports: Ports): ReportKind {
  return requirePack(ports).pack.hazards === undefined ? 'compliance' : 'old-elevator';
}

/** In the order of the register. */
async function coveredBy(dossiers: AsyncIterable<Dossier>, { policyNo, insurer }: Request): Promise<Covered[]> {
  const covered: Covered[] = [];
  for await (const dossier of dossiers) {
    const policies = standing(dossier.policies).filter(
      (policy) => policy.policyNo === policyNo && policy.insurer === insurer,
    );
    if (policies.length > 0) covered.push({ dossier, policies });
  }
  return covered;
}

/** A line for every cover, so that a renewed policy shows each of its spans. */
function indexLines(
  covered: readonly Covered[],
  signed: readonly SignedPaperFile[],
  names: readonly string[],
): string[][] {
  return covered.flatMap(({ policies }, index) => {
    const { elevator, evidence, fileSha256 } = signed[index]!; // one paper for each of the covered
    const place = [elevator.district, elevator.address, elevator.internalNo].filter((part) => part !== undefined);
    return policies.map(({ insurer, policyNo, cover, from, to }) => [
      elevator.registrationNo,
      place.join(''),
      elevator.userUnit ?? '',
      elevator.maintainer ?? '',
      insurer,
      policyNo,
      cover,
      from,
      to,
      evidence.asOf,
      evidence.audit.verdict,
      evidence.number,
      names[index] ?? '',
      fileSha256,
    ]);
  });
}
