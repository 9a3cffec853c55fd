import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { RegistrationNo } from '../../../domain/elevator/elevator';
import { REPORT_KINDS, type ReportKind } from '../../../domain/record/paper-kind';
import { useAppState } from '../../session/app-state';
import { Button, SelectField, TextField } from '../../components/controls';
import { verdictWord } from '../../i18n/term-words';
import { ErrorNotice } from '../../features/record/error-notice';
import { SigningFields } from '../../features/signing/signing-fields';
import { saveReport } from './save-report';
import { Statement } from './statement';
import { useReportForm } from './use-report-form';

/** Asks for a report and shows what was made. The verdict is the Node side's own; nothing of it is sent from here. */
export function MakeReport({ onFailure }: { readonly onFailure: (error: unknown) => void }) {
  const { t } = useTranslation();
  const { locale } = useAppState();
  const form = useReportForm(onFailure);
  const { chosen, signing, made, progress, saving } = form;
  if (signing.identities?.length === 0)
    return (
      <div className="notice">
        {t('reports.noIdentity')} <Link href="/settings">{t('reports.toSettings')}</Link>
      </div>
    );
  return (
    <section className="panel">
      <header>
        <h2>{t('reports.make')}</h2>
      </header>
      {signing.failure === null ? null : <ErrorNotice error={signing.failure} />}
      <form
        className="body"
        style={{ display: 'grid', gap: 12 }}
        onSubmit={(event) => {
          event.preventDefault();
          saving.submit();
        }}
      >
        <ReportFields form={form} />
        <SigningFields form={signing} passphraseProblem={saving.told('passphrase')} />
        <div style={{ display: 'flex', gap: 12, alignItems: 'center' }}>
          <Button look="primary" type="submit" disabled={saving.locked} busy={saving.busy}>
            {t('reports.run')}
          </Button>
          {progress === null ? null : (
            <>
              <span role="status">{progress}</span>
              <progress value={made.length} max={chosen.length} />
              <Button onClick={saving.cancel}>{t('common.cancel')}</Button>
            </>
          )}
        </div>
        {made.map((report) => (
          <div key={report.reportId} className="notice" role="status">
            {t('reports.made', {
              number: report.number,
              pages: report.pages,
              verdict: verdictWord(report.verdict, locale),
            })}
            <Statement stated={report} verdictToo={false} />
            <Button look="small" onClick={() => saveReport(report.reportId).catch(onFailure)}>
              {t('reports.save')}
            </Button>
          </div>
        ))}
      </form>
    </section>
  );
}

function ReportFields({ form }: { readonly form: ReturnType<typeof useReportForm> }) {
  const { t } = useTranslation();
  const { asOf, chooseTyped, choices, chosen, from, setChosen, setFrom, setText, setTo, saving, text, to, wanted } =
    form;
  return (
    <div className="form-grid">
      {wanted.length > 1 ? (
        <div className="field">
          <span className="label">{t('reports.elevator')}</span>
          <span>{t('reports.several', { count: chosen.length })}</span>
        </div>
      ) : (
        <TextField
          label={t('reports.elevator')}
          className="no-space"
          list="report-elevators"
          placeholder={t('reports.which')}
          problem={saving.told('chosen')}
          value={text || (chosen[0] ?? '')}
          onChange={(event) => {
            setText(event.target.value);
            setChosen(event.target.value === '' ? [] : [event.target.value as RegistrationNo]);
          }}
          onBlur={chooseTyped}
        />
      )}
      <datalist id="report-elevators">
        {choices.map((elevator) => (
          <option key={elevator.registrationNo} value={elevator.registrationNo}>
            {elevator.address} {elevator.internalNo}
          </option>
        ))}
      </datalist>
      <SelectField
        label={t('reports.kind')}
        value={form.kind}
        onChange={(event) => form.setKind(event.target.value as ReportKind)}
        options={REPORT_KINDS.map((kind) => ({ value: kind, text: t(`reports.kinds.${kind}`) }))}
      />
      <TextField
        label={t('reports.from')}
        value={from}
        onChange={(event) => setFrom(event.target.value)}
        problem={saving.told('from')}
      />
      <TextField label={t('reports.to')} value={to} onChange={(event) => setTo(event.target.value)} />
      <TextField label={t('reports.asOf')} value={asOf} readOnly />
    </div>
  );
}
