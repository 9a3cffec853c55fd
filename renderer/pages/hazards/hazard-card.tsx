import { useTranslation } from 'react-i18next';
import { cellOf } from '../../components/risk-cell';
import { RiskMark } from '../../components/risk-mark';
import { StatusMark } from '../../components/status-mark';
import type { HazardCard as Card } from '../../../domain/fleet/hazard-card';
import { shortDate } from '../../i18n/dates';
import { estateOf } from '../../components/elevator-place';
import { toEpochDay } from '../../../domain/calendar/civil-date';
import { useAppState } from '../../session/app-state';
import { ClockMark, shapeOfClock } from '../../features/hazard/clock-mark';
import { hazardPath } from '../../features/hazard/hazard-path';
import { useHazardWords } from '../../features/hazard/use-hazard-words';
import { usedShare } from '../../features/hazard/board';

interface CardProps {
  readonly card: Card;
  readonly isTabStop: boolean;
  /** The keys act on it. */
  readonly isCurrent: boolean;
  readonly onFocus: () => void;
}

/** One hazard on the board: its group by the edge, where, what, by which clause, whose clock. */
export function HazardCardLink({ card, isTabStop, isCurrent, onFocus }: CardProps) {
  const { t } = useTranslation();
  const words = useHazardWords();
  const { address, internalNo } = card.place;
  const grave = card.major ?? card.severe;
  return (
    <a
      className={`hazard-card group-${card.group ?? 'none'} ${isCurrent ? 'current' : ''}`}
      href={`#${hazardPath(card)}`}
      data-hazard={card.id}
      tabIndex={isTabStop ? 0 : -1}
      onFocus={onFocus}
    >
      <span className="where">
        <RiskMark group={card.group} />
        <span className="cell">{card.risk === null ? '' : cellOf(card.risk)}</span>
        <span className="place" title={[address, internalNo, card.registrationNo].join(' ')}>
          {estateOf(address) ?? card.registrationNo}
        </span>
        <span className="unit">{internalNo}</span>
      </span>
      <span className="what">{card.what}</span>
      <span className="basis small">
        <span>{grave === null ? [words.component(card.component), card.location].join(' ') : words.clause(grave)}</span>
        {card.open && grave !== null ? (
          <span className="tag bad">{words.classes(card.classes.filter((one) => one !== 'ordinary'))}</span>
        ) : null}
        {card.stopped ? <span className="tag bad">{t('hazard.stopped')}</span> : null}
      </span>
      <Foot card={card} />
    </a>
  );
}

function Foot({ card }: { readonly card: Card }) {
  const { t } = useTranslation();
  const { asOf, locale } = useAppState();
  const share = usedShare(card, asOf);
  if (!card.open)
    return (
      <span className="foot small">
        <StatusMark
          shape={card.state === 'closed' ? 'met' : 'not-applicable'}
          word={t(`hazards.doneOn.${card.state}`, { date: shortDate(toEpochDay(card.since), asOf, locale) })}
        />
        <span className="who">{card.lastBy[0]}</span>
      </span>
    );
  return (
    <>
      <span className="foot small">
        {card.pressing === null ? null : <ClockMark clock={card.pressing} />}
        <span className="who">{whoOf(card)}</span>
      </span>
      {card.pressing === null || share === null ? null : (
        <span className={`bar ${toneOfBar(card.pressing)}`} aria-hidden="true">
          <span style={{ width: `${Math.round(share * 100)}%` }} />
        </span>
      )}
    </>
  );
}

/** Who is looked at: the one who puts it right, else the one who took the last step. */
function whoOf({ responsible, lastBy }: Card): string {
  return responsible.person ?? lastBy[0] ?? responsible.unit ?? '';
}

function toneOfBar(pressing: NonNullable<Card['pressing']>): string {
  const shape = shapeOfClock(pressing);
  return shape === 'running' ? '' : shape === 'due-soon' || shape === 'lapsed' ? 'warn' : 'bad';
}
