import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../components/controls';
import { useAppState } from '../session/app-state';
import { KeptDialog } from '../features/inspections-kept/kept-dialog';

/** Asks once, after the first inspection was entered, for which elevators inspections are kept here; it stops nothing. */
export function InspectionsNotice() {
  const { t } = useTranslation();
  const { inspectionsKept, inspected, readOnly } = useAppState();
  const [isOpen, setIsOpen] = useState(false);
  const [isLater, setIsLater] = useState(false);
  if (inspectionsKept !== null || !inspected || readOnly || isLater) return null;
  return (
    <>
      <div className="notice" role="status">
        <span>{t('kept.notice')}</span>
        <Button look="small" onClick={() => setIsOpen(true)}>
          {t('kept.answer')}
        </Button>
        <Button look="small" onClick={() => setIsLater(true)}>
          {t('kept.later')}
        </Button>
      </div>
      {isOpen ? <KeptDialog onClose={() => setIsOpen(false)} /> : null}
    </>
  );
}
