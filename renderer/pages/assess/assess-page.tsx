import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'wouter';
import { ElevatorName } from '../../components/elevator-name';
import { listDrafts } from '../../data/drafts';
import type { Elevator } from '../../../domain/elevator/elevator';
import { useAppState } from '../../session/app-state';
import { usePageKeys } from '../../session/page-keys';
import { useDossier, useElevatorChoices } from '../../session/use-elevators';
import './assess-page.css';
import { AssessForm } from './assess-form';
import { DRAFT_PREFIX } from './assessment-draft';

/** Safety assessment of one elevator by an item list of the pack. */
export function AssessPage({ registrationNo }: { readonly registrationNo: string | null }) {
  const { t } = useTranslation();
  const { revision, pack } = useAppState();
  const dossier = useDossier(registrationNo, revision);
  if (registrationNo === null) return <ChooseElevator />;
  if (dossier === undefined) return null;
  if (dossier === null || pack.hazards === undefined)
    return (
      <div className="panel empty">
        <p>{dossier === null ? t('elevator.unknown', { registrationNo }) : t('assess.noLists')}</p>
        <Link href="/assess">{t('assess.other')}</Link>
      </div>
    );
  return <AssessForm dossier={dossier} criteria={pack.hazards} />;
}

function ChooseElevator() {
  const { t } = useTranslation();
  const [, navigate] = useLocation();
  const [text, setText] = useState('');
  const [drafts, setDrafts] = useState<readonly string[]>([]);
  const { choices, find } = useElevatorChoices(text);
  const open = (found: readonly Elevator[]): void => {
    if (found[0] !== undefined) navigate(`/assess/${encodeURIComponent(found[0].registrationNo)}`);
  };
  useEffect(() => {
    listDrafts(DRAFT_PREFIX)
      .then((list) => setDrafts(list.map(({ key }) => key.slice(DRAFT_PREFIX.length))))
      .catch(() => setDrafts([])); // each draft is still found at its elevator
  }, []);
  usePageKeys([{ keys: 'Escape', word: t('keys.back'), run: () => navigate('/stock') }]);
  return (
    <>
      <div className="page-head">
        <h1>{t('assess.title')}</h1>
        <span className="muted">{t('assess.chooseHint')}</span>
      </div>
      {drafts.length === 0 ? null : (
        <div className="notice warn">
          {t('visit.unfinished')}
          {drafts.map((no) => (
            <Link key={no} className="no-space" href={`/assess/${encodeURIComponent(no)}`}>
              {no}
            </Link>
          ))}
        </div>
      )}
      <section className="panel">
        <div className="body">
          <input
            className="input"
            autoFocus
            aria-label={t('visit.which')}
            placeholder={t('visit.findPlaceholder')}
            value={text}
            onChange={(event) => setText(event.target.value)}
            onKeyDown={(event) => {
              if (event.key === 'Enter') void find(text).then(open, () => undefined); // it stays on the page as it is
            }}
          />
        </div>
        {choices.map((elevator) => (
          <div key={elevator.registrationNo} className="none assess-choice">
            <ElevatorName elevator={elevator} href={`#/assess/${encodeURIComponent(elevator.registrationNo)}`} />
            <span className="no-space muted">{elevator.registrationNo}</span>
          </div>
        ))}
      </section>
    </>
  );
}
