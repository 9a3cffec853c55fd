import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { Elevator } from '../../../domain/elevator/elevator';
import { lifeEndOf } from '../../../domain/elevator/elevator';
import type { UseReason, UseState } from '../../../domain/headline/use';
import type { Locale } from '../../../domain/pack/legal-basis';
import { termsOf } from '../../../domain/terms/terms-of';
import { nameOfUse } from '../../../domain/terms/name-of-use';
import { Button } from '../../components/controls';
import { StatusShape, toneOf, type Shape } from '../../components/status-mark';
import { USE_SHAPES } from '../../components/use-mark';
import { WeightTag } from '../../components/weight-tag';
import { longDate } from '../../i18n/dates';
import { capital } from '../../i18n/term-words';
import { useAppState } from '../../session/app-state';
import { hazardPath } from '../../features/hazard/hazard-path';
import type { Judgement } from './elevator-judgement';
import { targetOf } from './head-model';
import { showRecord } from './show-record';

/** May it be used? The word, and each reason with its day, record and clause. */
export function UsePanel({ judgement }: { readonly judgement: Judgement }) {
  const { t } = useTranslation();
  const { locale } = useAppState();
  const { use, scope } = judgement.headline;
  const { value: elevator } = judgement.dossier.elevator;
  const shape = USE_SHAPES[use.state];
  return (
    <section className={`answer ${use.state === 'must-not-run' ? 'forbidden' : ''}`} aria-label={t('head.use')}>
      <h2>{t('head.use')}</h2>
      <p className={`word ${toneOf(shape)} ${use.state === 'may-run' || use.state === 'cannot-tell' ? 'quiet' : ''}`}>
        <StatusShape shape={shape} />
        {headWord(use.state, elevator, locale)}
      </p>
      {use.state === 'retired' ? <p className="small muted">{t('head.historyOnly')}</p> : null}
      {use.state === 'may-run' ? <p className="small muted">{t('head.mayRunNote')}</p> : null}
      {use.state === 'cannot-tell' ? (
        <p className="small muted">
          {t(
            elevator.status === 'stopped'
              ? 'head.stoppedWithoutDay'
              : scope === 'maintenance'
                ? 'head.inspectionsNotKept'
                : 'head.inspectionNotShown',
          )}
        </p>
      ) : null}
      {use.reasons.length === 0 ? null : (
        <ul>
          {use.reasons.map((reason, index) => (
            <Reason key={`${reason.kind} ${index}`} reason={reason} judgement={judgement} />
          ))}
        </ul>
      )}
    </section>
  );
}

function headWord(state: UseState, elevator: Elevator, locale: Locale): string {
  const word = capital(nameOfUse(state, elevator, locale));
  const end = state === 'retired' ? lifeEndOf(elevator) : null;
  return end === null ? word : `${word} ${longDate(end.on, locale)}`;
}

function Reason({ reason, judgement }: { readonly reason: UseReason; readonly judgement: Judgement }) {
  const { t } = useTranslation();
  const { locale, say } = useAppState();
  const { kind, on, basis, weight, record } = reason;
  const target = targetOf(judgement.dossier, reason);
  const shape: Shape =
    kind === 'retired' || kind === 'outage' || kind === 'hazard-stopped' ? 'not-applicable' : 'refused';
  const words = record ?? t('head.seeRecord');
  return (
    <li>
      <span className={`status ${toneOf(shape)}`}>
        <StatusShape shape={shape} />
        <strong>{capital(termsOf(locale).useReason[kind])}</strong>
      </span>{' '}
      <span>
        {t(kind === 'inspection-overdue' ? 'head.dueOn' : 'head.on', { date: longDate(on, locale) })}{' '}
        {target === null ? (
          record
        ) : target.kind === 'hazard' ? (
          <Link href={hazardPath({ registrationNo: judgement.dossier.registrationNo, id: target.id })}>{words}</Link>
        ) : target.kind === 'successor' ? (
          <Link href={`/elevator/${encodeURIComponent(target.registrationNo)}`}>
            {t('head.successor', { registrationNo: target.registrationNo })}
          </Link>
        ) : (
          <Button look="link" onClick={() => showRecord(target.id)}>
            {words}
          </Button>
        )}
      </span>
      {basis === null ? null : (
        <div className="clause" title={say(basis.says)}>
          <WeightTag weight={weight} /> {say(basis.shortDocument)} {say(basis.clause)}
        </div>
      )}
    </li>
  );
}
