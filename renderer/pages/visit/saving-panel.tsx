import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { isCivilDate, toEpochDay, type CivilDate } from '../../../domain/calendar/civil-date';
import { auditWindow } from '../../../domain/audit/audit-elevator';
import { defaultPeriod } from '../../../domain/calendar/period';
import { visitRulesFor, type ChecklistItem } from '../../../domain/pack/rule-pack';
import { clockStart, NO_DAY, type PackedHistory } from '../../../domain/service-clock/packed-history';
import { compileRules } from '../../../domain/service-clock/compiled-rule';
import { composeStrip } from '../../../domain/report/strip';
import type { Elevator } from '../../../domain/elevator/elevator';
import type { Hazard } from '../../../domain/hazard/hazard';
import { termsOf } from '../../../domain/terms/terms-of';
import type { SavingEffect as EntryEffect } from '../../../domain/headline/saving-effect';
import type { Dossier } from '../../../domain/record/dossier';
import { historyOf } from '../../../domain/headline/history';
import { scopeOf } from '../../../domain/headline/judge-headline';
import { toCivilDate } from '../../../domain/calendar/civil-date';
import { HatchPattern, MiniStrip } from '../../components/mini-strip';
import { StatusMark } from '../../components/status-mark';
import { axisOf } from '../../components/strip-geometry';
import { longDate } from '../../i18n/dates';
import { verdictWord } from '../../i18n/term-words';
import { useAppState } from '../../session/app-state';
import { useHazardWords } from '../../features/hazard/use-hazard-words';
import { countSet, type SetCounts } from './checklist';
import { effectOfSaving, sameVisitOnRecord, type SavingEffect } from './after-saving';
import type { VisitDraft } from './visit-draft';

const STRIP_WIDTH = 254;
const AHEAD_DAYS = 20;

interface PanelProps {
  readonly dossier: Dossier;
  readonly draft: Pick<VisitDraft, 'date' | 'task' | 'answers'>;
  /** Of the checklist; none where it stands on paper. */
  readonly items: readonly ChecklistItem[];
  /** Those that are recorded in the same entry. */
  readonly hazards: readonly Hazard[];
  /** How late it would be entered; null while the form is not sound. */
  readonly entry: Pick<EntryEffect, 'days' | 'isLate'> | null;
}

/** What saving will change, before it is saved: this interval, the deadlines, the verdict. */
export function SavingPanel({ dossier, draft, items, hazards, entry }: PanelProps) {
  const { date, task } = draft;
  const { t } = useTranslation();
  const { pack, asOf, info, inspectionsKept: kept } = useAppState();
  const history = useMemo(() => historyOf(dossier), [dossier]);
  // A visit after the day of judgement is judged on its own day, for on the earlier one it would not have happened.
  const judgedOn = isCivilDate(date) && date > asOf && date <= info.today ? date : asOf;
  const effect = useMemo(() => {
    if (!isCivilDate(date) || date > judgedOn) return null;
    const { kind, place } = dossier.elevator.value;
    const scope = scopeOf(dossier, { kept });
    const period = defaultPeriod(judgedOn);
    return effectOfSaving({ kind, place, history, pack, asOf: judgedOn, period, scope, date, task });
  }, [dossier, history, pack, judgedOn, kept, date, task]);
  return (
    <section className="panel saving">
      <header>
        <h2>{t('visit.afterSaving')}</h2>
      </header>
      <div className="body" role="status">
        {effect === null || !isCivilDate(date) ? (
          <span className="muted">{t('visit.noEffectYet')}</span>
        ) : (
          <>
            <AfterStrip history={effect.historyAfter} elevator={dossier.elevator.value} asOf={judgedOn} />
            <ThisInterval effect={effect} history={history} />
            {sameVisitOnRecord(history, date, task) ? (
              <StatusMark shape="lapsed" word={t('visit.sameVisit', { task: t(`task.${task}`) })} />
            ) : null}
            <Deadlines effect={effect} />
            <VerdictChange effect={effect} />
            <EntryName entry={entry} />
          </>
        )}
        {items.length === 0 ? null : <HowItemsAreSet counts={countSet(draft.answers, items)} />}
        <NewHazards hazards={hazards} />
      </div>
    </section>
  );
}

/** By what name the record will be told. */
function EntryName({ entry }: Pick<PanelProps, 'entry'>) {
  const { t } = useTranslation();
  const { locale } = useAppState();
  if (entry === null) return null;
  const names = termsOf(locale).entry;
  return (
    <div>
      {t('late.willBe')} {entry.isLate ? <StatusMark shape="lapsed" word={names.late(entry.days)} /> : names.direct}
    </div>
  );
}

function HowItemsAreSet({ counts }: { readonly counts: SetCounts }) {
  const { t } = useTranslation();
  const known = t('visit.howSet', { ...counts });
  return <div>{counts.unknown === 0 ? known : `${known} ${t('visit.howSetUnknown', { count: counts.unknown })}`}</div>;
}

/** The defects that become hazards; one whose part is not chosen yet has its item's number alone. */
function NewHazards({ hazards }: Pick<PanelProps, 'hazards'>) {
  const { t } = useTranslation();
  const { locale } = useAppState();
  const words = useHazardWords();
  if (hazards.length === 0) return null;
  const deadline = hazards[0]?.deadline;
  return (
    <div className="new-hazards">
      {t('visit.newHazards', {
        count: hazards.length,
        parts: hazards
          .map(({ itemId = '', component }) => `${itemId} ${component === '' ? '' : words.component(component)}`.trim())
          .join(t('visit.listComma')),
      })}{' '}
      {deadline === undefined ? null : (
        <span className="muted">{t('visit.hazardDeadline', { date: longDate(deadline, locale) })}</span>
      )}
    </div>
  );
}

interface AfterStripProps {
  readonly history: PackedHistory;
  readonly elevator: Elevator;
  readonly asOf: CivilDate;
}

function AfterStrip({ history, elevator, asOf }: AfterStripProps) {
  const { t } = useTranslation();
  const { pack } = useAppState();
  const { from } = defaultPeriod(asOf);
  const strip = useMemo(
    () =>
      composeStrip(
        history,
        compileRules({ rules: visitRulesFor(pack, elevator) }),
        auditWindow(asOf, defaultPeriod(asOf)),
      ),
    [history, elevator, pack, asOf],
  );
  return (
    <>
      <HatchPattern />
      <MiniStrip
        strip={strip}
        axis={axisOf(toEpochDay(from), toEpochDay(asOf) + AHEAD_DAYS, 0, STRIP_WIDTH)}
        width={STRIP_WIDTH}
        label={t('visit.stripAfter')}
      />
    </>
  );
}

function ThisInterval({ effect, history }: { readonly effect: SavingEffect; readonly history: PackedHistory }) {
  const { t } = useTranslation();
  const { say, locale } = useAppState();
  const { closes, beforeClockStart } = effect;
  const start = clockStart(history);
  if (beforeClockStart && start !== NO_DAY)
    return (
      <StatusMark
        shape="not-applicable"
        word={t('visit.beforeClockStart', { date: longDate(toCivilDate(start), locale) })}
      />
    );
  if (closes === null) return <span>{t('visit.closesNothing')}</span>;
  const { rule, interval } = closes;
  const outDays = interval.calendarDays - interval.serviceDays;
  const figures = {
    days: interval.calendarDays,
    rule: say(rule.shortTitle),
    limit: interval.limitDays ?? 0,
    late: interval.daysLate,
    out: outDays === 0 ? '' : t('visit.outDays', { count: outDays }),
  };
  return interval.state === 'late' ? (
    <StatusMark shape="late" word={t('visit.intervalLate', figures)} />
  ) : (
    <span>{t('visit.intervalMet', figures)}</span>
  );
}

/** Old and new deadline of each rule the visit moves; the others in one line. */
function Deadlines({ effect }: { readonly effect: SavingEffect }) {
  const { t } = useTranslation();
  const { say, locale } = useAppState();
  const moved = effect.rules.filter(({ before, after }) => before.dueOn !== after.dueOn);
  const still = effect.rules.filter(({ before, after }) => before.dueOn === after.dueOn);
  const date = (day: CivilDate | null): string => (day === null ? '—' : longDate(day, locale));
  return (
    <>
      {moved.map(({ rule, before, after }) => (
        <div key={rule.id}>
          {t('visit.deadlineOf', { rule: say(rule.shortTitle) })}{' '}
          <span className={before.status === 'overdue' ? 'bad' : 'muted'}>{date(before.dueOn)}</span>{' '}
          <span aria-hidden="true">→</span>
          <span className="visually-hidden">{t('visit.becomes')}</span>{' '}
          <strong className="next-due">{date(after.dueOn)}</strong>
        </div>
      ))}
      {still.length === 0 ? null : (
        <div className="muted">
          {t('visit.unmoved', { rules: still.map(({ rule }) => say(rule.shortTitle)).join(t('visit.listComma')) })}
        </div>
      )}
    </>
  );
}

function VerdictChange({ effect: { verdictBefore, verdictAfter } }: { readonly effect: SavingEffect }) {
  const { t } = useTranslation();
  const { locale } = useAppState();
  const after = <StatusMark shape={verdictAfter} word={verdictWord(verdictAfter, locale)} />;
  if (verdictAfter === verdictBefore)
    return (
      <div>
        {t('visit.verdictStays')} {after}
      </div>
    );
  return (
    <div>
      {t('visit.verdict')} <StatusMark shape={verdictBefore} word={verdictWord(verdictBefore, locale)} />{' '}
      <span aria-hidden="true">→</span>
      <span className="visually-hidden">{t('visit.becomes')}</span> {after}
    </div>
  );
}
