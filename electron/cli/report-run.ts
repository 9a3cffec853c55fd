import type { Scope } from '../../domain/audit/verdict';
import { LOCALES, type Locale } from '../../domain/pack/legal-basis';
import { NO_HASH } from '../../domain/record/entry';

import type { Evidence } from '../../domain/report/evidence';
import { reportNumber } from '../../domain/report/report-number';
import { gatherEvidence } from '../papers/evidence';
import { checklistFacts } from '../papers/recorded-facts';
import { instantIn } from '../host/local-time';
import { doubtBases, type DoubtBases } from './doubt-bases';
import { readBeside } from './judge-doubts';
import type { RecordState } from '../journal/record-state';
import type { LoadedPack } from '../packs/load-packs';
import { openIdentity, requireValid } from '../signing/open-identity';
import type { Signer } from '../signing/signer';
import { FILES_ENTRY } from './fleet-dossiers';
import { refusalsOf } from './refusals-of';
import { InputError, type CommandIo } from './io';
import { loadPack } from './load-pack';
import { loadRecords, type LoadedRecords } from './load-records';
import { readInput } from './read-input';
import {
  choiceOption,
  daysOption,
  requiredOption,
  scopeOption,
  textOption,
  type AuditDays,
  type Values,
} from './options';
import { readPassphrase } from './passphrase';
import { recordsOfRun } from './records-of-run';
import { VISITS_IN_PACK, type VisitsInPack } from '../../domain/report/inspection-pack/visits-in-pack';
import type { AskedKind, WantedPaper } from './wanted-papers';
import { isRoutinePaper, NEEDED_FOR_ROUTINE, routinePeriod } from './routine-period';
import { wordsOf } from './words';

/** What all reports of one run share. */
export interface Run {
  readonly kind: AskedKind;
  readonly days: AuditDays;
  readonly scope: Scope;
  readonly locale: Locale;
  readonly loaded: LoadedPack;
  readonly records: LoadedRecords;
  /** Of all tables, told already. */
  readonly problems: LoadedRecords['problems'];
  readonly state: RecordState;
  /** Of compliance reports, what the doubts of each elevator rest on; null = reports that tell none. */
  readonly doubtBases: DoubtBases | null;
  readonly chainHead: string;
  readonly claimedAt: string;
  readonly signer: Signer;
  readonly person: string;
  /** Of the signer, for numbers; the whole name without it. */
  readonly shortName: string | undefined;
  readonly version: string;
  readonly out: string;
  /** Of a pack: the records of which visits go along. */
  readonly visits: VisitsInPack;
}

export async function prepareRun(values: Values, kind: AskedKind, out: string, io: CommandIo): Promise<Run> {
  const locale = choiceOption(values, 'locale', LOCALES, io.locale, io.locale);
  const asked = daysOption(values, locale);
  const days = isRoutinePaper(kind) ? { ...asked, period: routinePeriod(values, kind, asked.asOf, locale) } : asked;
  const scope = scopeOption(values, locale);
  const identityPath = requiredOption(values, 'identity', locale);
  const passphrase = await readPassphrase(requiredOption(values, 'passphrase-file', locale), locale);
  const identity = await openIdentity(await readInput(identityPath, locale), passphrase);
  const now = io.now();
  requireValid(identity, now);
  const loaded = await loadPack(io, textOption(values, 'pack'), locale, textOption(values, 'packs-dir'));
  if (kind === 'old-elevator' && loaded.pack.hazards === undefined)
    throw new InputError(wordsOf(locale).noHazardCriteria(loaded.pack.id));
  const needs = isRoutinePaper(kind) ? NEEDED_FOR_ROUTINE : undefined;
  const records = await loadRecords(values, { pack: loaded.names, asOf: days.asOf, locale, needs }, io);
  const beside = await readBeside(values, locale, io);
  const claimedAt = instantIn(loaded.pack.zone, now);
  const { entry, state } = recordsOfRun(records.body, claimedAt);
  const { signer } = identity;
  const person = textOption(values, 'person') ?? '';
  return {
    kind,
    days,
    scope,
    locale,
    loaded,
    records,
    problems: [...records.problems, ...beside.problems],
    state,
    doubtBases:
      kind === 'compliance' || kind === 'inspection-pack'
        ? doubtBases(state.dossiers, { pack: loaded.pack, days, ...beside })
        : null,
    chainHead: entry.hash,
    claimedAt,
    signer,
    person,
    shortName: textOption(values, 'short-name'),
    version: io.version,
    out,
    visits: choiceOption(values, 'visit-records', VISITS_IN_PACK, 'last-four', locale),
  };
}

export function numberOf(run: Run, kind: AskedKind, count: number): string {
  const { days, chainHead: origin, shortName: signer = run.signer.organisation } = run;
  return reportNumber({ signer, asOf: days.asOf, kind, origin, count });
}

export function evidenceOf(run: Run, { kind, registrationNo, ordinal, record }: WantedPaper): Evidence {
  const { days, scope, locale, loaded, records, signer } = run;
  const dossier = run.state.dossiers.get(registrationNo);
  if (dossier === undefined) throw new Error(`elevator ${registrationNo} was read and is not in the records`);
  const { organisation, fingerprint } = signer;
  return gatherEvidence({
    version: run.version,
    kind,
    number: numberOf(run, kind, ordinal),
    locale,
    asOf: days.asOf,
    period: days.period,
    claimedAt: run.claimedAt,
    signer: { organisation, person: run.person, fingerprint },
    loaded,
    chain: { origin: 'files', feed: NO_HASH, seq: 1, head: run.chainHead },
    sources: records.body.sources,
    refused: refusalsOf(records.refusals, registrationNo),
    dossier,
    hazardDays: {},
    lateDays: FILES_ENTRY.lateDays,
    scope,
    doubts: kind === 'compliance' ? (run.doubtBases?.(dossier) ?? null) : null,
    ...(record === undefined ? {} : { paper: { record: record.id }, recorded: checklistFacts(record.value, [loaded]) }),
  });
}
