import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AnswerToDoubt } from '../../../domain/doubt-answer/doubt-answer';
import type { LedgerDoubt } from '../../../domain/doubts/answered';
import { doubtQuestion, doubtSentence, type DoubtContext } from '../../../domain/explain/doubt-sentences';
import { termsOf } from '../../../domain/terms/terms-of';
import { SelectField, TextArea, TextField } from '../../components/controls';
import { DateField } from '../../components/date-field';
import { useRecordForm } from '../../components/use-record-form';
import { capital } from '../../i18n/term-words';
import { useAppState } from '../../session/app-state';
import { RecordDialog } from '../record/record-dialog';
import { answerForm, answerProblems, answersOf, answersOffered } from './answer-form';

interface DialogProps {
  readonly one: LedgerDoubt;
  readonly context: DoubtContext;
  readonly onClose: () => void;
}

/** What the free words of each answer are about. */
const SAYS = { explained: 'doubts.saysWhy', wrong: 'doubts.saysWrong', open: 'doubts.saysBack' } as const;

/** Answers a doubt: by what it is explained, or what of the records is wrong. */
export function AnswerDialog({ one, context, onClose }: DialogProps) {
  const { t } = useTranslation();
  const { locale, mutate, info, settings } = useAppState();
  const texts = useState(() => answerForm(settings.author, info.today));
  const [typed] = texts;
  const form = useRecordForm({
    texts,
    problems: answerProblems(typed, info.today),
    words: (code) => t(`doubts.problems.${code}`),
    write: () => mutate('doubt.answer', { answers: answersOf(one, typed) }),
    onSaved: onClose,
  });
  const { told } = form;
  const names = termsOf(locale).doubtAnswer;
  return (
    <RecordDialog
      title={t('doubts.answerTitle', { kind: termsOf(locale).doubtKind[one.doubt.kind] })}
      form={form}
      onClose={onClose}
    >
      <p>{doubtQuestion(one.doubt, context)}</p>
      <p className="small muted">{doubtSentence(one.doubt, context)}</p>
      <div className="form-grid">
        <SelectField
          label={t('doubtAnswerFields.answer')}
          value={typed.answer}
          onChange={(event) => form.set({ answer: event.target.value as AnswerToDoubt })}
          options={answersOffered(one).map((value) => ({ value, text: capital(names[value]) }))}
        />
        <DateField label={t('doubtAnswerFields.on')} value={typed.on} onValue={form.typed('on')} problem={told('on')} />
        {(['by', 'document'] as const).map((field) => (
          <TextField
            key={field}
            label={t(`doubtAnswerFields.${field}`)}
            value={typed[field]}
            onChange={(event) => form.typed(field)(event.target.value)}
            problem={told(field)}
          />
        ))}
      </div>
      <TextArea
        label={t(SAYS[typed.answer])}
        value={typed.says}
        autoFocus
        onChange={(event) => form.typed('says')(event.target.value)}
        problem={told('says')}
      />
      <p className="small muted">{t(typed.answer === 'wrong' ? 'doubts.wrongHint' : 'doubts.answerHint')}</p>
    </RecordDialog>
  );
}
