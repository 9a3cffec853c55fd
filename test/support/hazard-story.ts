import type { CivilDate } from '../../domain/calendar/civil-date';
import type { Hazard } from '../../domain/hazard/hazard';
import type { HazardStep } from '../../domain/hazard/hazard-step';
import type { Locale } from '../../domain/pack/legal-basis';
import { noRecords, type Dossier, type Recorded, type RecordedHazard } from '../../domain/record/dossier';
import type { ElevatorPaper } from '../../domain/record/paper-kind';
import type { RecordId } from '../../domain/record/record-id';
import { judgedEvidence } from '../../domain/report/audit-evidence';
import type { Evidence, Unjudged } from '../../domain/report/evidence';
import type { PaperParticulars } from '../../domain/report/paper-particulars';
import type { PhotoFacts } from '../../domain/report/photo-facts';
import { criteriaFor, recordsFor, requirementsFor } from '../../domain/report/used-parts';
import type { HazardDays } from '../../domain/risk/hazard-days';
import { chinaPack } from './report-evidence';
import { storyEvidence, type Story } from './report-stories';

export type Step = Readonly<Record<string, unknown>> & { readonly act: HazardStep['act']; readonly on: string };

/** A hazard in a few words: `found` is `yyyy-mm-dd HH:MM` or a day, the rest as in the record. */
export interface HazardWords extends Partial<Omit<Hazard, 'registrationNo' | 'foundOn' | 'foundTime' | 'deadline'>> {
  readonly found: string;
  readonly deadline?: string;
  readonly steps?: readonly Step[];
}

export interface HazardStory {
  readonly kind: ElevatorPaper;
  readonly locale?: Locale;
  readonly story?: Story;
  readonly hazards?: readonly HazardWords[];
  readonly hazardDays?: HazardDays;
  readonly paper?: PaperParticulars;
  readonly photos?: readonly PhotoFacts[];
  readonly callouts?: readonly Readonly<Record<string, unknown>>[];
  readonly inspections?: readonly Readonly<Record<string, unknown>>[];
  readonly assessments?: readonly Readonly<Record<string, unknown>>[];
  readonly policies?: readonly Readonly<Record<string, unknown>>[];
  readonly claims?: readonly Readonly<Record<string, unknown>>[];
  readonly pack?: typeof chinaPack;
}

const FEED = '4f1a92c7';

export const hazardId = (no: number): RecordId => `${FEED}/${6000 + no}` as RecordId;

/** An evidence of any kind of paper over the elevator of the stories, judged as the program judges it. */
export function hazardEvidence(wish: HazardStory): Evidence {
  const { kind, locale = 'zh-CN', story = {}, hazardDays = {}, paper, photos, pack = chinaPack } = wish;
  const base = storyEvidence({ ...story, locale });
  const whole = dossierOf(base, wish);
  const dossier = recordsFor(kind, whole, base.period);
  const isLedger = pack.hazards !== undefined;
  const unjudged: Unjudged = {
    ...base,
    kind,
    dossier,
    number: story.number ?? '绿源梯审〔2026〕治字第4F1A92C7-0021号',
    ...(isLedger ? { criteria: criteriaFor(pack.hazards, dossier, kind), hazardDays } : {}),
    ...(paper === undefined ? {} : { paper }),
    ...(photos === undefined ? {} : { photos }),
    pack: { ...base.pack, causes: pack.causes, requirements: requirementsFor(pack) },
  };
  return judgedEvidence(unjudged);
}

function dossierOf(base: Omit<Unjudged, 'kind'>, wish: HazardStory): Dossier {
  const { registrationNo } = base.dossier;
  let seq = 7000;
  const recorded = <T>(value: Readonly<Record<string, unknown>>): Recorded<T> => ({
    id: `${FEED}/${(seq += 1)}` as RecordId,
    at: '2026-11-20T09:00:00+08:00',
    author: '张建国',
    value: { registrationNo, ...value } as T,
  });
  const all = <T>(values: readonly Readonly<Record<string, unknown>>[] = []): Recorded<T>[] =>
    values.map((value) => recorded<T>(value));
  return {
    ...noRecords(),
    ...base.dossier,
    callouts: all(wish.callouts),
    inspections: all(wish.inspections),
    assessments: all(wish.assessments),
    policies: all(wish.policies),
    claims: all(wish.claims),
    hazards: (wish.hazards ?? []).map((words, index) => hazardOf(words, index + 1, registrationNo)),
  };
}

function hazardOf(words: HazardWords, no: number, registrationNo: Hazard['registrationNo']): RecordedHazard {
  const { found, steps = [], ...rest } = words;
  const [foundOn, foundTime] = found.split(' ');
  const value = {
    registrationNo,
    foundOn: foundOn as CivilDate,
    ...(foundTime === undefined ? {} : { foundTime }),
    foundBy: ['王海', '陈立新'],
    source: 'visit',
    component: 'door-lock',
    what: '锁紧元件啮合长度实测5.5 mm，小于7 mm',
    responsible: { party: 'maintainer', unit: '恒升电梯工程有限公司', person: '王海' },
    ...rest,
  } as Hazard;
  return {
    id: hazardId(no),
    at: `${foundOn!}T18:00:00+08:00`,
    author: '王海',
    value,
    steps: steps.map((step, index) => ({
      id: `${FEED}/${6100 + no * 50 + index}` as RecordId,
      at: `${step.on}T18:00:00+08:00`,
      author: '孙丽华',
      step: { by: ['孙丽华'], ...step } as unknown as HazardStep,
    })),
  };
}
