import type { KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { ChecklistItem } from '../../../../domain/pack/rule-pack';
import type { VisitTime } from '../../../../domain/visit/times';
import { TASKS } from '../../../../domain/visit/visit';
import { hasCommand } from '../../../components/command-key';
import { Button } from '../../../components/controls';
import { StatusMark } from '../../../components/status-mark';
import { longDate, parseClockTime } from '../../../i18n/dates';
import { termsOf } from '../../../../domain/terms/terms-of';
import { useAppState } from '../../../session/app-state';
import { answerOf, countOutcomes } from '../checklist';
import { withReading } from './own-reading';
import { minutesOf, type VisitProblem } from '../visit-draft';
import { focusCell, focusRow } from './focus-row';
import type { RowActs } from './row-acts';
import type { RoundVisit } from './use-round-form';

/** Values that stand in the row itself; a list that asks for more is opened. */
const MOST_VALUES = 2;

interface LineProps extends RowActs {
  readonly visit: RoundVisit;
  readonly index: number;
}

export function RoundLine(props: LineProps) {
  const { visit, index, visits, current, opened, onCurrent, onToggle, onTakeOut } = props;
  const { t } = useTranslation();
  const { row, dossier, draft } = visit;
  const { registrationNo } = row;
  const { value: elevator } = dossier.elevator;
  const isCurrent = current === registrationNo;
  const place = elevator.internalNo ?? registrationNo;
  const beside = (by: 1 | -1): string | undefined => visits[index + by]?.row.registrationNo;
  /** ↑ and ↓ go to the same cell of the next row, Enter to the next value that is asked for, Escape to the row itself. */
  const onKeyDown = (event: KeyboardEvent<HTMLTableRowElement>): void => {
    const { target } = event;
    if (!(target instanceof HTMLInputElement) || target.type === 'checkbox' || hasCommand(event) || event.altKey)
      return;
    const by = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    const to = by === 0 ? undefined : beside(by);
    if (to !== undefined) focusCell(to, target.dataset['cell']);
    else if (event.key === 'Escape') focusRow(registrationNo);
    else if (event.key !== 'Enter' || event.nativeEvent.isComposing) return;
    else onEnter(target);
    event.preventDefault();
    event.stopPropagation();
  };
  const onEnter = (target: HTMLInputElement): void => {
    const isException = visit.problems.some(({ code }) => code === 'exception-bare');
    if (isException && opened !== registrationNo) return onToggle(registrationNo);
    const own = [...(target.closest('tr')?.querySelectorAll<HTMLInputElement>('input[data-cell^="value"]') ?? [])];
    const behind = own[own.indexOf(target) + 1];
    if (target.dataset['cell']?.startsWith('value') === true && behind !== undefined) return behind.focus();
    const next = beside(1);
    if (next === undefined) focusRow(registrationNo);
    else focusCell(next);
  };
  return (
    <tr
      data-row={registrationNo}
      className={`${isCurrent ? 'selected' : ''} ${visit.refusal === null ? '' : 'refused'}`}
      aria-current={isCurrent || undefined}
      onFocus={() => onCurrent(registrationNo)}
      onKeyDown={onKeyDown}
    >
      <td className="number muted">{index + 1}</td>
      <th scope="row">
        <button
          type="button"
          data-handle
          className="button link"
          aria-expanded={opened === registrationNo}
          aria-label={t('round.openRow', { place, registrationNo })}
          tabIndex={isCurrent ? 0 : -1}
          onClick={() => onToggle(registrationNo)}
        >
          {place}
        </button>
        <span className="no-space muted small">{elevator.internalNo === undefined ? '' : registrationNo}</span>
      </th>
      <td>
        <Due visit={visit} />
      </td>
      <td>
        <Category {...props} />
      </td>
      <td className="round-times">
        <TimeCell {...props} field="startedAt" />
        <span aria-hidden="true">–</span>
        <TimeCell {...props} field="endedAt" />
        <span className="small muted">{minutesWord(minutesOf(draft), t('visit.minuteSign'))}</span>
      </td>
      <td>
        <Items {...props} />
      </td>
      <td>
        {draft.confirmedBy.trim() === '' ? <span className="muted">{t('round.notConfirmed')}</span> : draft.confirmedBy}
      </td>
      <td>
        <After visit={visit} />
      </td>
      <td>
        <button
          type="button"
          className="button link"
          aria-label={t('round.takeOut', { place })}
          title={t('round.takeOut', { place })}
          tabIndex={-1}
          onClick={() => onTakeOut(registrationNo)}
        >
          ×
        </button>
      </td>
    </tr>
  );
}

function minutesWord(minutes: number | null, sign: string): string {
  return minutes === null || minutes < 0 ? '' : `${minutes}${sign}`;
}

/** The deadline that this visit answers, as it stands before. */
function Due({ visit: { outlook, dossier } }: Pick<LineProps, 'visit'>) {
  const { t } = useTranslation();
  const { locale } = useAppState();
  const rule = outlook?.after?.rules.find(({ before }) => before.dueOn !== null);
  const sample =
    dossier.elevator.value.sample === true ? <span className="sample-mark">{t('visit.sample')}</span> : null;
  if (rule?.before.dueOn === undefined || rule.before.dueOn === null) return <span className="muted">— {sample}</span>;
  const { status, dueOn } = rule.before;
  return (
    <>
      <StatusMark shape={status} word={longDate(dueOn, locale)} /> {sample}
    </>
  );
}

function Category({ visit: { row, dossier }, onTask }: LineProps) {
  const { t } = useTranslation();
  const place = dossier.elevator.value.internalNo ?? row.registrationNo;
  const step = (event: KeyboardEvent<HTMLDivElement>): void => {
    const by = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
    const next = TASKS[TASKS.indexOf(row.task) + by];
    if (by === 0 || next === undefined) return;
    event.preventDefault();
    onTask(row.registrationNo, next);
    event.currentTarget.querySelector<HTMLElement>(`[data-task="${next}"]`)?.focus();
  };
  return (
    <div className="segments small" role="radiogroup" aria-label={t('round.taskOf', { place })} onKeyDown={step}>
      {TASKS.map((task) => (
        <button
          key={task}
          type="button"
          role="radio"
          data-task={task}
          aria-checked={row.task === task}
          tabIndex={row.task === task ? 0 : -1}
          onClick={() => onTask(row.registrationNo, task)}
        >
          {t(`task.${task}`)}
        </button>
      ))}
    </div>
  );
}

/** Typed here it is measured and keeps a dark frame; else it follows from the row before, as about that time. */
function TimeCell({ visit, field, tried, onVisit }: LineProps & { readonly field: VisitTime }) {
  const { t } = useTranslation();
  const { locale } = useAppState();
  const { row, times, dossier, problems } = visit;
  const place = dossier.elevator.value.internalNo ?? row.registrationNo;
  const typed = row.visit[field];
  const isFilled = times.filled[field];
  const problem = tried ? problems.find((one) => one.field === field) : undefined;
  const name = t(isFilled ? `round.filled.${field}` : `round.typed.${field}`, { place });
  return (
    <input
      className={`input ${isFilled ? 'filled' : ''}`}
      aria-label={name}
      aria-invalid={problem === undefined ? undefined : true}
      title={
        problem === undefined
          ? isFilled
            ? t('round.filledTitle')
            : undefined
          : t(`visit.problems.${field}-${problem.code as 'not-a-time'}`)
      }
      inputMode="numeric"
      maxLength={12}
      data-cell={field}
      placeholder={isFilled ? termsOf(locale).about(times[field]) : ''}
      value={isFilled || typed !== '' ? typed : times[field]}
      onChange={(event) => onVisit(row.registrationNo, { [field]: event.target.value })}
      onFocus={(event) => event.target.select()}
      onBlur={() => {
        const tidy = parseClockTime(typed);
        if (tidy !== null && tidy !== typed) onVisit(row.registrationNo, { [field]: tidy });
      }}
    />
  );
}

/** How the list stands, the values it asks for, and the way into it. */
function Items({ visit, tried, opened, onToggle, onAnswers }: LineProps) {
  const { t } = useTranslation();
  const { row, draft, checklist, problems } = visit;
  const { registrationNo } = row;
  const isOpen = opened === registrationNo;
  const button = (
    <Button look="small" keys="X" tabIndex={-1} aria-expanded={isOpen} onClick={() => onToggle(registrationNo)}>
      {t('round.exceptions')}
    </Button>
  );
  if (draft.onPaper)
    return (
      <span className="round-items">
        {t('round.onPaper')} {button}
      </span>
    );
  if (checklist === null)
    return (
      <span className="round-items">
        {t('round.makerItems')} {button}
      </span>
    );
  const counts = countOutcomes(draft.answers, checklist.items);
  const values = checklist.items.filter(({ asks }) => asks === 'value');
  return (
    <span className="round-items">
      {counts.open === 0 ? (
        counts.defect === 0 ? (
          <StatusMark shape="met" word={t('round.allSet', { count: checklist.items.length })} />
        ) : (
          <StatusMark shape="late" word={t('visit.counts.defect', { count: counts.defect })} />
        )
      ) : (
        <StatusMark shape="no-data" word={t('visit.counts.open', { count: counts.open })} />
      )}
      {values.length > MOST_VALUES
        ? null
        : values.map((item, index) => (
            <ValueCell
              key={item.id}
              item={item}
              cell={index === 0 ? 'value' : `value${index}`}
              visit={visit}
              problem={tried ? problems.find((one) => one.field === 'checklist' && one.itemId === item.id) : undefined}
              onReading={(text) => onAnswers(registrationNo, (now) => withReading(now, item, text))}
            />
          ))}
      {button}
    </span>
  );
}

function ValueCell({
  item,
  cell,
  visit: { draft, row, dossier },
  problem,
  onReading,
}: {
  readonly item: ChecklistItem;
  readonly cell: string;
  readonly visit: RoundVisit;
  readonly problem: VisitProblem | undefined;
  readonly onReading: (text: string) => void;
}) {
  const { t } = useTranslation();
  const { say } = useAppState();
  const answer = answerOf(draft.answers, item);
  const place = dossier.elevator.value.internalNo ?? row.registrationNo;
  const unit = item.limit?.unit ?? '';
  return (
    <label className="round-value small" title={say(item.title)}>
      <input
        className="input"
        aria-label={t('round.valueOf', { item: say(item.title), unit, place })}
        aria-invalid={problem === undefined && answer.outcome !== 'defect' ? undefined : true}
        inputMode="decimal"
        data-cell={cell}
        placeholder={item.limit?.min === undefined ? unit : `≥${item.limit.min}`}
        value={answer.reading}
        onChange={(event) => onReading(event.target.value)}
        onFocus={(event) => event.target.select()}
      />
      {unit}
    </label>
  );
}

/** What saving does to this elevator: its next deadline, by what name it is told, and what speaks against it. */
function After({ visit: { outlook, refusal, draft } }: Pick<LineProps, 'visit'>) {
  const { t } = useTranslation();
  const { locale, say } = useAppState();
  if (refusal !== null)
    return <StatusMark shape="refused" word={t(`round.refusal.${refusalWord(refusal)}`, { code: refusal })} />;
  if (outlook === null) return <span className="muted">—</span>;
  const { after, entry, isTwin } = outlook;
  const moved = after?.rules.find(({ before, after: next }) => next.dueOn !== null && next.dueOn !== before.dueOn);
  return (
    <>
      {isTwin ? (
        <StatusMark shape="lapsed" word={t('round.twin', { task: t(`task.${draft.task}`) })} />
      ) : moved?.after.dueOn === undefined || moved.after.dueOn === null ? (
        <span className="muted">{t('round.nothingMoves')}</span>
      ) : (
        <span>
          {say(moved.rule.shortTitle)} <strong className="next-due">{longDate(moved.after.dueOn, locale)}</strong>
        </span>
      )}
      {entry?.isLate === true ? <StatusMark shape="lapsed" word={termsOf(locale).entry.late(entry.days)} /> : null}
    </>
  );
}

const SAID = ['already-recorded', 'conflicts-with-record', 'unknown-attachment'] as const;

function refusalWord(code: string): (typeof SAID)[number] | 'other' {
  return SAID.find((one) => one === code) ?? 'other';
}
