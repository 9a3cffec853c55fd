import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import { TASKS } from '../../../../domain/visit/visit';
import { usePageKeys, type PageKey } from '../../../session/page-keys';
import type { useRoundActs } from './use-round-acts';

type Acts = ReturnType<typeof useRoundActs>;

/** The keys of the round: of its rows, and of the items of the row that is open. */
export function useRoundKeys(acts: Acts): void {
  const { t } = useTranslation();
  const [, navigate] = useLocation();
  const { saving, open } = acts;
  const of = (work: (registrationNo: string) => void) => (): void => {
    if (acts.current !== undefined) work(acts.current.row.registrationNo);
  };
  const keysOfList = useListKeys(acts);
  usePageKeys([
    ...(acts.repeatCrew === null ? [] : [{ keys: 'R', word: t('visit.repeatCrew'), run: acts.repeatCrew }]),
    ...acts.suggested.map((name, index) => ({
      keys: `Ctrl+${index + 1}`,
      word: '',
      unshown: true as const,
      run: () => acts.addPerson(name),
    })),
    { keys: 'T', word: t('visit.keys.times'), run: focusFirstStart },
    ...keysOfList,
    ...TASKS.map((task, index): PageKey => {
      const run = of((registrationNo) => acts.change(registrationNo, () => ({ task })));
      const keys = String(index + 1);
      return index === 0
        ? { keys, word: t('round.keys.task'), caption: '1–4', run }
        : { keys, word: '', unshown: true, run };
    }),
    { keys: 'X', word: t('round.exceptions'), run: of(acts.toggle) },
    { keys: 'Delete', word: t('round.keys.takeOut'), run: of(acts.takeOut) },
    { keys: 'Alt+ArrowDown', word: '', unshown: true, run: of((no) => acts.move(no, 1)) },
    { keys: 'Alt+ArrowUp', word: '', unshown: true, run: of((no) => acts.move(no, -1)) },
    { keys: 'Ctrl+Enter', word: t('common.save'), run: saving.submit },
    {
      keys: 'Escape',
      word: t('keys.back'),
      run: () => (open === undefined ? navigate('/round') : acts.toggle(open.row.registrationNo)),
    },
  ]);
}

function useListKeys({ open, item, step, restOfAll }: Acts): readonly PageKey[] {
  const { t } = useTranslation();
  if (open === undefined)
    return [
      { keys: 'A', word: t('round.keys.rest'), run: restOfAll },
      { keys: 'ArrowDown', word: t('round.keys.row'), also: ['J'], run: () => step(1) },
      { keys: 'ArrowUp', word: '', unshown: true, also: ['K'], run: () => step(-1) },
    ];
  return [
    { keys: 'A', word: t('visit.restInOrder'), run: () => item.rest(open.checklist?.items ?? []) },
    { keys: 'ArrowDown', word: t('keys.item'), also: ['J'], run: () => item.step(1) },
    { keys: 'ArrowUp', word: '', unshown: true, also: ['K'], run: () => item.step(-1) },
    { keys: 'Y', word: t('visit.outcome.ok'), run: () => item.mark('ok') },
    { keys: 'N', word: t('visit.outcome.defect'), run: () => item.mark('defect') },
    { keys: 'O', word: t('visit.outcome.not-applicable'), run: () => item.mark('not-applicable') },
  ];
}

function focusFirstStart(): void {
  document.querySelector<HTMLInputElement>('main [data-field="firstStart"]')?.focus();
}
