import { useEffect, useId, useRef, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { ChecklistItem } from '../../../domain/pack/rule-pack';
import type { CheckOutcome } from '../../../domain/visit/visit';
import { hasCommand } from '../../components/command-key';
import { TextField } from '../../components/controls';
import { StatusMark } from '../../components/status-mark';
import { useAppState } from '../../session/app-state';
import { PhotoStrip } from '../../features/record/photo-strip';
import { HazardOffer, type HazardOffers } from './hazard-offer';
import { judgeReading, lacksValue, problemOf, type Answer } from './checklist';

const OUTCOMES: readonly { readonly outcome: CheckOutcome; readonly sign: string; readonly look: string }[] = [
  { outcome: 'ok', sign: '✓', look: 'ok' },
  { outcome: 'defect', sign: '×', look: 'bad' },
  { outcome: 'not-applicable', sign: '–', look: 'none' },
];

interface RowProps {
  readonly item: ChecklistItem;
  readonly answer: Answer;
  readonly offers: HazardOffers | null;
  readonly isCurrent: boolean;
  readonly tried: boolean;
  readonly onCurrent: () => void;
  readonly onOutcome: (outcome: CheckOutcome) => void;
  readonly onNext: () => void;
  readonly onChange: (by: Partial<Answer> | ((answer: Answer) => Partial<Answer>)) => void;
}

/** One item as a group of three choices; what is found beyond "in order" is written below it, in place. */
export function ChecklistItemRow(props: RowProps) {
  const { item, answer, isCurrent, tried, onCurrent, onOutcome } = props;
  const { t } = useTranslation();
  const { say } = useAppState();
  const titleId = useId();
  const problem = tried ? problemOf(item, answer) : null;
  const measured = item.limit !== undefined || item.asks === 'value';
  const kept = answer.note !== '' || answer.reading !== '' || answer.photos.length > 0;
  const isOpen =
    answer.outcome === 'defect' ||
    kept ||
    lacksValue(item, answer) ||
    (measured && isCurrent && answer.outcome === 'ok');
  const chosen = OUTCOMES.findIndex(({ outcome }) => outcome === answer.outcome);
  const step = (event: KeyboardEvent<HTMLDivElement>): void => {
    const by = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
    if (by === 0) return;
    event.preventDefault();
    event.stopPropagation();
    const next =
      OUTCOMES[(Math.max(chosen, chosen === -1 && by < 0 ? 0 : chosen) + by + OUTCOMES.length) % OUTCOMES.length];
    if (next === undefined) return;
    onOutcome(next.outcome);
    event.currentTarget.querySelector<HTMLElement>(`[data-outcome="${next.outcome}"]`)?.focus();
  };
  return (
    <div
      className={`item ${isCurrent ? 'current' : ''} ${answer.outcome === 'defect' ? 'defect' : ''}`}
      data-item={item.id}
      onFocus={onCurrent}
    >
      <span className="no">{item.table.endsWith('-1') ? item.no : item.id.slice(2)}</span>
      <span className="title" id={titleId} title={say(item.requirement)}>
        {say(item.title)} {item.limit === undefined ? null : <Limit item={item} />}
        {item.asks === undefined ? null : <span className="asks small">{t(`visit.asks.${item.asks}`)}</span>}
      </span>
      <div className="outcomes" role="radiogroup" aria-labelledby={titleId} onKeyDown={step}>
        {OUTCOMES.map(({ outcome, sign, look }, index) => (
          <button
            key={outcome}
            type="button"
            role="radio"
            className={look}
            data-outcome={outcome}
            aria-checked={answer.outcome === outcome}
            aria-label={t(`visit.outcome.${outcome}`)}
            title={t(`visit.outcome.${outcome}`)}
            tabIndex={isCurrent && index === Math.max(chosen, 0) ? 0 : -1}
            onClick={() => onOutcome(outcome)}
          >
            <span aria-hidden="true">{sign}</span>
          </button>
        ))}
      </div>
      {problem === 'open' ? <div className="problem">{t('visit.problems.open')}</div> : null}
      {isOpen ? <Detail {...props} problem={problem === 'open' ? null : problem} /> : null}
    </div>
  );
}

function Limit({ item: { limit } }: { readonly item: ChecklistItem }) {
  const { t } = useTranslation();
  if (limit === undefined) return null;
  const bounds = [
    limit.min === undefined ? '' : t('visit.atLeast', { value: limit.min }),
    limit.max === undefined ? '' : t('visit.atMost', { value: limit.max }),
  ];
  return (
    <span className="muted small">
      {bounds.filter((part) => part !== '').join(' ')} {limit.unit}
    </span>
  );
}

/** Reading, note and photos. A new exception takes the focus here; Enter goes on to the next item, Escape back. */
function Detail({
  item,
  answer,
  offers,
  isCurrent,
  tried,
  problem,
  onChange,
  onNext,
}: RowProps & { readonly problem: ReturnType<typeof problemOf> }) {
  const { t } = useTranslation();
  const box = useRef<HTMLDivElement>(null);
  const before = useRef(answer.outcome);
  useEffect(() => {
    const becameDefect = answer.outcome === 'defect' && before.current !== 'defect';
    before.current = answer.outcome;
    if (becameDefect && isCurrent) box.current?.querySelector('input')?.focus();
  }, [answer.outcome, isCurrent]);
  useEffect(() => {
    const empty = answer.note === '' && answer.reading === '' && answer.photos.length === 0;
    if (answer.outcome === 'defect' && isCurrent && empty) box.current?.querySelector('input')?.focus();
  }, []); // eslint-disable-line react-hooks/exhaustive-deps -- only when the fields appear
  const reading = judgeReading(item.limit, answer.reading);
  const beyond = reading.state === 'below' || reading.state === 'above';
  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>): void => {
    const inField = event.target instanceof HTMLInputElement && event.target.type !== 'file';
    if (!inField || hasCommand(event) || event.nativeEvent.isComposing) return;
    if (event.key === 'Enter') {
      event.preventDefault();
      onNext();
    } else if (event.key === 'Escape') {
      event.stopPropagation();
      box.current?.closest('.item')?.querySelector<HTMLElement>('[tabindex="0"]')?.focus();
    }
  };
  return (
    <div className="detail" ref={box} onKeyDown={onKeyDown}>
      {item.limit === undefined && item.asks !== 'value' ? null : (
        <TextField
          className="reading"
          label={item.limit === undefined ? t('visit.readingBare') : t('visit.reading', { unit: item.limit.unit })}
          inputMode="decimal"
          value={answer.reading}
          onChange={(event) => onChange({ reading: event.target.value })}
          problem={
            reading.state === 'unreadable'
              ? t('visit.problems.reading-unreadable')
              : lacksValue(item, answer)
                ? t('visit.problems.value-missing')
                : undefined
          }
        />
      )}
      <TextField
        className="note"
        label={t('visit.exceptionNote')}
        value={answer.note}
        onChange={(event) => onChange({ note: event.target.value })}
        problem={problem === 'exception-bare' ? t('visit.problems.exception-bare') : undefined}
      />
      <PhotoStrip photos={answer.photos} onChange={(by) => onChange((now) => ({ photos: by(now.photos) }))} />
      {offers === null || answer.outcome !== 'defect' ? null : (
        <HazardOffer item={item} answer={answer} offers={offers} tried={tried} />
      )}
      {beyond ? (
        <div className="beyond">
          <StatusMark
            shape={answer.outcome === 'ok' ? 'late' : 'lapsed'}
            word={`${t(`visit.${reading.state}Limit`)}${answer.outcome === 'ok' ? t('visit.beyondInOrder') : ''}`}
          />
        </div>
      ) : null}
    </div>
  );
}
