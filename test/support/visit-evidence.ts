import type { CivilDate } from '../../domain/calendar/civil-date';
import type { Confirmation } from '../../domain/confirmation/confirmation';
import type { Locale } from '../../domain/pack/legal-basis';
import { checklistFor } from '../../domain/pack/rule-pack';
import { canonicalJson } from '../../domain/record/canonical-json';
import type { Amendment, Recorded } from '../../domain/record/dossier';
import { recordIdOf } from '../../domain/record/entry';
import type { RecordId } from '../../domain/record/record-id';
import { judgedEvidence } from '../../domain/report/audit-evidence';
import type { Evidence } from '../../domain/report/evidence';
import { answeredItems } from '../../domain/report/recorded-facts';
import { TASKS, type CheckResult, type Task, type Visit } from '../../domain/visit/visit';
import { sha256Hex } from '../../electron/fs/sha256';
import { sealEntry } from '../../electron/journal/seal-entry';
import { hazardEvidence, type HazardWords } from './hazard-story';
import { chinaPack } from './report-evidence';

export interface VisitWish {
  readonly locale?: Locale;
  readonly visit?: Partial<Visit>;
  readonly results?: readonly CheckResult[] | null;
  readonly record?: Partial<Omit<Recorded<Visit>, 'id' | 'value'>>;
  readonly hazards?: readonly HazardWords[];
  /** What was said of the visit, in turn; bound to it as its entry wrote it unless it says otherwise. */
  readonly said?: readonly Partial<Confirmation>[];
  readonly elevatorAmendments?: readonly Amendment[];
}

const FEED = '4f1a92c7'.padEnd(64, '0');

/** All items of a category as one who answered each, with what is told of some. */
export function answered(task: Task, told: Readonly<Record<string, Partial<CheckResult>>> = {}): CheckResult[] {
  return checklistFor(chinaPack, '3110', TASKS.slice(0, TASKS.indexOf(task) + 1)).map(({ id }) => ({
    itemId: id,
    outcome: 'ok',
    set: 'each',
    ...told[id],
  }));
}

/** The paper of one visit on the elevator of the stories, with the entry that it came by. */
export function visitEvidence(wish: VisitWish = {}): Evidence {
  const { locale = 'zh-CN', hazards = [] } = wish;
  const base = hazardEvidence({ kind: 'visit-record', locale, hazards });
  const { registrationNo } = base.dossier;
  const task = wish.visit?.task ?? 'half-month';
  const results = wish.results === undefined ? answered(task) : wish.results;
  const visit: Visit = {
    registrationNo,
    date: '2026-11-20' as CivilDate,
    task,
    startedAt: '14:45',
    endedAt: '15:10',
    technicians: ['赵志强', '周伟'],
    confirmedBy: '孙丽华',
    ...(results === null ? {} : { checklist: { packId: chinaPack.id, packVersion: chinaPack.version, results } }),
    ...wish.visit,
  };
  const at = wish.record?.at ?? '2026-11-20T16:02:11+08:00';
  const author = wish.record?.author ?? '赵志强';
  const late = wish.record?.late;
  const entry = sealEntry(
    {
      type: 'visit-logged',
      subject: registrationNo,
      author,
      body: { visit: wish.record?.original ?? visit, ...(late === undefined ? {} : { late }) },
    },
    { feed: FEED, seq: 412, at, prev: sha256Hex('before'), salt: '5a'.repeat(16) },
  );
  const { body: _body, ...head } = entry;
  const record: Recorded<Visit> = { ...wish.record, id: recordIdOf(entry), at, author, value: visit };
  const dossier: Evidence['dossier'] = {
    ...base.dossier,
    elevator: {
      ...base.dossier.elevator,
      ...(wish.elevatorAmendments === undefined ? {} : { amendments: wish.elevatorAmendments }),
    },
    visits: [...base.dossier.visits.filter(({ value }) => value.date < visit.date), record],
    ...(wish.said === undefined
      ? {}
      : {
          confirmations: wish.said.map((said, index) => ({
            id: `4f1a92c7/${500 + index}.1` as RecordId,
            at: '2026-11-22T09:00:00+08:00',
            author: '孙丽华',
            value: {
              ...{ registrationNo, visit: record.id, version: record.id, hash: entry.hash, turn: index + 1 },
              ...{ act: 'given', on: '2026-11-21' as CivilDate, by: '周敏', how: 'later', ...said },
            },
          })),
        }),
  };
  const { audit: _audit, headline: _headline, ledger: _ledger, doubts: _doubts, ...rest } = base;
  return judgedEvidence({
    ...rest,
    number: '恒升维〔2026〕维字第4F1A92C7-0412号',
    dossier,
    paper: { record: record.id },
    recorded: {
      entry: head,
      ...(results === null
        ? {}
        : {
            checklist: {
              packId: chinaPack.id,
              packVersion: chinaPack.version,
              sha256: sha256Hex(canonicalJson(chinaPack)),
              items: answeredItems(chinaPack, visit),
            },
          }),
    },
  });
}
