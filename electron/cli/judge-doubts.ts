import type { CivilDate } from '../../domain/calendar/civil-date';
import { joinSigns, type JoinedSigns } from '../../domain/doubts/join-signs';
import { lookForDoubts, type CheckDone, type Doubts } from '../../domain/doubts/look';
import { waysOf, type Way } from '../../domain/doubts/ways';
import type { Certificate } from '../../domain/doubts/certificate';
import type { DeviceEvent } from '../../domain/device-event/device-event';
import type { Beside, Doubt } from '../../domain/doubts/doubt';
import { doubtSentence, type DoubtContext } from '../../domain/explain/doubt-sentences';
import type { Locale } from '../../domain/pack/legal-basis';
import type { RulePack } from '../../domain/pack/rule-pack';
import type { ImportBody } from '../../domain/record/entry';
import { measuredTimes } from '../../domain/visit/times';
import type { Visit } from '../../domain/visit/visit';
import { certificatesOf } from '../../domain/roster/certificates';
import type { Person } from '../../domain/roster/person';
import { readCertificates, readPeople, readWays } from './beside-tables';
import { InputError, UsageError, type CommandIo } from './io';
import { inputFiles, tellProblems, type Problem } from './load-records';
import { listOption, type Values } from './options';
import { wordsOf } from './words';

export interface JudgedDoubts extends Doubts {
  readonly joined: readonly JoinedSigns[];
  readonly problems: readonly Problem[];
}

/** What lies beside the records. */
export const BESIDE_OPTIONS = {
  sites: { type: 'string', multiple: true },
  certificates: { type: 'string', multiple: true },
  people: { type: 'string', multiple: true },
} as const;

export const DOUBT_OPTIONS = { doubts: { type: 'boolean' }, ...BESIDE_OPTIONS } as const;

/** Whether doubts are asked for; tables that only they read are refused without. */
export function asksForDoubts(values: Values, locale: Locale): boolean {
  if (values['doubts'] === true) return true;
  const beside = (['sites', 'certificates', 'people'] as const).some((option) => listOption(values, option).length > 0);
  if (beside) throw new UsageError(wordsOf(locale).missing('--doubts'));
  return false;
}

/** What `--sites`, `--certificates` and `--people` name, certificates of both; null = not given. A whole file that cannot be read throws InputError. */
export async function readBeside(
  values: Values,
  locale: Locale,
  io: CommandIo,
): Promise<{
  readonly ways: readonly Way[] | null;
  readonly certificates: readonly Certificate[] | null;
  readonly roster: readonly Person[] | null;
  readonly problems: readonly Problem[];
}> {
  const filesOf = (option: keyof typeof BESIDE_OPTIONS) => inputFiles(listOption(values, option), locale);
  const isGiven = (option: keyof typeof BESIDE_OPTIONS): boolean => listOption(values, option).length > 0;
  const ways = await readWays(await filesOf('sites'), locale);
  const certificates = await readCertificates(await filesOf('certificates'), locale);
  const people = await readPeople(await filesOf('people'), locale);
  const problems = [...ways.problems, ...certificates.problems, ...people.problems];
  await tellProblems({ problems }, locale, io);
  if (ways.whole || certificates.whole || people.whole) throw new InputError(wordsOf(locale).fileRefused);
  return {
    ways: isGiven('sites') ? ways.rows : null,
    certificates:
      isGiven('certificates') || isGiven('people')
        ? [...certificates.rows, ...(certificatesOf(people.rows) ?? [])]
        : null,
    roster: isGiven('people') ? people.rows : null,
    problems,
  };
}

/** Looks through all visits up to the day of judgement. A whole file that cannot be read throws InputError. */
export async function judgeDoubts(
  values: Values,
  { elevators, visits, outages, callouts = [], deviceEvents = [] }: ImportBody,
  { pack, asOf, locale }: { readonly pack: RulePack; readonly asOf: CivilDate; readonly locale: Locale },
  io: CommandIo,
): Promise<JudgedDoubts> {
  const { ways, certificates, roster, problems } = await readBeside(values, locale, io);
  const given = (option: string): boolean => listOption(values, option).length > 0;
  const tables = {
    elevators,
    visits,
    outages: given('outages') ? outages : null,
    callouts: given('callouts') ? callouts : null,
    certificates,
    roster,
    deviceEvents: given('device-events') ? deviceEvents : null,
    ways: ways === null ? null : waysOf(ways),
    // A table of visits has no checklist.
    askedItems: new Set<string>(),
    asOf,
  };
  return { ...lookForDoubts(tables, pack), joined: joinSigns(tables), problems };
}

/** One doubt as `audit --doubts --format json` prints it (`formats.md` section 3). */
export function doubtJson(doubt: Doubt, context: DoubtContext) {
  const { kind, visits, beside, people, measure, threshold, unit, source, level, weight } = doubt;
  return {
    kind,
    records: [...visits.map(visitJson), ...beside.map(besideJson)],
    people,
    measure,
    threshold,
    unit,
    source: source[context.locale],
    level,
    weight,
    says: doubtSentence(doubt, context),
  };
}

function visitJson({ registrationNo, date, task, ...visit }: Visit) {
  const { startedAt, endedAt } = measuredTimes(visit);
  return { type: 'visit', registrationNo, date, task, startedAt: startedAt ?? null, endedAt: endedAt ?? null };
}

function besideJson(one: Beside): object {
  if (one.type === 'callout') {
    const { registrationNo, kind, reportedAt, freedAt } = one.callOut;
    return { type: one.type, registrationNo, kind, reportedAt, freedAt: freedAt ?? null };
  }
  if (one.type === 'outage') {
    const { from, to, reason } = one.outage;
    return { type: one.type, registrationNo: one.registrationNo, from, to: to ?? null, reason: reason ?? null };
  }
  if (one.type === 'device-events') return { ...one, events: one.events.map(eventJson) };
  if (one.type !== 'certificate') return one;
  const { name, number, validFrom, validUntil } = one.certificate;
  const days = { validFrom: validFrom ?? null, validUntil: validUntil ?? null };
  return { type: one.type, name, number: number ?? null, ...days };
}

function eventJson(event: DeviceEvent): object {
  const { registrationNo, kind, startedAt, endedAt, clockAhead, count, faultCode, source } = event;
  const facts = { endedAt: endedAt ?? null, clockAhead: clockAhead ?? null, count: count ?? null };
  return { registrationNo, kind, startedAt, ...facts, faultCode: faultCode ?? null, source };
}

export function checkJson({ kind, status, lookedAt, of, missing }: CheckDone): object {
  return { kind, status, lookedAt, of, missing };
}
