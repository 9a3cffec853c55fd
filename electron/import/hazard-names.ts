import type { HazardClass, HazardSource, Party, Probability, Severity } from '../../domain/hazard/hazard';
import type { ClassCriterion, Component, HazardCriteria } from '../../domain/pack/hazard-criteria';
import type { LegalBasis } from '../../domain/pack/legal-basis';
import { refused, taken, type Parsed } from '../../domain/reading/parsed';
import { plain } from '../../domain/reading/text';
import { HAZARD_NAMES_EN, HAZARD_NAMES_ZH } from '../../domain/hazard/hazard-names';
import { STEP_ACTS, type StepAct } from '../../domain/hazard/hazard-step';
import { clauseKey } from './clause-key';

/** What a ledger of hazards is read against: the parts, circumstances and duties of the pack that judges. */
export type HazardNames = Pick<HazardCriteria, 'components' | 'classes' | 'duties'>;

export function parseComponent(text: string, components: readonly Component[]): Parsed<string> {
  const value = folded(text);
  const found = components.find(({ id, title, aliases }) =>
    [id, title['zh-CN'], title.en, ...aliases].some((name) => folded(name) === value),
  );
  if (found !== undefined) return taken(found.id);
  const known = {
    known: listed(
      components.map(({ title }) => title['zh-CN']),
      '、',
    ),
  };
  return refused('unknown-component', {
    ...known,
    knownEn: listed(
      components.map(({ title }) => title.en),
      ', ',
    ),
  });
}

/** A circumstance by its id or by its clause, such as `25条(三)`. */
export function parseCriterion(
  text: string,
  of: Exclude<HazardClass, 'ordinary'>,
  classes: readonly ClassCriterion[],
): Parsed<string> {
  const ofClass = classes.filter((one) => one.class === of);
  const value = folded(text);
  const key = clauseKey(text);
  const found = ofClass.filter(
    ({ id, legalBasis }) => folded(id) === value || (key !== null && clausesOf(legalBasis).includes(key)),
  );
  if (found.length === 1) return taken(found[0]!.id);
  const names = ofClass.map(({ id, legalBasis: { shortClause } }) => [
    `${id}（${shortClause['zh-CN']}）`,
    `${id} (${shortClause.en})`,
  ]);
  return refused('unknown-criterion', {
    of,
    known: listed(
      names.map(([zh]) => zh!),
      '、',
    ),
    knownEn: listed(
      names.map(([, en]) => en!),
      ', ',
    ),
  });
}

function clausesOf({ clause, shortClause }: LegalBasis): (string | null)[] {
  return [clause, shortClause].flatMap((text) => [clauseKey(text['zh-CN']), clauseKey(text.en)]);
}

const MOST_LISTED = 60;

function listed(names: readonly string[], separator: string): string {
  return names.slice(0, MOST_LISTED).join(separator) + (names.length > MOST_LISTED ? '…' : '');
}

function folded(text: string): string {
  return plain(text).replaceAll(/\s+/g, '').toLowerCase();
}

export const SOURCE_NAMES: Readonly<Record<string, HazardSource>> = {
  visit: 'visit',
  维保: 'visit',
  维保检查: 'visit',
  维护保养: 'visit',
  inspection: 'inspection',
  检验: 'inspection',
  检测: 'inspection',
  检验检测: 'inspection',
  assessment: 'assessment',
  评估: 'assessment',
  安全评估: 'assessment',
  callout: 'callout',
  故障与困人: 'callout',
  呼救: 'callout',
  故障: 'callout',
  困人: 'callout',
  complaint: 'complaint',
  投诉: 'complaint',
  'daily-check': 'daily-check',
  日管控: 'daily-check',
  每日检查: 'daily-check',
  other: 'other',
  其他: 'other',
  其它: 'other',
  自查: 'other',
  巡查: 'other',
};

const PARTY_NAMES: Readonly<Record<string, Party>> = {
  maintainer: 'maintainer',
  维保单位: 'maintainer',
  维保: 'maintainer',
  'user-unit': 'user-unit',
  使用单位: 'user-unit',
  'property-manager': 'property-manager',
  物业单位: 'property-manager',
  物业: 'property-manager',
};

const RESULT_NAMES: Readonly<Record<string, 'pass' | 'fail'>> = {
  pass: 'pass',
  合格: 'pass',
  通过: 'pass',
  fail: 'fail',
  不合格: 'fail',
  未通过: 'fail',
};

export const parseSource = oneOf(SOURCE_NAMES, '维保、检验、评估、故障与困人、投诉、其他');
export const parseParty = oneOf(PARTY_NAMES, '维保单位、使用单位、物业单位');
export const parseRecheck = oneOf(RESULT_NAMES, '合格、不合格');

const ACT_NAMES: Readonly<Record<string, StepAct>> = Object.fromEntries(
  STEP_ACTS.flatMap((act) =>
    [act, HAZARD_NAMES_ZH.stepAct[act], HAZARD_NAMES_EN.stepAct[act]].map((name) => [folded(name), act]),
  ),
);
export const parseAct = oneOf(ACT_NAMES, STEP_ACTS.map((act) => HAZARD_NAMES_ZH.stepAct[act]).join('、'));

/** Refuses with the words that are known, in Chinese and as the format's own. */
function oneOf<T extends string>(names: Readonly<Record<string, T>>, known: string): (text: string) => Parsed<T> {
  const knownEn = [...new Set(Object.values(names))].join(', ');
  return (text) => {
    const value = folded(text);
    return Object.hasOwn(names, value) ? taken(names[value]!) : refused('not-one-of', { known, knownEn });
  };
}

export function parseSeverity(text: string): Parsed<Severity> {
  const level = /^([1-4])(?:\.0+|级)?$/.exec(folded(text))?.[1];
  return level === undefined
    ? refused('not-one-of', { known: '1、2、3、4', knownEn: '1, 2, 3, 4' })
    : taken(Number(level) as Severity); // one of the four digits
}

export function parseProbability(text: string): Parsed<Probability> {
  const level = /^([a-f])级?$/.exec(folded(text))?.[1];
  return level === undefined
    ? refused('not-one-of', { known: 'A、B、C、D、E、F', knownEn: 'A, B, C, D, E, F' })
    : taken(level.toUpperCase() as Probability); // one of the six letters
}
