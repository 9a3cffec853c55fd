import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { termsOf } from '../../../domain/terms/terms-of';
import { Button } from '../../components/controls';
import { StatusShape } from '../../components/status-mark';
import { longDate } from '../../i18n/dates';
import { capital } from '../../i18n/term-words';
import { useAppState } from '../../session/app-state';
import type { Judgement } from './elevator-judgement';
import { lateRecordsOf, unauditedBefore } from './head-model';
import { showRecord } from './show-record';

/** When the records were written down, and what the verdict would be without what came late. */
export function EntryPanel({ judgement }: { readonly judgement: Judgement }) {
  const { t } = useTranslation();
  const { locale } = useAppState();
  const terms = termsOf(locale);
  const { entry, audit } = judgement.headline;
  const { direct, late, imported, worstDaysLate, verdictWithoutLate } = entry;
  const since = unauditedBefore(judgement.dossier);
  const none = direct + late + imported === 0;
  return (
    <section className="answer" aria-label={t('head.entry')}>
      <h2>{t('head.entry')}</h2>
      <p className={`word ${late > 0 ? 'warn' : 'muted quiet'}`}>
        <StatusShape shape={late > 0 ? 'lapsed' : none ? 'no-data' : 'met'} />
        {late > 0 ? t('head.late', { count: late }) : t(none ? 'head.noEntries' : 'head.nothingLate')}
      </p>
      {none ? null : (
        <p className="small">
          {[
            `${capital(terms.entry.direct)} ${direct}`,
            ...(worstDaysLate === null ? [] : [t('head.worst', { count: late, worst: worstDaysLate })]),
            `${terms.entry.imported} ${imported}`,
          ].join(t('head.comma'))}
        </p>
      )}
      {verdictWithoutLate === null || verdictWithoutLate === audit.verdict ? null : (
        <p className="warn">
          <strong>{t('head.withoutLate', { verdict: terms.verdict[verdictWithoutLate] })}</strong>
        </p>
      )}
      <LateList judgement={judgement} />
      {since === null ? null : (
        <p className="small muted">{t('head.recordsFrom', { date: longDate(since, locale) })}</p>
      )}
    </section>
  );
}

/** Listed before the rest is asked for. */
const LISTED = 3;

function LateList({ judgement }: { readonly judgement: Judgement }) {
  const { t } = useTranslation();
  const { asOf, locale } = useAppState();
  const [whole, setWhole] = useState(false);
  const terms = termsOf(locale);
  const { dossier, question, headline } = judgement;
  const count = headline.entry.late;
  const late = useMemo(() => lateRecordsOf(dossier, question.entry, asOf, count), [dossier, question, asOf, count]);
  if (late.length === 0) return null;
  return (
    <ul>
      {(whole ? late : late.slice(0, LISTED)).map(({ id, what, on, days, bySourceTable }) => (
        <li key={id}>
          <Button look="link" onClick={() => showRecord(id)}>
            {longDate(on, locale)} {t(`head.lateOf.${what}`)}
          </Button>{' '}
          <span>
            {terms.entry.late(days)}
            {bySourceTable ? `${t('head.comma')}${terms.bySourceTable}` : ''}
          </span>
        </li>
      ))}
      {whole || late.length <= LISTED ? null : (
        <li>
          <Button look="link" onClick={() => setWhole(true)}>
            {t('head.moreLate', { count: late.length - LISTED })}
          </Button>
        </li>
      )}
    </ul>
  );
}
