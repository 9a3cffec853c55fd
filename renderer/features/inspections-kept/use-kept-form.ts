import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { InspectionsKept } from '../../../domain/record/inspections-kept';
import { useRecordForm } from '../../components/use-record-form';
import { useAppState } from '../../session/app-state';
import { keptForm, keptOf, keptProblem } from './kept-form';

/** The answer being given, from `kept` on; an answer that says nothing new is not written again. */
export function useKeptForm(kept: InspectionsKept | null, onSaved: () => void) {
  const { t } = useTranslation();
  const { mutate, readOnly } = useAppState();
  const texts = useState(() => keptForm(kept));
  const answer = keptOf(texts[0]);
  const problem = keptProblem(texts[0]);
  return useRecordForm({
    texts,
    problems: problem === null ? {} : { answer: problem },
    words: (code) => t(`kept.problems.${code}`),
    locked: readOnly,
    write: async () => {
      const isSame = JSON.stringify(answer) === JSON.stringify(keptOf(keptForm(kept)));
      if (answer !== null && !isSame) await mutate('inspections.keep', { kept: answer });
      else onSaved();
    },
    onSaved,
  });
}
