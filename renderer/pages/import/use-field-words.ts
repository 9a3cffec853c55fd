import { useTranslation } from 'react-i18next';
import type { InspectionKind } from '../../../domain/inspection/inspection';
import type { MappedTable } from '../../../domain/mapping/mapping';
import { termsOf } from '../../../domain/terms/terms-of';
import type { Task } from '../../../domain/visit/visit';
import { capital } from '../../i18n/term-words';
import { useAppState } from '../../session/app-state';
import { useActName } from '../../session/use-act-name';

export interface FieldWords {
  readonly field: (table: MappedTable, field: string) => string;
  /** A value of a closed set as people say it; any other as it is. */
  readonly value: (table: MappedTable, field: string, value: string) => string;
}

/** What the fields of tables and the values of their closed sets are called. */
export function useFieldWords(): FieldWords {
  const { t } = useTranslation();
  const { kindOf, say, locale } = useAppState();
  const actName = useActName();
  const terms = termsOf(locale);
  const named = (names: Readonly<Record<string, string>>, said: string): string => capital(names[said] ?? said);
  const plainWords: ReadonlySet<string> = new Set(['state', 'void', 'to']);
  const value = (table: MappedTable, field: string, said: string): string => {
    // each value is one of the closed set of its field: the machine offers and reads no other
    if (field === 'task') return t(`task.${said as Task}`, said);
    if (field === 'regime') return t(said === 'standard' ? 'register.regimes.standard' : 'register.regimes.on-demand');
    if (table === 'elevators' && field === 'kind') return say(kindOf(said)?.title ?? { 'zh-CN': said, en: said });
    if (table === 'elevators' && field === 'status') return named(terms.status, said);
    if (table === 'daily_checks' && field === 'result') return named(terms.checkResult, said);
    if (field === 'result') return named(terms.inspectionResult, said);
    if (table === 'inspections' && field === 'kind') return actName(said as InspectionKind);
    if (table === 'callouts' && field === 'kind') return named(terms.callOutKind, said);
    if (table === 'device_events' && field === 'kind') return named(terms.deviceEventKind, said);
    return plainWords.has(field) ? t(`mapping.values.${said as 'done'}`, said) : said;
  };
  return { field: (table, field) => t(`mapping.fields.${table}.${field}` as 'mapping.fields.visits.date'), value };
}
