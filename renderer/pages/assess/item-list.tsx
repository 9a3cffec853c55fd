import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { ItemOutcome } from '../../../domain/assessment/assessment';
import type { AssessmentItem, AssessmentList } from '../../../domain/pack/hazard-criteria';
import { Button } from '../../components/controls';
import { StatusMark, StatusShape, type Shape } from '../../components/status-mark';
import { useAppState } from '../../session/app-state';
import { answerOf, itemProblem, itemsOf, openFor, type ItemAnswer, type ItemAnswers } from './assessment-draft';

const SHAPES: Readonly<Record<ItemOutcome, Shape>> = {
  conforms: 'met',
  finding: 'late',
  'not-applicable': 'not-applicable',
  'not-examined': 'no-data',
};

interface ListProps {
  readonly list: AssessmentList;
  readonly answers: ItemAnswers;
  readonly current: string;
  readonly tried: boolean;
  readonly date: string;
  readonly onCurrent: (itemId: string) => void;
  readonly onRest: (outcome: ItemOutcome) => void;
  readonly onHazards: () => void;
}

/** The items of the list by section, each with what was put down for it. */
export function ItemList(props: ListProps) {
  const { list, answers, onRest, onHazards } = props;
  const { t } = useTranslation();
  const { say } = useAppState();
  const items = itemsOf(list);
  const open = items.filter(({ id }) => answerOf(answers, id).outcome === null).length;
  const findings = items.filter(({ id }) => answerOf(answers, id).outcome === 'finding').length;
  const hazards = items.filter(({ id }) => answerOf(answers, id).hazard !== null).length;
  return (
    <section className="panel assess-items" aria-label={t('assess.items')}>
      <header>
        <h2>{t('assess.items')}</h2>
        <span className="muted small" role="status">
          {t('assess.counts', { all: items.length, open, findings, hazards })}
        </span>
        <span className="right rest">
          <Button look="small" disabled={findings === hazards} onClick={onHazards}>
            {t('assess.allHazards')}
          </Button>
          <Button
            look="small"
            keys="A"
            disabled={openFor(answers, items, 'conforms').length === 0}
            onClick={() => onRest('conforms')}
          >
            {t('assess.restConforms')}
          </Button>
          <Button look="small" disabled={open === 0} onClick={() => onRest('not-examined')}>
            {t('assess.restNotExamined')}
          </Button>
        </span>
      </header>
      <div className="items">
        {list.sections.map((section) => (
          <div key={section.id} role="group" aria-label={say(section.title)}>
            <h3>{say(section.title)}</h3>
            {section.items.map((item) => (
              <ItemLine key={item.id} {...props} item={item} answer={answerOf(answers, item.id)} />
            ))}
          </div>
        ))}
      </div>
    </section>
  );
}

function ItemLine({
  item,
  answer,
  current,
  tried,
  date,
  onCurrent,
}: ListProps & { readonly item: AssessmentItem; readonly answer: ItemAnswer }) {
  const { t } = useTranslation();
  const { say } = useAppState();
  const line = useRef<HTMLButtonElement>(null);
  const isCurrent = item.id === current;
  useEffect(() => {
    if (isCurrent) line.current?.scrollIntoView({ block: 'nearest' });
  }, [isCurrent]);
  const problem = tried ? itemProblem(answer, date) : null;
  return (
    <button
      ref={line}
      type="button"
      className={`item-line ${isCurrent ? 'current' : ''} ${answer.outcome === 'finding' ? 'defect' : ''}`}
      aria-current={isCurrent}
      data-invalid={problem === 'open' ? true : undefined}
      onClick={() => onCurrent(item.id)}
    >
      <span className="muted small">{item.no}</span>
      <span className="title">{say(item.title)}</span>
      {problem === null ? null : <span className="bad small">{t(`assess.problems.${problem}`)}</span>}
      {item.asks === undefined ? null : <span className="asks small">{t('assess.ownKey')}</span>}
      {answer.set === 'rest' ? <span className="muted small">{t('visitDetail.setWithRest')}</span> : null}
      {answer.hazard === null ? null : <span className="bad small">{t('assess.asHazard')}</span>}
      {answer.outcome === null ? (
        <span className="muted small">{t('assess.unanswered')}</span>
      ) : answer.outcome === 'finding' ? (
        <StatusMark shape="late" word={t('assess.outcomes.finding')} />
      ) : (
        <span className="status muted" title={t(`assess.outcomes.${answer.outcome}`)}>
          <StatusShape shape={SHAPES[answer.outcome]} />
          {t(`assess.outcomes.${answer.outcome}`)}
        </span>
      )}
    </button>
  );
}
