import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { answerTo, type LedgerDoubt, type RecordOfDoubt } from '../../../domain/doubts/answered';
import type { DoubtUnit } from '../../../domain/doubts/doubt';
import type { RegistrationNo } from '../../../domain/elevator/elevator';
import { nameOf } from '../../../domain/explain/act-names';
import {
  doubtQuestion,
  doubtSentence,
  innocentLooks,
  type DoubtContext,
} from '../../../domain/explain/doubt-sentences';
import { recordNoOf, type RecordId } from '../../../domain/record/record-id';
import { termsOf } from '../../../domain/terms/terms-of';
import type { Visit } from '../../../domain/visit/visit';
import { Button } from '../../components/controls';
import { StatusMark } from '../../components/status-mark';
import { longDate } from '../../i18n/dates';
import { capital } from '../../i18n/term-words';
import { useAppState } from '../../session/app-state';
import { AnswerDialog } from './answer-dialog';
import './doubts.css';
import { GivenAnswers } from './given-answers';

interface CardProps {
  readonly one: LedgerDoubt;
  readonly context: DoubtContext;
  /** The elevator whose page it is on; its records are shown on this page. */
  readonly here?: RegistrationNo;
  readonly onShow?: (id: RecordId) => void;
}

/** Visits shown side by side; of longer lists the first. */
const MOST_SHOWN = 6;

/** A doubt as a question with its evidence, what would explain it, and what was answered. */
export function DoubtCard({ one, context, here, onShow }: CardProps) {
  const { t } = useTranslation();
  const { locale, readOnly } = useAppState();
  const [answering, setAnswering] = useState(false);
  const { doubt, records } = one;
  const terms = termsOf(locale);
  const answer = answerTo(one);
  const shown = doubt.visits.slice(0, MOST_SHOWN);
  return (
    <article className="doubt">
      <header>
        <h3>{capital(terms.doubtKind[doubt.kind])}</h3>
        {doubt.level === 'note' && answer === 'open' ? (
          <span className="small muted">{terms.doubtLevel.note}</span>
        ) : (
          <StatusMark shape={answer === 'open' ? 'no-data' : 'met'} word={terms.doubtAnswer[answer]} />
        )}
        {doubt.level === 'impossible' ? <span className="small muted">{terms.doubtLevel.impossible}</span> : null}
        {records.length === 0 ? null : (
          <Button className="right" look="small" disabled={readOnly} onClick={() => setAnswering(true)}>
            {t(answer === 'open' ? 'doubts.answer' : 'doubts.answerAgain')}
          </Button>
        )}
      </header>
      <p className="question">{doubtQuestion(doubt, context)}</p>
      {shown.length === 0 ? null : (
        <table className="list">
          <thead>
            <tr>
              {(['elevator', 'date', 'times', 'task', 'people'] as const).map((field) => (
                <th key={field}>{t(`doubts.columns.${field}`)}</th>
              ))}
              <th className="number">{t('history.recordNo')}</th>
            </tr>
          </thead>
          <tbody>
            {shown.map((visit, index) => (
              <VisitRow
                key={`${visit.registrationNo} ${visit.date} ${visit.startedAt} ${index}`}
                visit={visit}
                record={records[index]?.registrationNo === visit.registrationNo ? records[index] : undefined}
                address={context.elevatorOf(visit.registrationNo)?.address}
                here={here}
                onShow={onShow}
              />
            ))}
          </tbody>
        </table>
      )}
      {doubt.visits.length > MOST_SHOWN ? (
        <p className="small muted">{t('doubts.more', { count: doubt.visits.length - MOST_SHOWN })}</p>
      ) : null}
      <dl>
        <dt>{t('doubts.arithmetic')}</dt>
        <dd>{doubtSentence(doubt, context)}</dd>
        <dt>{t('doubts.threshold')}</dt>
        <dd>
          <ThresholdWords threshold={doubt.threshold} unit={doubt.unit} />{' '}
          <span className={`confidence ${doubt.weight === 'house' ? 'unverified' : doubt.weight}`}>
            {terms.weight[doubt.weight]}
          </span>{' '}
          <span className="muted">{doubt.source[locale]}</span>
        </dd>
        <dt>{t('doubts.innocent')}</dt>
        <dd>{innocentLooks(doubt.kind, locale)}</dd>
      </dl>
      <GivenAnswers answers={one.answers} />
      {answering ? <AnswerDialog one={one} context={context} onClose={() => setAnswering(false)} /> : null}
    </article>
  );
}

function ThresholdWords({ threshold, unit }: { readonly threshold: number; readonly unit: DoubtUnit }) {
  const { t } = useTranslation();
  return <>{t(`doubts.units.${unit}`, { count: threshold })}</>;
}

interface RowProps {
  readonly visit: Visit;
  readonly record: RecordOfDoubt | undefined;
  readonly address: string | undefined;
  readonly here: RegistrationNo | undefined;
  readonly onShow: ((id: RecordId) => void) | undefined;
}

function VisitRow({ visit, record, address, here, onShow }: RowProps) {
  const { t } = useTranslation();
  const { locale, pack } = useAppState();
  const { registrationNo, date, startedAt, endedAt, task, technicians } = visit;
  const isHere = registrationNo === here;
  const times = startedAt === undefined || endedAt === undefined ? '—' : `${startedAt}–${endedAt}`;
  return (
    <tr>
      <td>
        {isHere ? (
          <span className="no-space">{t('doubts.here')}</span>
        ) : (
          <Link className="no-space" href={`/elevator/${encodeURIComponent(registrationNo)}`}>
            {registrationNo}
          </Link>
        )}{' '}
        <span className="muted">{address}</span>
      </td>
      <td className="whole">{longDate(date, locale)}</td>
      <td className="whole">{times}</td>
      <td>{capital(nameOf(task, pack, locale))}</td>
      <td>{technicians.length === 0 ? '—' : technicians.join(t('elevator.listComma'))}</td>
      <td className="number">
        {record === undefined ? (
          '—'
        ) : isHere && onShow !== undefined ? (
          <Button look="link" onClick={() => onShow(record.id)}>
            {recordNoOf(record.id)}
          </Button>
        ) : (
          recordNoOf(record.id)
        )}
      </td>
    </tr>
  );
}
