import type { Locale } from '../pack/legal-basis';
import type { ImportSource } from './entry';
import { DOSSIER_LISTS, type DossierList } from './kinds';

/** Every table that comes in, in the order in which people read them. */
export const TABLES_IN = [
  'elevators',
  'visits',
  'outages',
  'inspections',
  'callouts',
  'hazards',
  'hazard_steps',
  'device_events',
  'contracts',
  'daily_checks',
] as const satisfies readonly ImportSource['table'][];

/** The tables that each kind of record leaves as. */
const TABLES_OF = {
  visits: ['visits', 'checklist_results'],
  outages: ['outages'],
  inspections: ['inspections'],
  callouts: ['callouts'],
  hazards: ['hazards', 'hazard_steps'],
  assessments: ['assessments', 'assessment_items'],
  policies: ['policies'],
  claims: ['claims'],
  drills: ['drills'],
  doubtAnswers: ['doubt_answers'],
  confirmations: ['confirmations'],
  dailyChecks: ['daily_checks'],
  deviceEvents: ['device_events'],
  contracts: ['contracts'],
} as const satisfies Readonly<Record<DossierList, readonly string[]>>;

export type TableOut = (typeof TABLES_IN)[number] | (typeof TABLES_OF)[DossierList][number];
/** Every table that records leave as; what does not come in stands last. */
export const TABLES_OUT: readonly TableOut[] = [
  ...new Set<TableOut>([...TABLES_IN, ...DOSSIER_LISTS.flatMap((list) => TABLES_OF[list])]),
];

/** What the tables that come in are called. */
export const TABLE_NAMES: Readonly<Record<ImportSource['table'], Readonly<Record<Locale, string>>>> = {
  elevators: { 'zh-CN': '电梯台账', en: 'register of elevators' },
  visits: { 'zh-CN': '维保记录', en: 'visits' },
  outages: { 'zh-CN': '停用记录', en: 'outages' },
  inspections: { 'zh-CN': '检验记录', en: 'inspections' },
  callouts: { 'zh-CN': '故障与困人', en: 'call-outs' },
  hazards: { 'zh-CN': '隐患', en: 'hazards' },
  hazard_steps: { 'zh-CN': '隐患处置', en: 'steps of hazards' },
  device_events: { 'zh-CN': '设备事件', en: 'device events' },
  contracts: { 'zh-CN': '维保合同', en: 'maintenance contracts' },
  daily_checks: { 'zh-CN': '每日电梯安全检查记录', en: 'daily checks' },
};
