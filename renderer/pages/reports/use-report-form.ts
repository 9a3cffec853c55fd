import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'wouter';
import { BridgeError } from '../../../domain/bridge/errors';
import type { ReportMade } from '../../../domain/bridge/replies';
import { isCivilDate } from '../../../domain/calendar/civil-date';
import type { RegistrationNo } from '../../../domain/elevator/elevator';
import { REPORT_KINDS, type ReportKind } from '../../../domain/record/paper-kind';
import { useUnfinished } from '../../components/unfinished';
import { useAppState } from '../../state/app-state';
import { useElevatorChoices } from '../../state/use-elevators';
import { useForParameter } from '../../state/use-for-parameter';
import { useSigning } from '../../state/use-signing';

/** What a report is asked with, and the run itself: one elevator after the other, each kept once it is signed. */
export function useReportForm(onFailure: (error: unknown) => void) {
  const { t } = useTranslation();
  const state = useAppState();
  const wanted = useForParameter();
  const [text, setText] = useState('');
  const choices = useElevatorChoices(text, state.revision);
  const [chosen, setChosen] = useState<readonly RegistrationNo[]>(wanted);
  const [from, setFrom] = useState<string>(state.period.from);
  const [to, setTo] = useState<string>(state.period.to);
  const [params] = useSearchParams();
  const [kind, setKind] = useState<ReportKind>(
    () => REPORT_KINDS.find((known) => known === params.get('kind')) ?? 'compliance',
  );
  const signing = useSigning();
  const { hasIdentity, identityNow, passphrase, locale, setPassphrase } = signing;
  const [progress, setProgress] = useState<string | null>(null);
  const [made, setMade] = useState<readonly ReportMade[]>([]);
  useUnfinished(progress !== null);
  const running = useRef<AbortController | null>(null);
  const { asOf } = state;
  const sound = isCivilDate(from) && isCivilDate(to) && from <= to && to <= asOf;
  const ready = sound && chosen.length > 0 && hasIdentity && passphrase !== '' && progress === null && !state.readOnly;

  const run = async (): Promise<void> => {
    if (!ready || running.current !== null) return;
    const controller = (running.current = new AbortController());
    setMade([]);
    onFailure(null);
    try {
      const signer = await identityNow();
      if (signer === '') return; // the page says that there is none
      for (const [index, registrationNo] of chosen.entries()) {
        const report = await state.mutate(
          'report.make',
          {
            registrationNo,
            kind,
            locale,
            asOf,
            period: { from, to },
            identityId: signer,
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
      running.current = null;
      setProgress(null);
      setPassphrase('');
    }
  };
  const cancel = (): void => running.current?.abort();
  return {
    asOf,
    cancel,
    choices,
    chosen,
    from,
    kind,
    made,
    progress,
    ready,
    run,
    setChosen,
    setFrom,
    setKind,
    setText,
    setTo,
    signing,
    sound,
    text,
    to,
    wanted,
  };
}
