import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../components/controls';
import { useAppState } from '../../session/app-state';
import { CountersignDialog } from './countersign-dialog';

interface CountersignButtonProps {
  readonly look: 'link' | 'small';
  readonly name: string;
  readonly read: () => Promise<Uint8Array>;
}

/** Opens the question by whom and for what a paper is signed. */
export function CountersignButton({ look, name, read }: CountersignButtonProps) {
  const { t } = useTranslation();
  const { readOnly } = useAppState();
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button look={look} disabled={readOnly} onClick={() => setOpen(true)}>
        {t('countersign.open')}
      </Button>
      {isOpen ? <CountersignDialog name={name} read={read} onClose={() => setOpen(false)} /> : null}
    </>
  );
}
