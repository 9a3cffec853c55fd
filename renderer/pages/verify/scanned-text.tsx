import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SummaryVerified } from '../../../domain/bridge/verify-replies';
import { call } from '../../bridge/client';
import { hasCommand } from '../../components/command-key';
import { Button, TextArea } from '../../components/controls';
import { ErrorNotice } from '../../features/record/error-notice';
import { ScannedResult } from './scanned-result';

/** Checks the text that a scanner read from the QR code of a public sheet or label. */
export function ScannedText({ trustRevision }: { readonly trustRevision: number }) {
  const { t } = useTranslation();
  const [text, setText] = useState('');
  const [checked, setChecked] = useState<{ readonly reply: SummaryVerified; readonly trusted: number } | null>(null);
  const [failure, setFailure] = useState<unknown>(null);
  const check = (): void => {
    if (text.trim() === '') return;
    setFailure(null);
    setChecked(null);
    call('summary.verify', { text }).then((reply) => setChecked({ reply, trusted: trustRevision }), setFailure);
  };
  return (
    <section className="panel">
      <header>
        <h2>{t('scan.title')}</h2>
      </header>
      <form
        className="body scanned"
        onSubmit={(event) => {
          event.preventDefault();
          check();
        }}
      >
        <TextArea
          label={t('scan.text')}
          hint={t('scan.hint')}
          rows={3}
          spellCheck={false}
          value={text}
          onChange={(event) => {
            setText(event.target.value);
            setChecked(null);
          }}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && hasCommand(event)) check();
          }}
        />
        <Button look="primary" type="submit" disabled={text.trim() === ''}>
          {t('scan.run')}
        </Button>
        {failure === null ? null : <ErrorNotice error={failure} />}
        {/* A verdict holds for the trust list it was given under. */}
        {checked === null || checked.trusted !== trustRevision ? null : <ScannedResult reply={checked.reply} />}
      </form>
    </section>
  );
}
