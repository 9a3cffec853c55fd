import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'wouter';
import type { Dossier } from '../../../domain/record/dossier';
import { Button } from '../../components/controls';
import { placeOf } from '../../components/elevator-place';
import { HatchPattern } from '../../components/mini-strip';
import { UseMark } from '../../components/use-mark';
import { longDate } from '../../i18n/dates';
import { useAppState } from '../../session/app-state';
import { useHeadlineQuestion } from '../../features/late/use-headline-question';
import { usePageKeys } from '../../session/page-keys';
import { RelatedLines, useRelated } from '../../features/record/related-lines';
import { useDossier } from '../../session/use-elevators';
import { AgePanel } from './age-panel';
import { AssessmentsPanel } from './assessments-panel';
import { ComponentsPanel } from './components-panel';
import { CoverPanel } from './cover-panel';
import { FiguresPanel } from './figures-panel';
import { HazardsPanel } from './hazards-panel';
import { IntervalsPanel } from './intervals-panel';
import { passportOf, type Passport } from './passport';
import './passport-page.css';
import { ProgrammesPanel } from './programmes-panel';
import { ScorePanel } from './score-panel';

/** The passport of one elevator (老旧电梯档案): its age, condition, hazards, assessments and cover on one page. */
export function PassportPage({ registrationNo }: { readonly registrationNo: string }) {
  const { t } = useTranslation();
  const { revision } = useAppState();
  const dossier = useDossier(registrationNo, revision);
  if (dossier === undefined) return null;
  if (dossier === null)
    return (
      <div className="panel empty">
        <p>{t('elevator.unknown', { registrationNo })}</p>
        <Link href="/stock">{t('passport.toStock')}</Link>
      </div>
    );
  return <ElevatorPassport dossier={dossier} />;
}

function ElevatorPassport({ dossier }: { readonly dossier: Dossier }) {
  const { t } = useTranslation();
  const { asOf, pack } = useAppState();
  const question = useHeadlineQuestion(asOf);
  const [, navigate] = useLocation();
  const passport = useMemo(() => passportOf(dossier, pack, question), [dossier, pack, question]);
  const related = useRelated(dossier.registrationNo);
  const path = encodeURIComponent(dossier.registrationNo);
  const print = (): void => navigate(`/reports?for=${path}&kind=old-elevator`);
  usePageKeys([
    { keys: 'P', word: t('keys.print'), run: print },
    { keys: 'A', word: t('nav.assess'), run: () => navigate(`/assess/${path}`) },
    { keys: 'O', word: t('passport.keys.elevator'), run: () => navigate(`/elevator/${path}`) },
    { keys: 'Escape', word: t('keys.back'), run: () => navigate('/stock') },
  ]);
  return (
    <>
      <HatchPattern />
      <PassportHead
        passport={passport}
        onOpen={() => navigate(`/elevator/${path}`)}
        onAssess={() => navigate(`/assess/${path}`)}
        onPrint={print}
      />
      <RelatedLines elevator={dossier.elevator.value} related={related} />
      <div className="passport-columns">
        <AgePanel passport={passport} />
        <ScorePanel passport={passport} />
      </div>
      <IntervalsPanel passport={passport} />
      <HazardsPanel passport={passport} />
      <div className="passport-columns even">
        <ComponentsPanel passport={passport} />
        <AssessmentsPanel passport={passport} />
      </div>
      <FiguresPanel passport={passport} />
      <div className="passport-columns even">
        <CoverPanel passport={passport} />
        <ProgrammesPanel passport={passport} />
      </div>
    </>
  );
}

interface HeadProps {
  readonly passport: Passport;
  readonly onOpen: () => void;
  readonly onAssess: () => void;
  readonly onPrint: () => void;
}

function PassportHead({ passport, onOpen, onAssess, onPrint }: HeadProps) {
  const { t } = useTranslation();
  const { locale } = useAppState();
  const { dossier, age, old, headline } = passport;
  const { value: elevator } = dossier.elevator;
  const place = placeOf(elevator);
  return (
    <div>
      <div className="small">
        <Link href="/stock">{t('nav.stock')}</Link> / <span className="no-space">{dossier.registrationNo}</span>
      </div>
      <div className="page-head">
        <h1>{place === '' ? dossier.registrationNo : place}</h1>
        <UseMark state={headline.use.state} elevator={elevator} locale={locale} />
        {age === null ? (
          <span className="muted">{t('passport.ageUnknown')}</span>
        ) : (
          <span className={`stamp ${old?.reached === true ? 'warn' : 'muted'}`}>
            {t(old?.reached === true ? 'passport.old' : 'passport.notOld', { years: age.years, months: age.months })}
          </span>
        )}
        {elevator.sample === true ? <span className="sample-mark">{t('elevator.sample')}</span> : null}
        {old === null ? null : (
          <span className="muted">
            {t(old.reached ? 'passport.oldSince' : 'passport.oldFrom', { date: longDate(old.on, locale) })}
          </span>
        )}
        <span className="actions">
          <Button keys="P" onClick={onPrint}>
            {t('fleet.print')}
          </Button>
          <Button keys="A" onClick={onAssess}>
            {t('nav.assess')}
          </Button>
          <Button keys="O" onClick={onOpen}>
            {t('passport.elevatorPage')}
          </Button>
        </span>
      </div>
    </div>
  );
}
