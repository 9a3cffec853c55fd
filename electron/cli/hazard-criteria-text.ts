import { capital } from '../../domain/terms/capital';
import { PROBABILITIES, SEVERITIES } from '../../domain/hazard/hazard';
import type {
  AssessmentList,
  Component,
  HazardCriteria,
  RenewalProgramme,
  RiskMatrix,
  StepDeadline,
} from '../../domain/pack/hazard-criteria';
import type { CivilDate } from '../../domain/calendar/civil-date';
import type { AppliesTo, Confidence, LegalBasis, Locale } from '../../domain/pack/legal-basis';
import { datesOf, type TextDates } from '../../domain/pack/text-dates';
import { programmeGrants, programmePeriod } from '../../domain/terms/programme-words';
import { textDatesSentence } from '../../domain/terms/text-dates-words';
import { textsOf } from '../../domain/report/texts/texts-of';
import { HAZARD_CRITERIA_WORDS } from './hazard-criteria-words';
import { textTable } from './text-table';

export interface TextSection {
  readonly title: string;
  readonly entries: readonly string[];
}

/** What a pack knows about hazards, in the order of its page in the program; `on` = today. */
export function hazardSections(criteria: HazardCriteria, on: CivilDate, locale: Locale): readonly TextSection[] {
  const words = HAZARD_CRITERIA_WORDS[locale];
  const tag = tagIn(locale);
  const { matrix } = criteria;
  return [
    { title: words.classes, entries: criteria.classes.map((one) => classText(one, on, locale)) },
    { title: words.duties, entries: criteria.duties.map((one) => dutyText(one, on, locale)) },
    { title: words.deadlines, entries: criteria.deadlines.map((one) => deadlineText(one, on, locale)) },
    { title: `${matrix.title[locale]}  ${tag(matrix.confidence)}`, entries: matrixText(matrix, locale) },
    { title: words.components, entries: criteria.components.map((one) => componentText(one, locale)) },
    {
      title: words.oldAges,
      entries: criteria.oldAges.map((age) => `  ${words.years(age)}  ${age.id}\n${basisText(age, on, locale)}`),
    },
    {
      title: words.triggers,
      entries: criteria.assessmentTriggers.map(
        (one) => `  ${one.when[locale]}  ${one.id}\n${basisText(one, on, locale)}`,
      ),
    },
    ...criteria.assessmentLists.map((list) => listText(list, on, locale)),
    {
      title: words.programmes,
      entries: criteria.programmes.map((programme) => programmeText(programme, on, locale)),
    },
    {
      title: words.notes,
      entries: criteria.notes.map(
        ({ about, says, confidence }) =>
          `  ${capital(words.about[about])}${words.colon}${says[locale]}  ${tag(confidence)}`,
      ),
    },
  ];
}

function tagIn(locale: Locale): (confidence: Confidence) => string {
  return (confidence) => `[${textsOf(locale).confidence[confidence]}]`;
}

type Based = { readonly legalBasis: LegalBasis; readonly confidence: Confidence } & Partial<TextDates>;

function basisText(based: Based, on: CivilDate, locale: Locale): string {
  const { document, clause, says } = based.legalBasis;
  return [
    `    ${says[locale]}  ${tagIn(locale)(based.confidence)}`,
    `      ${document[locale]} ${clause[locale]}`,
    ...datesText(based, on, locale),
  ].join('\n');
}

/** Nothing where no text is dated, as behind the program's own days. */
function datesText(dates: Partial<TextDates>, on: CivilDate, locale: Locale): string[] {
  return dates.lookedUntil === undefined ? [] : [`      ${textDatesSentence(datesOf(dates), on, locale)}`];
}

function kindsText({ appliesTo: { kinds } }: { readonly appliesTo: AppliesTo }, locale: Locale): string {
  return kinds === 'all' ? '' : `  ${HAZARD_CRITERIA_WORDS[locale].kinds(kinds)}`;
}

function classText(one: HazardCriteria['classes'][number], on: CivilDate, locale: Locale): string {
  const words = HAZARD_CRITERIA_WORDS[locale];
  const brought =
    one.brings === undefined
      ? []
      : [`    ${words.brings(one.brings.criterion)}  ${tagIn(locale)(one.brings.confidence)}`];
  return [
    `  ${words.hazardClass[one.class]}  ${one.id}${kindsText(one, locale)}`,
    basisText(one, on, locale),
    ...brought,
  ].join('\n');
}

function dutyText(duty: HazardCriteria['duties'][number], on: CivilDate, locale: Locale): string {
  const words = HAZARD_CRITERIA_WORDS[locale];
  return `  ${capital(words.step[duty.step])}${words.colon}${words.hazardClass[duty.class]}\n${basisText(duty, on, locale)}`;
}

function deadlineText(deadline: StepDeadline, on: CivilDate, locale: Locale): string {
  const words = HAZARD_CRITERIA_WORDS[locale];
  const { step, class: hazardClass, group, days, owner } = deadline;
  const which = step === 'rectify' ? [words.group(group)] : [];
  const what = [words.hazardClass[hazardClass], ...which, words.days(days), words.party[owner]].join(words.comma);
  return `  ${capital(words.step[step])}${words.colon}${what}\n${basisText(deadline, on, locale)}`;
}

function programmeText(programme: RenewalProgramme, on: CivilDate, locale: Locale): string {
  const words = HAZARD_CRITERIA_WORDS[locale];
  const { id, title, says, conditions, minYears, confidence } = programme;
  return [
    `  ${title[locale]}  ${id}  ${tagIn(locale)(confidence)}`,
    `    ${programmePeriod(programme, locale)}`,
    `    ${says[locale]}`,
    ...(minYears === undefined ? [] : [`    – ${words.minYears(minYears)}`]),
    ...conditions.map((condition) => `    – ${condition[locale]}`),
    ...programmeGrants(programme, locale).map((grant) => `    – ${grant}`),
    ...datesText(programme, on, locale),
  ].join('\n');
}

function matrixText({ severities, probabilities, cells, groups, note }: RiskMatrix, locale: Locale): string[] {
  const tag = tagIn(locale);
  const { colon } = HAZARD_CRITERIA_WORDS[locale];
  const rows = SEVERITIES.map((severity) => [
    String(severity),
    ...PROBABILITIES.map((probability) => cells[`${severity}${probability}`] ?? ''),
  ]);
  return [
    ...textTable(['', ...PROBABILITIES], rows, new Set())
      .trimEnd()
      .split('\n')
      .map((line) => `  ${line}`),
    ...[...severities, ...probabilities].map(
      ({ level, title, says, confidence }) => `  ${level} ${title[locale]}${colon}${says[locale]}  ${tag(confidence)}`,
    ),
    ...groups.map(({ id, says, confidence }) => `  ${id}${colon}${says[locale]}  ${tag(confidence)}`),
    `  ${note[locale]}`,
  ];
}

function componentText(component: Component, locale: Locale): string {
  const { id, title, criteria } = component;
  return [
    `  ${title[locale]}  ${id}${kindsText(component, locale)}`,
    ...criteria.flatMap(({ basis, says, confidence }) => [
      `    ${says[locale]}  ${tagIn(locale)(confidence)}`,
      `      ${basis[locale]}`,
    ]),
  ].join('\n');
}

function listText(list: AssessmentList, on: CivilDate, locale: Locale): TextSection {
  const words = HAZARD_CRITERIA_WORDS[locale];
  const tag = tagIn(locale);
  const { id, title, note, sections, conclusions, confidence } = list;
  const item = (one: AssessmentList['sections'][number]['items'][number]): string => {
    const { priority, priorityConfidence = one.confidence } = one;
    const ranked = priority === undefined ? '' : `  ${words.priority[priority]} ${tag(priorityConfidence)}`;
    return `    ${one.no} ${one.title[locale]}  ${one.clause[locale]}  ${tag(one.confidence)}${ranked}`;
  };
  return {
    title: `${title[locale]}  ${id}${kindsText(list, locale)}  ${tag(confidence)}`,
    entries: [
      `  ${note[locale]}`,
      ...datesText(list, on, locale),
      ...sections.map((section) => [`  ${section.title[locale]}`, ...section.items.map(item)].join('\n')),
      `  ${words.conclusions(conclusions.map((one) => ({ id: one.id, title: one.title[locale] })))}`,
    ],
  };
}
