import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Confirmation, ConfirmationAct } from '../../../domain/confirmation/confirmation';
import { readStrokes } from '../../../domain/confirmation/strokes';
import { confirmedOf, isConfirmed, versionOf } from '../../../domain/record/confirmation-of';
import type { Recorded } from '../../../domain/record/dossier';
import { recordNoOf } from '../../../domain/record/record-id';
import { termsOf } from '../../../domain/terms/terms-of';
import type { Visit } from '../../../domain/visit/visit';
import { Button } from '../../components/controls';
import { StatusMark } from '../../components/status-mark';
import { capital } from '../../i18n/term-words';
import { useAppState } from '../../session/app-state';
import { ConfirmDialog } from './confirm-dialog';
import { Strokes } from './strokes';

interface FactsProps {
  readonly visit: Recorded<Visit>;
  readonly said: readonly Recorded<Confirmation>[];
}

const HASH_SHOWN = 16;

/** How a visit stands with the user unit, what was said of it in turn, and the ways to say more. */
export function ConfirmationFacts({ visit, said }: FactsProps) {
  const { t } = useTranslation();
  const { locale, readOnly } = useAppState();
  const [act, setAct] = useState<ConfirmationAct | null>(null);
  const { state } = confirmedOf(visit, said);
  const name = termsOf(locale).confirmationState[state];
  const who = state === 'as-recorded' ? `${t('elevator.listComma')}${visit.value.confirmedBy}` : '';
  return (
    <section className="confirmation" aria-label={t('confirmations.detail.title')}>
      <h3 className="small">{t('confirmations.detail.title')}</h3>
      <StatusMark shape={isConfirmed(state) ? 'met' : 'no-data'} word={`${capital(name)}${who}`} />
      {said.length === 0 ? null : (
        <ul className="small">
          {said.map((one) => (
            <SaidLine key={one.id} record={one} isEarlier={one.value.version !== versionOf(visit)} />
          ))}
        </ul>
      )}
      {visit.withdrawn === true ? null : (
        <div className="actions">
          {(['given', 'refused', 'asked'] as const).map((one) => (
            <Button key={one} look="small" disabled={readOnly} onClick={() => setAct(one)}>
              {t(`confirmations.${one}.save`)}
            </Button>
          ))}
        </div>
      )}
      {act === null ? null : <ConfirmOne act={act} visit={visit} onClose={() => setAct(null)} />}
    </section>
  );
}

interface OneProps extends Pick<FactsProps, 'visit'> {
  readonly act: ConfirmationAct;
  readonly onClose: () => void;
}

function ConfirmOne({ act, visit, onClose }: OneProps) {
  const [visits] = useState([visit]);
  return <ConfirmDialog act={act} visits={visits} onClose={onClose} />;
}

interface LineProps {
  readonly record: Recorded<Confirmation>;
  /** It was said of the visit before it was corrected. */
  readonly isEarlier: boolean;
}

function SaidLine({ record, isEarlier }: LineProps) {
  const { t } = useTranslation();
  const { locale } = useAppState();
  const terms = termsOf(locale);
  const { act, on, at, by, how, reason, document, hash, drawn } = record.value;
  const strokes = drawn === undefined ? null : readStrokes(drawn);
  const parts = [
    t('confirmations.detail.line', {
      date: at === undefined ? on : `${on} ${at}`,
      by,
      act: terms.confirmationAct[act],
    }),
    how === undefined ? undefined : terms.confirmationWay[how],
    reason,
    document,
    isEarlier ? t('confirmations.detail.earlier') : undefined,
  ];
  return (
    <li>
      {parts.filter((part) => part !== undefined).join(t('elevator.listComma'))}{' '}
      <span className="muted" title={hash}>
        {t('doubts.entered', {
          recordNo: recordNoOf(record.id),
          at: record.at.slice(0, 16).replace('T', ' '),
          author: record.author === '' ? terms.unsigned : record.author,
        })}{' '}
        {t('confirmations.detail.bound')} <code>{hash.slice(0, HASH_SHOWN)}</code>
      </span>
      {strokes === null ? null : (
        <div className="signature-shown" role="img" aria-label={t('confirmations.detail.signature', { by })}>
          <Strokes strokes={strokes} />
        </div>
      )}
    </li>
  );
}
