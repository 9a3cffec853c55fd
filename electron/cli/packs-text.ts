import type { CivilDate } from '../../domain/calendar/civil-date';
import type { Locale } from '../../domain/pack/legal-basis';
import type { Requirement, RulePack, ScheduleRule } from '../../domain/pack/rule-pack';
import { datedFactsOf, datesInBrief } from '../../domain/pack/text-dates';
import { textsOf } from '../../domain/report/texts/texts-of';
import { briefDatesWords, textDatesSentence } from '../../domain/terms/text-dates-words';
import type { LoadedPack } from '../packs/load-packs';
import { hazardSections } from './hazard-criteria-text';
import { PACK_WORDS } from './pack-words';
import { textTable } from './text-table';

export function packTable(packs: readonly LoadedPack[], locale: Locale): string {
  const rows = packs.map(({ pack, file }) => {
    const { texts, lookedUntil, successors } = datesInBrief(datedFactsOf(pack));
    return [
      pack.id,
      pack.version,
      pack.title[locale],
      texts === null ? '—' : texts[0] === texts[1] ? texts[0] : texts.join('…'),
      lookedUntil ?? '—',
      String(successors.length),
      String(pack.rules.length),
      String(pack.requirements.length),
      pack.extends ?? '—',
      file,
    ];
  });
  return textTable(PACK_WORDS[locale].head, rows, new Set([5, 6, 7]));
}

/** One pack: its rules with every version, requirements, what it knows about hazards, sources and doubts. `on` = today: old searches are told. */
export function packText({ pack, file, sha256 }: LoadedPack, on: CivilDate, locale: Locale): string {
  const words = PACK_WORDS[locale];
  const title = [
    `${pack.id} ${pack.version}  ${pack.title[locale]}`,
    [
      ...briefDatesWords(datesInBrief(datedFactsOf(pack)), on, locale),
      pack.zone,
      ...(pack.extends === undefined ? [] : [words.extending(pack.extends)]),
    ].join(locale === 'en' ? '; ' : '；'),
    `${file}  sha256:${sha256}`,
  ];
  return [
    title.join('\n'),
    section(
      words.rules,
      pack.rules.map((rule) => ruleText(rule, on, locale)),
    ),
    section(
      words.requirements,
      pack.requirements.map((requirement) => requirementText(requirement, on, locale)),
    ),
    ...(pack.hazards === undefined ? [] : hazardSections(pack.hazards, on, locale)).map(({ title: of, entries }) =>
      section(of, entries),
    ),
    section(words.sources, pack.sources.map(sourceText)),
    section(
      words.doubts,
      pack.doubts.map((doubt) => `  ${doubt[locale]}`),
    ),
  ]
    .filter((part) => part !== '')
    .join('\n\n')
    .concat('\n');
}

function section(title: string, entries: readonly string[]): string {
  return entries.length === 0 ? '' : `${title}\n${entries.join('\n')}`;
}

function ruleText({ id, title, versions }: ScheduleRule, on: CivilDate, locale: Locale): string {
  const words = PACK_WORDS[locale];
  const texts = textsOf(locale);
  const lines = versions.map(
    ({ effectiveFrom, effectiveTo, interval, limitText, counting, confidence, ...version }) => {
      const { document, clause } = version.legalBasis;
      const limit = limitText?.[locale] ?? texts.limit(interval);
      const parts = [words.since(effectiveFrom, effectiveTo), limit, words.counting[counting.mode]];
      const note = version.note === undefined ? [] : [`      ${version.note[locale]}`];
      return [
        `    ${parts.join(locale === 'en' ? '; ' : '；')}  [${textsOf(locale).confidence[confidence]}]`,
        `      ${document[locale]} ${clause[locale]}`,
        `      ${textDatesSentence(version, on, locale)}`,
        ...note,
      ].join('\n');
    },
  );
  return [`  ${title[locale]}  ${id}`, ...lines].join('\n');
}

function requirementText(requirement: Requirement, on: CivilDate, locale: Locale): string {
  const words = PACK_WORDS[locale];
  const { id, title, effectiveFrom, effectiveTo, confidence, legalBasis } = requirement;
  const what = `${words.since(effectiveFrom, effectiveTo)}${locale === 'en' ? '; ' : '；'}${words.requirement(requirement)}`;
  return [
    `  ${title[locale]}  ${id}`,
    `    ${what}  [${textsOf(locale).confidence[confidence]}]`,
    `      ${legalBasis.document[locale]} ${legalBasis.clause[locale]}`,
    `      ${textDatesSentence(requirement, on, locale)}`,
  ].join('\n');
}

function sourceText({ id, title, address, kind }: RulePack['sources'][number]): string {
  return `  ${[id, title, kind, address].filter((part) => part !== undefined).join('  ')}`;
}
