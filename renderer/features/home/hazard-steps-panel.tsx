import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { HazardCard } from '../../../domain/fleet/hazard-card';
import { estateOf } from '../../components/elevator-place';
import { ClockMark } from '../hazard/clock-mark';
import { hazardPath } from '../hazard/hazard-path';
import { lateHazards } from './home-lists';
import { Figure, HOME_ROWS, HomePanel } from './home-panel';

interface PanelProps {
  readonly title: string;
  readonly none: string;
  /** All of the board. */
  readonly cards: readonly HazardCard[];
  /** Those listed. */
  readonly owed: readonly HazardCard[];
  /** With the figure of all hazards that are late. */
  readonly tellsLate?: true;
}

/** Hazards whose next step is for somebody, each with its clock; every line leads to the hazard. */
export function HazardStepsPanel({ title, none, cards, owed, tellsLate }: PanelProps) {
  const { t } = useTranslation();
  const late = lateHazards(cards);
  return (
    <HomePanel
      title={`${title} ${owed.length}`}
      none={owed.length === 0 ? none : null}
      more={{ count: owed.length - HOME_ROWS, href: '/hazards' }}
      figures={
        tellsLate !== true ? undefined : (
          <Figure href="/hazards?clock=overdue" count={late} tone="bad">
            {t('home.hazards.late', { count: late })}
          </Figure>
        )
      }
    >
      <table className="list">
        <tbody>
          {owed.slice(0, HOME_ROWS).map((card) => (
            <tr key={card.id}>
              <td className="whole">{card.pressing === null ? null : <ClockMark clock={card.pressing} />}</td>
              <td className="whole">
                {estateOf(card.place.address)} {card.place.internalNo}
              </td>
              <td className="cut" title={card.what}>
                <Link href={hazardPath(card)}>{card.what}</Link>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </HomePanel>
  );
}
