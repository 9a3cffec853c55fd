import { isOverdue } from '../../../audit/is-overdue';
import { placeInEnglish, stopsInEnglish } from '../../../elevator/words-in-english';
import { ageOf } from '../../../elevator/age';
import { toEpochDay } from '../../../calendar/civil-date';
import { versionAt } from '../../../pack/rule-pack';
import { limitFor } from '../../../service-clock/limit-terms';
import type { JudgedHazard } from '../../../risk/judge-hazards';
import { termsOf } from '../../../terms/terms-of';
import { toldErased } from '../../../terms/told-erased';
import { toldTimes } from '../../../visit/times';
import type { Evidence } from '../../evidence';
import type { Run } from '../../model';
import { clockTime, shortHash } from '../../sections/closing';
import { beginningOf, capitalised, useWord } from '../../sections/headline';
import { citation } from '../../sections/subject';
import { sheetFactsOf, type SheetFacts } from './sheet-facts';
import type { SheetDate, SheetFact, SheetModel } from './sheet-model';
import { sheetTextsOf, type SheetTexts } from './sheet-texts';

/** The city's rescue centre, where the pack is one of mainland China. */
const RESCUE_CENTRE = '96333';

/** The sheet for the car or the lobby: every word of it, in the evidence's language. */
export function composePublicSheet(stated: Evidence): SheetModel {
  const evidence = { ...stated, dossier: toldErased(stated.dossier, stated.locale) };
  const facts = sheetFactsOf(evidence);
  const texts = sheetTextsOf(evidence.locale);
  const { number, chain, asOf, signer, pack, paper } = evidence;
  const { value: elevator } = evidence.dossier.elevator;
  const isChinese = /^cn\b/.test(pack.id);
  const place = [elevator.district, elevator.address, elevator.internalNo]
    .filter((part) => part !== undefined)
    .join('');
  const code = elevator.rescueCode;
  return {
    form: 'sheet',
    locale: evidence.locale,
    size: paper?.size ?? 'A4',
    title: texts.title,
    place: [...(place === '' ? [] : [place]), elevator.registrationNo].join(' · '),
    dates: [lastVisitOf(facts, texts), withUse(nextDueOf(facts, texts), facts, texts)],
    facts: factsOf(evidence, facts, texts),
    hazards: hazardsOf(facts, texts),
    rescue: {
      title: texts.rescueTitle,
      lines: texts.rescue(isChinese ? RESCUE_CENTRE : null).map(emphasised),
      codeLabel: texts.rescueCode,
      code: code ?? null,
      missing: texts.missing,
    },
    check: {
      title: texts.checkTitle,
      lines: texts.check(texts.date(asOf), isChinese),
      last: texts.last(number, shortHash(chain.head)),
    },
    qr: paper?.summary ?? `${number}\n${chain.head}\n${signer.fingerprint.slice(0, 16)}`,
    qrAlt: texts.qrAlt,
    sampleMark: elevator.sample === true ? facts.subject.texts.sampleMark : null,
    signatureField: [
      facts.subject.texts.signature.field(signer.organisation, clockTime(evidence.claimedAt)).join(texts.join),
    ],
    info: {
      title: `${texts.title} ${elevator.registrationNo}`,
      author: signer.organisation,
      subject: `${texts.title} ${texts.date(asOf)}`,
      keywords: `${number}, ${elevator.registrationNo}, ${evidence.audit.verdict}`,
    },
  };
}

const plain = (text: string): readonly Run[] => (text === '' ? [] : [{ text }]);

/** `plain **bold** plain`. */
function emphasised(text: string): readonly Run[] {
  return text
    .split('**')
    .map((part, index): Run => (index % 2 === 1 ? { text: part, bold: true } : { text: part }))
    .filter((run) => run.text !== '');
}

/** Where it is not to be used, that stands before any day; an elevator that may not run must not read as merely due. */
function withUse(date: SheetDate, { subject }: SheetFacts, { join, stop, date: dateWords }: SheetTexts): SheetDate {
  const { state, reasons } = subject.headline.use;
  if (state === 'may-run' || state === 'cannot-tell') return date;
  const terms = termsOf(subject.locale);
  const why = reasons.map(({ kind, on }) => `${join}${terms.useReason[kind]} ${dateWords(on)}`).join('');
  const said: Run[] = [{ text: useWord(subject), bold: true, accent: true }, { text: `${why}${stop}` }];
  const base = state === 'retired' ? { ...date, year: '', day: '—', note: [] } : date;
  return { ...base, note: [...said, ...base.note] };
}

const noDay = (label: string, word: string, note: readonly Run[] = []): SheetDate => ({
  label,
  year: '',
  day: word,
  yearLast: false,
  note,
});

function lastVisitOf({ lastVisit, lastEntry, subject }: SheetFacts, texts: SheetTexts): SheetDate {
  if (lastVisit === null) return noDay(texts.lastVisit, texts.missing);
  const { startedAt, technicians } = lastVisit;
  const time = startedAt === undefined ? '' : toldTimes(lastVisit, termsOf(subject.locale).about);
  const note = [texts.visit(lastVisit.task), time, technicians.join(texts.names), lastEntry].filter(
    (part) => part !== '',
  );
  return {
    label: texts.lastVisit,
    ...texts.bigDay(lastVisit.date),
    yearLast: subject.locale === 'en',
    note: plain(note.join(texts.join)),
  };
}

/** The nearest deadline and its clause; one that has passed says by how much, with a word and not by colour alone. */
function nextDueOf({ due, subject }: SheetFacts, texts: SheetTexts): SheetDate {
  const isOut = subject.headline.use.state === 'out-of-use';
  if (due === null)
    return isOut ? noDay(texts.nextDue, '—', plain(texts.noDeadline)) : noDay(texts.nextDue, texts.missing);
  const { audit, intervals, rule } = due.judged;
  const from = intervals.at(-1)?.from ?? null;
  const version = versionAt(rule, from);
  const { interval, counting } = version;
  const limit = from === null ? interval : limitFor(interval, counting, subject.history, toEpochDay(from));
  const isPermitted = counting.onDemand !== undefined && limit !== interval;
  const words = subject.texts;
  const confidence = version.confidence === 'law' ? '' : words.confidence[version.confidence];
  const clause = texts.atLeast(words.limit(interval), citation(version.legalBasis, subject.locale).trim(), confidence);
  const late: Run[] = isOverdue(audit)
    ? [{ text: texts.overdue(audit.daysOverdue), bold: true, accent: true }, { text: texts.join }]
    : [];
  return {
    label: texts.nextDue,
    ...texts.bigDay(due.on),
    yearLast: subject.locale === 'en',
    note: [
      ...late,
      { text: clause },
      ...(isPermitted ? [{ text: texts.join }, { text: texts.permitted(words.limit(limit)) }] : []),
    ],
  };
}

function factsOf(evidence: Evidence, facts: SheetFacts, texts: SheetTexts): SheetFact[] {
  const { value: elevator } = evidence.dossier.elevator;
  const or = (value: string | undefined): string => value ?? texts.missing;
  const phone = (value: string | undefined): string => value ?? texts.missingInLine;
  const fact = (label: string, value: string, note: string): SheetFact => ({ label, value, note: plain(note) });
  const english = evidence.locale === 'en';
  const persons = elevator.ratedPersons;
  const load = elevator.loadKg === undefined ? texts.missing : `${elevator.loadKg} kg`;
  const age = ageOf(elevator, evidence.asOf);
  const rating = [
    elevator.stops === undefined ? '' : english ? stopsInEnglish(elevator.stops) : elevator.stops,
    elevator.speedMps === undefined ? '' : `${elevator.speedMps} m/s`,
    age === null ? '' : texts.age(facts.subject.texts.age(age.years, age.months)),
    english && elevator.place !== undefined ? placeInEnglish(elevator.place) : '',
  ].filter((part) => part !== '');
  return [
    fact(texts.maintainer, or(elevator.maintainer), texts.maintainerPhone(phone(elevator.maintainerPhone))),
    fact(
      texts.manager,
      or(elevator.propertyManager ?? elevator.userUnit),
      texts.managerPhone(phone(elevator.managerPhone)),
    ),
    fact(texts.officer, or(elevator.safetyOfficer), texts.officerNote),
    inspectionOf(facts, texts),
    fact(
      texts.load,
      `${load}${texts.join}${persons === undefined ? texts.noPersons : texts.persons(persons)}`,
      rating.join(texts.join),
    ),
    yearOf(facts, texts),
  ];
}

/** Without any visit on record there is nothing to count, and nothing that could be called on time. */
function yearOf({ year, lastVisit, subject }: SheetFacts, texts: SheetTexts): SheetFact {
  const { scope, entry } = subject.headline;
  const isKnown = lastVisit !== null || year.daysOverdue > 0;
  const late = entry.worstDaysLate === null ? '' : texts.lateEntries(entry.late, entry.worstDaysLate);
  const figures = [texts.yearNote(year.daysLate, year.daysOut, year.daysOverdue), late].filter((part) => part !== '');
  const sentences = [
    isKnown ? `${figures.join(texts.join)}${texts.stop}` : '',
    scope === 'maintenance'
      ? `${capitalised(termsOf(subject.locale).scope.maintenance, subject.locale)}${texts.stop}`
      : '',
    beginningOf(subject),
  ];
  return {
    label: texts.year,
    value: isKnown ? texts.visits(year.visits, year.late) : texts.missing,
    note: plain(sentences.join('').trim()),
  };
}

/** A periodic inspection that failed, or was never shown, says so; a next day alone would read as in order. */
function inspectionOf({ inspection, inspectedUntil, periodic, subject }: SheetFacts, texts: SheetTexts): SheetFact {
  const { evidence, say, locale } = subject;
  const kind = evidence.pack.inspections.find(({ id }) => id === inspection?.kind);
  const amiss = periodic === 'failed' || periodic === 'not-shown' ? termsOf(locale).ruleStatus[periodic] : '';
  const next = inspectedUntil === null ? texts.noNextInspection : texts.nextInspection(texts.date(inspectedUntil));
  return {
    label: texts.inspection,
    value: inspection === null ? texts.missing : `${texts.date(inspection.date)} ${texts.results[inspection.result]}`,
    note: plain(
      [kind === undefined ? '' : say(kind.title), amiss, next].filter((part) => part !== '').join(texts.join),
    ),
  };
}

function hazardsOf({ openHazards, subject }: SheetFacts, texts: SheetTexts): SheetModel['hazards'] {
  const shared = { label: texts.hazards, more: texts.more };
  if (openHazards === null) return { ...shared, value: texts.missing, lines: [] };
  if (openHazards.length === 0) return { ...shared, value: texts.noHazards, lines: [] };
  const components = subject.evidence.criteria?.components ?? [];
  const line = ({ value, life, stopped }: JudgedHazard): readonly Run[] => {
    const component = components.find(({ id }) => id === value.component);
    const part = [component === undefined ? value.component : subject.say(component.title), value.location];
    const words = part.filter((word) => word !== undefined).join(subject.locale === 'en' ? ', ' : ' ');
    return plain(texts.hazard(words, value.what, texts.date(value.foundOn), texts.states[life.state], stopped));
  };
  return { ...shared, value: texts.open(openHazards.length), lines: openHazards.map(line) };
}
