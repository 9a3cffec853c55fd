import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { RegistrationNo } from '../../../domain/elevator/elevator';
import { useTwinWords } from '../../features/record/use-twin-words';

interface QuestionProps {
  readonly typed: string;
  readonly twins: readonly RegistrationNo[];
  readonly apart: boolean;
  readonly problem: string | undefined;
  readonly onApart: (apart: boolean) => void;
}

/** A number that is nearly a registered one: the same elevator, to be opened, or another one, to be registered. */
export function TwinQuestion({ typed, twins, apart, problem, onApart }: QuestionProps) {
  const { t } = useTranslation();
  const differ = useTwinWords();
  return (
    <div
      className="notice warn twin-question"
      role="group"
      aria-label={t('register.twins.question')}
      data-invalid={problem === undefined ? undefined : true}
    >
      <div>
        {twins.map((known) => (
          <p key={known}>
            {t('register.twins.differs', { known, differences: differ(typed, known) })}{' '}
            <Link href={`/elevator/${encodeURIComponent(known)}`}>{t('register.twins.same', { known })}</Link>
          </p>
        ))}
        <label>
          <input type="checkbox" checked={apart} onChange={(event) => onApart(event.target.checked)} />{' '}
          {t('register.twins.another')}
        </label>
        {problem === undefined ? null : (
          <div className="small bad" role="alert">
            {problem}
          </div>
        )}
      </div>
    </div>
  );
}
