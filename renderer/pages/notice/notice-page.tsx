import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import { Button, Segments } from '../../components/controls';
import { BatchOutcome } from '../../features/signing/batch-outcome';
import { ElevatorPicker } from '../../features/elevator/elevator-picker';
import { ErrorNotice } from '../../features/record/error-notice';
import { usePageKeys } from '../../session/page-keys';
import { SigningFields } from '../../features/signing/signing-fields';
import { LabelFields } from './label-fields';
import './notice-page.css';
import { SHEET_FORMS } from './sheet-request';
import { useNotice } from './use-notice';

/** Makes the papers that hang in the car: public sheets or QR labels of the elevators chosen. */
export function NoticePage() {
  const { t } = useTranslation();
  const [, navigate] = useLocation();
  const notice = useNotice();
  const { chosen, saving } = notice;
  usePageKeys([
    { keys: 'Ctrl+Enter', word: t('notice.keys.run'), run: saving.submit },
    { keys: 'Escape', word: t('keys.back'), run: () => navigate('/') },
  ]);
  return (
    <div className="notice-page">
      <div className="page-head">
        <h1>{t('notice.title')}</h1>
        <span className="muted">{t('notice.subtitle')}</span>
        <span className="actions">
          <Button look="primary" keys="Ctrl Enter" disabled={saving.locked} busy={saving.busy} onClick={saving.submit}>
            {t('notice.run', { count: chosen.size })}
          </Button>
        </span>
      </div>
      {notice.failure === null ? null : <ErrorNotice error={notice.failure} />}
      <BatchOutcome run={notice.batch} onCancel={saving.cancel} />
      <PaperPanel notice={notice} />
      <ElevatorPicker chosen={chosen} onChosen={notice.setChosen} problem={saving.told('chosen')} />
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
        <SigningFields form={notice.signing} passphraseProblem={notice.saving.told('passphrase')} />
      </div>
    </section>
  );
}
