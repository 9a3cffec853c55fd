import { useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'wouter';
import type { IdentityInfo, ReportListed, ReportMade } from '../../../domain/bridge/replies';
import { isCivilDate, type CivilDate } from '../../../domain/calendar/civil-date';
import type { RegistrationNo } from '../../../domain/elevator/elevator';
import type { Locale } from '../../../domain/pack/rule-pack';
import { BridgeError } from '../../../domain/bridge/errors';
import { call } from '../../bridge/client';
import { Button, Segments, SelectField, TextField } from '../../components/controls';
import { saveFile } from '../../components/save-file';
import { StatusMark, type Shape } from '../../components/status-mark';
import { longDate } from '../../i18n/dates';
import { useAppState } from '../../state/app-state';
import { ErrorNotice } from '../../state/error-notice';
import { useElevatorChoices } from '../../state/use-elevators';

async function saveReport(reportId: string): Promise<void> {
  const { fileName, bytes } = await call('report.read', { reportId });
  saveFile(fileName, bytes, 'application/pdf');
}

export function ReportsPage() {
  const { t } = useTranslation();
  const { revision } = useAppState();
  const [failure, setFailure] = useState<unknown>(null);
  const [reports, setReports] = useState<readonly ReportListed[] | null>(null);
  useEffect(() => {
    if (revision > 0) call('report.list', {}).then(setReports, setFailure);
  }, [revision]);
  return (
    <>
      <h1>{t('reports.title')}</h1>
      {failure === null ? null : <ErrorNotice error={failure} />}
      <MakeReport onFailure={setFailure} />
      <section className="panel">
        <header>
          <h2>{t('reports.list')}</h2>
        </header>
        {reports === null || reports.length === 0 ? (
          <div className="empty">{t('reports.none')}</div>
        ) : (
          <ReportList reports={reports} onFailure={setFailure} />
        )}
      </section>
    </>
  );
}

function ReportList({
  reports,
  onFailure,
}: {
  readonly reports: readonly ReportListed[];
  readonly onFailure: (error: unknown) => void;
}) {
  const { t } = useTranslation();
  const { locale } = useAppState();
  return (
    <table className="list">
      <thead>
        <tr>
          {(['number', 'elevator', 'period', 'verdict', 'madeAt', 'file'] as const).map((column) => (
            <th key={column}>{t(`reports.columns.${column}`)}</th>
          ))}
        </tr>
      </thead>
      <tbody>
        {reports.map((report) => (
          <tr key={report.reportId}>
            <td>{report.number}</td>
            <td className="no-space">
              <Link href={`/elevator/${encodeURIComponent(report.registrationNo)}`}>{report.registrationNo}</Link>
            </td>
            <td>
              {longDate(report.period.from, locale)} – {longDate(report.period.to, locale)}
            </td>
            <td>
              <StatusMark shape={report.verdict as Shape} word={t(`verdict.${report.verdict}`)} />
            </td>
            <td>{report.madeAt.slice(0, 16).replace('T', ' ')}</td>
            <td>
              {report.present ? (
                <Button look="link" onClick={() => saveReport(report.reportId).catch(onFailure)}>
                  {t('reports.save')}
                </Button>
              ) : (
                <span className="warn">{t('reports.missing')}</span>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function MakeReport({ onFailure }: { readonly onFailure: (error: unknown) => void }) {
  const { t } = useTranslation();
  const state = useAppState();
  const [params] = useSearchParams();
  const wanted = useMemo(
    () => (params.get('for') ?? '').split(',').filter((part) => part !== ''),
    [params],
  ) as RegistrationNo[];
  const [text, setText] = useState('');
  const choices = useElevatorChoices(text, state.revision);
  const [chosen, setChosen] = useState<readonly RegistrationNo[]>(wanted);
  const [from, setFrom] = useState<string>(state.period.from);
  const [to, setTo] = useState<string>(state.period.to);
  const [locale, setLocale] = useState<Locale>(state.locale);
  const [identities, setIdentities] = useState<readonly IdentityInfo[] | null>(null);
  const [identityId, setIdentityId] = useState('');
  const [passphrase, setPassphrase] = useState('');
  const [progress, setProgress] = useState<string | null>(null);
  const [made, setMade] = useState<readonly ReportMade[]>([]);
  const running = useRef<AbortController | null>(null);
  useEffect(() => {
    call('identity.list', {}).then((list) => {
      setIdentities(list);
      setIdentityId((before) => before || (list[0]?.identityId ?? ''));
    }, onFailure);
  }, [onFailure]);
  const { asOf } = state;
  const sound = isCivilDate(from) && isCivilDate(to) && from <= to && to <= asOf;
  const ready =
    sound && chosen.length > 0 && identityId !== '' && passphrase !== '' && progress === null && !state.readOnly;

  const run = async (): Promise<void> => {
    if (!ready) return;
    const controller = (running.current = new AbortController());
    setMade([]);
    onFailure(null);
    try {
      for (const [index, registrationNo] of chosen.entries()) {
        const report = await state.mutate(
          'report.make',
          {
            registrationNo,
            kind: 'compliance',
            locale,
            asOf,
            period: { from: from as CivilDate, to: to as CivilDate },
            identityId,
            passphrase,
          },
          {
            signal: controller.signal,
            onProgress: ({ stage }) =>
              setProgress(
                t('reports.progress', { done: index + 1, total: chosen.length, stage: t(`reports.stage.${stage}`) }),
              ),
          },
        );
        setMade((before) => [...before, report]);
      }
    } catch (error) {
      onFailure(error instanceof BridgeError && error.code === 'cancelled' ? null : error);
    } finally {
      setProgress(null);
      setPassphrase('');
    }
  };
  if (identities?.length === 0)
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
      <form
        className="body"
        style={{ display: 'grid', gap: 12 }}
        onSubmit={(event) => {
          event.preventDefault();
          void run();
        }}
      >
        <div className="form-grid">
          {wanted.length > 1 ? (
            <div className="field">
              <span className="label">{t('reports.elevator')}</span>
              <span>{t('reports.several', { count: chosen.length })}</span>
            </div>
          ) : (
            <TextField
              label={t('reports.elevator')}
              list="report-elevators"
              placeholder={t('reports.which')}
              value={text || (chosen[0] ?? '')}
              onChange={(event) => {
                setText(event.target.value);
                setChosen(event.target.value === '' ? [] : [event.target.value as RegistrationNo]);
              }}
              onBlur={() => {
                const [only] = choices;
                if (only !== undefined && text !== '') setChosen([only.registrationNo]);
                setText('');
              }}
            />
          )}
          <datalist id="report-elevators">
            {choices.slice(0, 12).map((elevator) => (
              <option key={elevator.registrationNo} value={elevator.registrationNo}>
                {elevator.address} {elevator.internalNo}
              </option>
            ))}
          </datalist>
          <TextField
            label={t('reports.from')}
            value={from}
            onChange={(event) => setFrom(event.target.value)}
            problem={sound ? undefined : t('reports.badPeriod')}
          />
          <TextField label={t('reports.to')} value={to} onChange={(event) => setTo(event.target.value)} />
          <TextField label={t('reports.asOf')} value={asOf} readOnly />
          <SelectField
            label={t('reports.identity')}
            value={identityId}
            onChange={(event) => setIdentityId(event.target.value)}
            options={(identities ?? []).map((identity) => ({
              value: identity.identityId,
              text: `${identity.organisation} (${identity.fingerprint.slice(0, 8)})`,
            }))}
          />
          <TextField
            label={t('reports.passphrase')}
            type="password"
            autoComplete="off"
            hint={t('reports.passphraseHint')}
            value={passphrase}
            onChange={(event) => setPassphrase(event.target.value)}
          />
          <div className="field">
            <span className="label">{t('reports.locale')}</span>
            <Segments
              label={t('reports.locale')}
              value={locale}
              onChange={setLocale}
              options={[
                { value: 'zh-CN', text: t('reports.zh') },
                { value: 'en', text: t('reports.en') },
              ]}
            />
          </div>
        </div>
        <div style={{ display: 'flex', gap: 12, alignItems: 'center' }}>
          <Button look="primary" type="submit" disabled={!ready}>
            {t('reports.run')}
          </Button>
          {progress === null ? null : (
            <>
              <span role="status">{progress}</span>
              <progress value={made.length} max={chosen.length} />
              <Button onClick={() => running.current?.abort()}>{t('common.cancel')}</Button>
            </>
          )}
        </div>
        {made.map((report) => (
          <div key={report.reportId} className="notice" role="status">
            {t('reports.made', { number: report.number, pages: report.pages, verdict: t(`verdict.${report.verdict}`) })}
            <Button look="small" onClick={() => saveReport(report.reportId).catch(onFailure)}>
              {t('reports.save')}
            </Button>
          </div>
        ))}
      </form>
    </section>
  );
}
