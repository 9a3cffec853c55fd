import { useTranslation } from 'react-i18next';
import type { InspectionKind } from '../../domain/inspection/inspection';
import { useAppState } from './app-state';

/** The name of an inspection, test or check: as the pack that judges has it, else our own word. */
export function useActName(): (kind: InspectionKind) => string {
  const { t } = useTranslation();
  const { pack, say } = useAppState();
  return (kind) => {
    const named = pack.inspections.find(({ id }) => id === kind);
    return named === undefined ? t(`inspection.${kind}`) : say(named.title);
  };
}
