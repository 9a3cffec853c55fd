import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { OrderedFleet } from '../fleet/fleet-filter';
import { ErrorNotice } from '../record/error-notice';
import { useHomeFleet } from './use-home-fleet';

/** A home once the fleet is there; before that, that it is being read or why it cannot be. */
export function WithHomeFleet({ children }: { readonly children: (fleet: OrderedFleet) => ReactNode }) {
  const { t } = useTranslation();
  const { fleet, failure } = useHomeFleet();
  if (failure !== null) return <ErrorNotice error={failure} />;
  if (fleet !== null) return children(fleet);
  return (
    <div className="empty" role="status">
      {t('fleet.reading')}
    </div>
  );
}
