import { useTranslation } from 'react-i18next';
import type { HazardClock } from '../../../domain/risk/hazard-clock';
import { StatusMark, type Shape } from '../../components/status-mark';

/** What of a clock is told in a few words. */
export type ShownClock = Pick<HazardClock, 'step' | 'status' | 'daysLeft' | 'ground'>;

const SHAPES: Readonly<Record<HazardClock['status'], Shape>> = {
  now: 'refused',
  overdue: 'overdue',
  'due-soon': 'due-soon',
  running: 'running',
  'no-deadline': 'running',
};

/** The house's own days breach nothing: what they say is told as late, never as overdue. */
export function shapeOfClock({ status, ground }: Pick<HazardClock, 'status' | 'ground'>): Shape {
  const own = ground === 'settings' || ground === 'default';
  return own && status === 'overdue' ? 'lapsed' : SHAPES[status];
}

/** How a clock stands: the step it is for, and the days left or past. */
export function ClockMark({ clock }: { readonly clock: ShownClock }) {
  return <StatusMark shape={shapeOfClock(clock)} word={useClockWords()(clock)} />;
}

export function useClockWords(): (clock: ShownClock) => string {
  const { t } = useTranslation();
  return ({ step, status, daysLeft }) => {
    const act = t(`hazard.clockSteps.${step}`);
    if (status === 'now') return t('hazard.clock.now');
    if (daysLeft === null) return t('hazard.clock.noDeadline', { act });
    if (daysLeft === 0) return t('hazard.clock.today', { act });
    return t(daysLeft < 0 ? 'hazard.clock.over' : 'hazard.clock.left', { act, count: Math.abs(daysLeft) });
  };
}
