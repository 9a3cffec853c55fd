import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { RULE_STATUSES, VERDICTS } from '../../../domain/audit/verdict';
import { USE_STATES } from '../../../domain/headline/use';
import { HEADLINE_WORDS, SIGNATURE_VERDICTS } from '../../../domain/terms/signature-verdict';
import { termsOf } from '../../../domain/terms/terms-of';
import { StatusMark, type Shape } from '../../components/status-mark';
import { USE_SHAPES } from '../../components/use-mark';
import { WeightTag } from '../../components/weight-tag';
import { RESULT_SHAPES } from '../../features/verification/result-shapes';
import { capital } from '../../i18n/term-words';
import { useAppState } from '../../session/app-state';

/** What is said of an elevator, an interval and a file, in the words and shapes of the pages, and what each says. */
export function Meanings() {
  const { t } = useTranslation();
  const { locale } = useAppState();
  const terms = termsOf(locale);
  const mark = (shape: Shape, word: string): ReactNode => <StatusMark shape={shape} word={capital(word)} />;
  return (
    <div className="help-jobs">
      <List
        title={t('help.means.use.title')}
        lines={USE_STATES.map((state) => [
          state,
          mark(USE_SHAPES[state], state === 'retired' ? terms.retired : terms.use[state]),
          t(`help.means.use.${state}`),
        ])}
      />
      <List
        title={t('help.means.verdict.title')}
        lines={VERDICTS.map((verdict) => [
          verdict,
          mark(verdict, terms.verdict[verdict]),
          t(`help.means.verdict.${verdict}`),
        ])}
      />
      <List
        title={t('help.means.status.title')}
        lines={RULE_STATUSES.map((status) => [
          status,
          mark(status, terms.ruleStatus[status]),
          t(`help.means.status.${status}`),
        ])}
      />
      <List
        title={t('help.means.weight')}
        lines={(['law', 'reading', 'unverified'] as const).map((weight) => [
          weight,
          <WeightTag key={weight} weight={weight} />,
          t(`confidence.${weight}`),
        ])}
      />
      <List
        title={t('help.means.files')}
        lines={SIGNATURE_VERDICTS.map((verdict) => {
          const { headline, step } = HEADLINE_WORDS[locale][verdict];
          return [
            verdict,
            mark(RESULT_SHAPES[verdict], terms.signatureVerdict[verdict]),
            `${headline}${t('help.stop')}${step}`,
          ];
        })}
      />
    </div>
  );
}

function List({
  title,
  lines,
}: {
  readonly title: string;
  readonly lines: readonly (readonly [key: string, mark: ReactNode, says: string])[];
}) {
  return (
    <section className="panel help-list">
      <header>
        <h2>{title}</h2>
      </header>
      <dl>
        {lines.map(([key, mark, says]) => (
          <div key={key}>
            <dt>{mark}</dt>
            <dd>{says}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
