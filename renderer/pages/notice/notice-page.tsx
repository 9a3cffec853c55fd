import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import { MOST_SHEETS } from '../../../domain/bridge/limits';
import { Button, Segments } from '../../components/controls';
import { BatchOutcome } from '../../state/batch-outcome';
import { ElevatorPicker } from '../../state/elevator-picker';
import { ErrorNotice } from '../../state/error-notice';
import { usePageKeys } from '../../state/page-keys';
import { SigningFields } from '../../state/signing-fields';
import { LabelFields } from './label-fields';
import './notice-page.css';
import { SHEET_FORMS } from './sheet-request';
import { useNotice } from './use-notice';

/** Makes the papers that hang in the car: public sheets or QR labels of the elevators chosen. */
export function NoticePage() {
  const { t } = useTranslation();
  const [, navigate] = useLocation();
  const notice = useNotice();
  const { chosen, problem } = notice;
  usePageKeys([
    { keys: 'Ctrl+Enter', word: t('notice.keys.run'), run: notice.run },
    { keys: 'Escape', word: t('keys.back'), run: () => navigate('/') },
  ]);
  return (
    <div className="notice-page">
      <div className="page-head">
        <h1>{t('notice.title')}</h1>
        <span className="muted">{t('notice.subtitle')}</span>
        <span className="actions">
          <Button look="primary" keys="Ctrl Enter" disabled={!notice.able} onClick={notice.run}>
            {t('notice.run', { count: chosen.size })}
          </Button>
        </span>
      </div>
      {notice.failure === null ? null : <ErrorNotice error={notice.failure} />}
      <BatchOutcome run={notice.batch} />
      <PaperPanel notice={notice} />
      <ElevatorPicker
        elevators={notice.elevators}
        chosen={chosen}
        onChosen={notice.setChosen}
        problem={problem === null ? undefined : t(`notice.${problem}`, { count: chosen.size, most: MOST_SHEETS })}
      />
    </div>
  );
}

function PaperPanel({ notice }: { readonly notice: ReturnType<typeof useNotice> }) {
  const { t } = useTranslation();
  return (
    <section className="panel" aria-label={t('notice.make')}>
      <div className="body">
        <div className="field">
          <span className="label">{t('notice.form')}</span>
          <Segments
            label={t('notice.form')}
            value={notice.form}
            onChange={notice.setForm}
            options={SHEET_FORMS.map((form) => ({ value: form, text: t(`notice.forms.${form}`) }))}
          />
        </div>
        {notice.form === 'labels' ? <LabelFields form={notice.labels} onChange={notice.setLabels} /> : null}
        <SigningFields
          form={notice.signing}
          passphraseProblem={notice.passphraseMissing ? t('notice.needPassphrase') : undefined}
        />
      </div>
    </section>
  );
}
