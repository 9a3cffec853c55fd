import { Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Segments } from '../../components/controls';
import { usePageKeys } from '../../session/page-keys';
import { askedAmong, useAsked } from '../../session/use-asked';
import { About } from './about';
import { Clauses } from './clauses';
import { Glossary } from './glossary';
import { Handbook } from './handbook';
import { Meanings } from './meanings';
import './help-page.css';

const PARTS = ['handbook', 'meanings', 'terms', 'clauses', 'about'] as const;
type Part = (typeof PARTS)[number];

const SHOWN: Readonly<Record<Part, () => React.JSX.Element>> = {
  handbook: Handbook,
  meanings: Meanings,
  terms: Glossary,
  clauses: Clauses,
  about: About,
};

/** How the three jobs are done, what the words mean, which clauses are behind them, and what the program is made of. */
export function HelpPage() {
  const { t } = useTranslation();
  const asked = useAsked();
  const [part, setPart] = useState<Part>(askedAmong(asked('part'), PARTS) ?? 'handbook');
  usePageKeys(
    PARTS.map((one, index) => ({
      keys: String(index + 1),
      word: index === 0 ? t('help.keys.part') : '',
      ...(index === 0 ? { caption: '1 … 5' } : { unshown: true as const }),
      run: () => setPart(one),
    })),
  );
  const Shown = SHOWN[part];
  return (
    <>
      <div className="page-head">
        <h1>{t('nav.help')}</h1>
        <Segments
          label={t('help.parts.label')}
          value={part}
          options={PARTS.map((value) => ({ value, text: t(`help.parts.${value}`) }))}
          onChange={setPart}
        />
      </div>
      <Suspense fallback={<div className="busy-line" />}>
        <Shown />
      </Suspense>
    </>
  );
}
