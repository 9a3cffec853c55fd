import type { Locale } from '../pack/legal-basis';
import type { ImportSource } from './entry';

/** Every table that comes in, in the order in which people read them. */
export const TABLES_IN = [
  'elevators',
  'visits',
  'outages',
  'inspections',
  'callouts',
  'hazards',
  'hazard_steps',
] as const satisfies readonly ImportSource['table'][];

/** Every table that records leave as; what does not come in stands last. */
export const TABLES_OUT = [
  ...TABLES_IN,
  'checklist_results',
  'assessments',
  'assessment_items',
  'policies',
  'claims',
  'drills',
  'doubt_answers',
] as const;
export type TableOut = (typeof TABLES_OUT)[number];

/** What the tables that come in are called. */
export const TABLE_NAMES: Readonly<Record<ImportSource['table'], Readonly<Record<Locale, string>>>> = {
  elevators: { 'zh-CN': '电梯台账', en: 'register of elevators' },
  visits: { 'zh-CN': '维保记录', en: 'visits' },
  outages: { 'zh-CN': '停用记录', en: 'outages' },
  inspections: { 'zh-CN': '检验记录', en: 'inspections' },
  callouts: { 'zh-CN': '故障与困人', en: 'call-outs' },
  hazards: { 'zh-CN': '隐患', en: 'hazards' },
  hazard_steps: { 'zh-CN': '隐患处置', en: 'steps of hazards' },
};
