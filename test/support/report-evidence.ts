import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { toCivilDate, type CivilDate } from '../../domain/calendar/civil-date';
import { defaultPeriod } from '../../domain/calendar/period';
import type { Elevator, Outage, RegistrationNo } from '../../domain/elevator/elevator';
import type { Locale } from '../../domain/pack/legal-basis';
import type { RulePack } from '../../domain/pack/rule-pack';
import { canonicalJson } from '../../domain/record/canonical-json';
import { noRecords, type Recorded } from '../../domain/record/dossier';
import type { RecordId } from '../../domain/record/record-id';
import { judgedEvidence } from '../../domain/report/audit-evidence';
import { doubtBasis } from '../../domain/report/doubt-basis';
import { criteriaFor, requirementsFor } from '../../domain/report/used-parts';
import type { Evidence, Unjudged } from '../../domain/report/evidence';
import type { Task, Visit } from '../../domain/visit/visit';
import { sha256Hex } from '../../electron/fs/sha256';

const regulations = join(import.meta.dirname, '..', '..', 'resources', 'regulations');
export const chinaPack = JSON.parse(readFileSync(join(regulations, 'cn.json'), 'utf8')) as RulePack;

export interface EvidenceWish {
  readonly locale?: Locale;
  readonly asOf?: string;
  readonly elevator?: Partial<Elevator>;
  readonly visits?: readonly (Partial<Visit> & { readonly date: string; readonly task: Task })[];
  readonly outages?: readonly { readonly from: string; readonly to?: string; readonly reason?: string }[];
  readonly fingerprint?: string;
  readonly organisation?: string;
}

const recorded = <T>(value: T, index: number): Recorded<T> => ({
  id: `4f1a92c7/3.${index + 1}` as RecordId,
  at: '2026-11-20T09:00:00+08:00',
  author: '张建国',
  imported: true,
  value,
});

/** An evidence over made-up records, audited by the engine. */
export function makeEvidence(wish: EvidenceWish = {}): Evidence {
  const registrationNo = '梯11浙A12056(04)' as RegistrationNo;
  const asOf = (wish.asOf ?? '2026-11-23') as CivilDate;
  const elevator: Elevator = {
    registrationNo,
    kind: '3110',
    deviceCode: '311010101200400008',
    rescueCode: '330104',
    address: '翠柏路18号翠柏苑',
    district: '拱墅区',
    internalNo: '4幢B梯',
    place: '住宅',
    userUnit: '翠柏苑业主委员会',
    propertyManager: '绿源物业服务有限公司',
    maintainer: '恒升电梯工程有限公司',
    manufacturer: '通力电梯',
    model: 'GeN2',
    serialNo: 'E20040008',
    acceptedOn: '2004-05-10' as CivilDate,
    inServiceOn: '2004-06-05' as CivilDate,
    recordsFrom: '2024-11-20' as CivilDate,
    loadKg: 1000,
    speedMps: 2.5,
    stops: '24层24站24门',
    regime: 'standard',
    ...wish.elevator,
  };
  const visits = (wish.visits ?? lapsedVisits()).map((visit) => ({
    registrationNo,
    technicians: ['张建国', '李明'],
    confirmedBy: '孙丽华',
    startedAt: '09:00',
    endedAt: '09:46',
    ...visit,
  })) as Visit[];
  const outages = (wish.outages ?? [{ from: '2026-06-29', to: '2026-07-22', reason: '更换曳引钢带' }]) as Outage[];
  const rest: Unjudged = {
    format: 'elevator-audit/evidence',
    formatVersion: 2,
    program: 'Elevator Audit test',
    kind: 'compliance',
    number: '绿源梯审〔2026〕合字第0117号',
    locale: wish.locale ?? 'zh-CN',
    asOf,
    period: defaultPeriod(asOf),
    claimedAt: '2026-11-23T18:20:45+08:00',
    signer: {
      organisation: wish.organisation ?? '绿源物业服务有限公司',
      person: '孙丽华',
      fingerprint: wish.fingerprint ?? 'ca'.repeat(32),
    },
    pack: {
      id: chinaPack.id,
      version: chinaPack.version,
      sha256: sha256Hex(canonicalJson(chinaPack)),
      zone: chinaPack.zone,
      rules: chinaPack.rules,
      tasks: chinaPack.tasks,
      inspections: chinaPack.inspections,
      kind: chinaPack.kinds.find(({ code }) => code === elevator.kind) ?? null,
      sources: chinaPack.sources,
      requirements: requirementsFor(chinaPack),
    },
    chain: { origin: 'journal', feed: 'ab'.repeat(32), seq: 12408, head: sha256Hex('head') },
    sources: [
      {
        file: 'visits-2026.csv',
        sha256: sha256Hex('file'),
        table: 'visits',
        encoding: 'UTF-8 BOM',
        rows: 874,
        accepted: 872,
        refused: 2,
      },
    ],
    refused: [],
    dossier: {
      registrationNo,
      elevator: recorded(elevator, 0),
      visits: visits.map((visit, index) => recorded(visit, index + 1)),
      outages: outages.map((outage, index) => recorded(outage, 900 + index)),
      inspections: [],
      callouts: [],
      hazards: [],
    },
    criteria: criteriaFor(chinaPack.hazards!, noRecords() as Evidence['dossier'], 'compliance'),
    hazardDays: {},
    scope: { kept: null },
    lateDays: 3,
  };
  const searched = { elevators: 1, entries: 12408 };
  const beside = { visits: [], places: [], left: 0 };
  const doubts = doubtBasis(chinaPack, rest.dossier, {
    ...{ searched, ways: null, certificates: null, beside },
    entryOf: () => '',
  });
  return judgedEvidence({ ...rest, doubts });
}

/** Two years of visits every 15 days, every fifth a day late; the longer categories where a good firm does them. */
export function lapsedVisits(from = 20_047, to = 20_768): { date: CivilDate; task: Task }[] {
  const visits: { date: CivilDate; task: Task }[] = [];
  for (let day = from, index = 0; day <= to; index++) {
    const task: Task =
      index % 24 === 0 ? 'year' : index % 12 === 0 ? 'half-year' : index % 6 === 0 ? 'quarter' : 'half-month';
    visits.push({ date: toCivilDate(day), task });
    day += index % 5 === 4 ? 16 : 15;
  }
  return visits;
}
