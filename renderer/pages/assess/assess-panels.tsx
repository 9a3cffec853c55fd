import { useTranslation } from 'react-i18next';
import type { AssessmentList } from '../../../domain/pack/hazard-criteria';
import { WeightTag } from '../../components/weight-tag';
import { Segments, SelectField, TextArea, TextField as Field } from '../../components/controls';
import { DateField } from '../../components/date-field';
import { useAppState } from '../../session/app-state';
import type { AssessmentDraft, AssessmentProblem, TextField } from './assessment-draft';

interface PanelProps {
  readonly draft: AssessmentDraft;
  readonly list: AssessmentList;
  readonly problems: readonly AssessmentProblem[];
  readonly onChange: (change: Partial<AssessmentDraft>) => void;
}

function useTold(problems: readonly AssessmentProblem[]) {
  const { t } = useTranslation();
  return (field: TextField | 'conclusion'): string | undefined => {
    const found = problems.find((problem) => problem.field === field);
    return found === undefined ? undefined : t(`assess.problems.${found.code}`);
  };
}

/** When, by whom and by which list; what the list itself is worth stands below it. */
export function SubjectPanel({
  draft,
  lists,
  list,
  problems,
  onChange,
}: PanelProps & { readonly lists: readonly AssessmentList[] }) {
  const { t } = useTranslation();
  const { say } = useAppState();
  const told = useTold(problems);
  return (
    <section className="panel">
      <div className="body assess-subject">
        <SelectField
          label={t('assess.list')}
          value={list.id}
          onChange={(event) => onChange({ listId: event.target.value })}
          options={lists.map(({ id, title }) => ({ value: id, text: say(title) }))}
        />
        <DateField
          label={t('assess.date')}
          value={draft.date}
          onValue={(date) => onChange({ date })}
          problem={told('date')}
        />
        {(['by', 'reportNo', 'members'] as const).map((field) => (
          <Field
            key={field}
            label={t(`assess.fields.${field}`)}
            value={draft[field]}
            onChange={(event) => onChange({ [field]: event.target.value })}
            problem={told(field)}
          />
        ))}
      </div>
      <details className="none small">
        <summary>
          <WeightTag weight={list.confidence} /> {t('assess.aboutList')}
        </summary>
        {say(list.note)}
      </details>
    </section>
  );
}

/** The outcome in words of local practice; a grade only as the body states it. */
export function ConclusionPanel({ draft, list, problems, onChange }: PanelProps) {
  const { t } = useTranslation();
  const { say } = useAppState();
  const told = useTold(problems);
  const field = (name: 'scheme' | 'grade' | 'direction') => (
    <Field
      label={t(`assess.fields.${name}`)}
      value={draft[name]}
      onChange={(event) => onChange({ [name]: event.target.value })}
      problem={told(name)}
    />
  );
  return (
    <section className="panel">
      <header>
        <h2>{t('assess.conclusion')}</h2>
      </header>
      <div className="body assess-conclusion">
        <Segments
          label={t('assess.conclusion')}
          value={draft.conclusion}
          options={list.conclusions.map(({ id, title }) => ({ value: id, text: say(title) }))}
          onChange={(conclusion) => onChange({ conclusion })}
        />
        {told('conclusion') === undefined ? null : (
          <div className="bad small" role="alert">
            {told('conclusion')}
          </div>
        )}
        <TextArea
          label={t('assess.fields.reasons')}
          value={draft.reasons}
          onChange={(event) => onChange({ reasons: event.target.value })}
          problem={told('reasons')}
        />
        <p className="small muted">{t('assess.gradeHint')}</p>
        <div className="form-grid">
          {field('scheme')}
          {field('grade')}
          {field('direction')}
          <DateField
            label={t('assess.fields.nextBy')}
            value={draft.nextBy}
            onValue={(nextBy) => onChange({ nextBy })}
            problem={told('nextBy')}
          />
        </div>
        <Field
          label={t('assess.fields.note')}
          value={draft.note}
          onChange={(event) => onChange({ note: event.target.value })}
          problem={told('note')}
        />
      </div>
    </section>
  );
}
