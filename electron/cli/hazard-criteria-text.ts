import { PROBABILITIES, SEVERITIES } from '../../domain/hazard/hazard';
import type {
  AssessmentList,
  Component,
  HazardCriteria,
  RiskMatrix,
  StepDeadline,
} from '../../domain/pack/hazard-criteria';
import type { AppliesTo, Confidence, LegalBasis, Locale } from '../../domain/pack/rule-pack';
import { textsOf } from '../../domain/report/texts/texts-of';
import { HAZARD_CRITERIA_WORDS } from './hazard-criteria-words';
import { textTable } from './text-table';

export interface TextSection {
  readonly title: string;
  readonly entries: readonly string[];
}

/** What a pack knows about hazards, in the order of its page in the program. */
export function hazardSections(criteria: HazardCriteria, locale: Locale): readonly TextSection[] {
  const words = HAZARD_CRITERIA_WORDS[locale];
  const tag = tagIn(locale);
  const { matrix } = criteria;
  return [
    { title: words.classes, entries: criteria.classes.map((one) => classText(one, locale)) },
    { title: words.duties, entries: criteria.duties.map((one) => dutyText(one, locale)) },
    { title: words.deadlines, entries: criteria.deadlines.map((one) => deadlineText(one, locale)) },
    { title: `${matrix.title[locale]}  ${tag(matrix.confidence)}`, entries: matrixText(matrix, locale) },
    { title: words.components, entries: criteria.components.map((one) => componentText(one, locale)) },
    {
      title: words.oldAges,
      entries: criteria.oldAges.map((age) => `  ${words.years(age)}  ${age.id}\n${basisText(age, locale)}`),
    },
    {
      title: words.triggers,
      entries: criteria.assessmentTriggers.map((one) => `  ${one.when[locale]}  ${one.id}\n${basisText(one, locale)}`),
    },
    ...criteria.assessmentLists.map((list) => listText(list, locale)),
    {
      title: words.programmes,
      entries: criteria.programmes.map(({ id, title, says, conditions, minYears, confidence }) =>
        [
          `  ${title[locale]}  ${id}  ${tag(confidence)}`,
          `    ${says[locale]}`,
          ...(minYears === undefined ? [] : [`    – ${words.minYears(minYears)}`]),
          ...conditions.map((condition) => `    – ${condition[locale]}`),
        ].join('\n'),
      ),
    },
    {
      title: words.notes,
      entries: criteria.notes.map(
        ({ about, says, confidence }) => `  ${words.about[about]}${words.colon}${says[locale]}  ${tag(confidence)}`,
      ),
    },
  ];
}

function tagIn(locale: Locale): (confidence: Confidence) => string {
  return (confidence) => `[${textsOf(locale).confidence[confidence]}]`;
}

type Based = { readonly legalBasis: LegalBasis; readonly confidence: Confidence };

function basisText({ legalBasis: { document, clause, says }, confidence }: Based, locale: Locale): string {
  return `    ${says[locale]}  ${tagIn(locale)(confidence)}\n      ${document[locale]} ${clause[locale]}`;
}

function kindsText({ appliesTo: { kinds } }: { readonly appliesTo: AppliesTo }, locale: Locale): string {
  return kinds === 'all' ? '' : `  ${HAZARD_CRITERIA_WORDS[locale].kinds(kinds)}`;
}

function classText(one: HazardCriteria['classes'][number], locale: Locale): string {
  const words = HAZARD_CRITERIA_WORDS[locale];
  return `  ${words.hazardClass[one.class]}  ${one.id}${kindsText(one, locale)}\n${basisText(one, locale)}`;
}

function dutyText(duty: HazardCriteria['duties'][number], locale: Locale): string {
  const words = HAZARD_CRITERIA_WORDS[locale];
  return `  ${words.step[duty.step]}${words.colon}${words.hazardClass[duty.class]}\n${basisText(duty, locale)}`;
}

function deadlineText(deadline: StepDeadline, locale: Locale): string {
  const words = HAZARD_CRITERIA_WORDS[locale];
  const { step, class: hazardClass, group, days, owner } = deadline;
  const which = step === 'rectify' ? [words.group(group)] : [];
  const what = [words.hazardClass[hazardClass], ...which, words.days(days), words.party[owner]].join(words.comma);
  return `  ${words.step[step]}${words.colon}${what}\n${basisText(deadline, locale)}`;
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

function listText(list: AssessmentList, locale: Locale): TextSection {
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
      ...sections.map((section) => [`  ${section.title[locale]}`, ...section.items.map(item)].join('\n')),
      `  ${words.conclusions(conclusions.map((one) => ({ id: one.id, title: one.title[locale] })))}`,
    ],
  };
}
