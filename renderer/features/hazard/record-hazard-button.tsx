import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import type { Elevator } from '../../../domain/elevator/elevator';
import { recordIdOf } from '../../../domain/record/entry';
import { Button } from '../../components/controls';
import { useAppState } from '../../session/app-state';
import { FindHazardDialog, type Finding } from './find-hazard-dialog';
import { hazardPath } from './hazard-path';

interface RecordProps {
  readonly elevator: Elevator;
  /** Null = found by hand. */
  readonly finding: Finding | null;
  readonly className?: string;
}

/** Opens the dialogue that records a hazard; once recorded, its own page. */
export function RecordHazardButton({ elevator, finding, className = '' }: RecordProps) {
  const { t } = useTranslation();
  const { readOnly, pack } = useAppState();
  const [, navigate] = useLocation();
  const [open, setOpen] = useState(false);
  const { registrationNo } = elevator;
  return (
    <>
      <Button
        look="small"
        className={className}
        disabled={readOnly || pack.hazards === undefined}
        onClick={() => setOpen(true)}
      >
        {t('hazard.record')}
      </Button>
      {open ? (
        <FindHazardDialog
          elevator={elevator}
          finding={finding}
          onClose={() => setOpen(false)}
          onFound={(entry) => navigate(hazardPath({ registrationNo, id: recordIdOf(entry, 0) }))}
        />
      ) : null}
    </>
  );
}
