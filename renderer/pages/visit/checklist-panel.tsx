import { useTranslation } from 'react-i18next';
import type { ChecklistItem } from '../../../domain/pack/rule-pack';
import type { CheckOutcome } from '../../../domain/visit/visit';
import { WeightTag } from '../../components/weight-tag';
import { Button } from '../../components/controls';
import { StatusMark } from '../../components/status-mark';
import { useAppState } from '../../session/app-state';
import { ChecklistItemRow } from './checklist-item-row';
import type { HazardOffers } from './hazard-offer';
import {
  answerOf,
  countOutcomes,
  countSet,
  leftByRest,
  twoColumns,
  withAnswer,
  type Answer,
  type Answers,
  type ChecklistGroup,
  type VisitChecklist,
} from './checklist';

interface PanelProps {
  readonly checklist: VisitChecklist | null;
  readonly answers: Answers;
  readonly onPaper: boolean;
  readonly offers: HazardOffers | null;
  /** The item the keys act on; it alone is a tab stop. */
  readonly current: string;
  /** Problems are told in place once saving was tried. */
  readonly tried: boolean;
  readonly onAnswers: (change: (answers: Answers) => Answers) => void;
  readonly onRest: (items: readonly ChecklistItem[]) => void;
  readonly onPaperChange: (onPaper: boolean) => void;
  readonly onCurrent: (itemId: string) => void;
  readonly onOutcome: (itemId: string, outcome: CheckOutcome) => void;
  readonly onNext: (itemId: string) => void;
}

/** The items of the category, grouped by where one stands; one key for what is in order, exceptions one by one. */
export function ChecklistPanel(props: PanelProps) {
  const { t } = useTranslation();
  const { checklist, onPaper } = props;
  if (checklist === null)
    return (
      <section className="panel empty">
        <p>{t('visit.makerItems')}</p>
      </section>
    );
  return (
    <section className="panel checklist-panel" aria-label={t('visit.checklist')}>
      <PanelHead {...props} checklist={checklist} />
      {onPaper ? (
        <p className="empty">{t('visit.onPaperNote')}</p>
      ) : (
        <>
          <div className="checklist">
            {twoColumns(checklist.groups).map((groups, index) => (
              <div key={index}>
                {groups.map((group) => (
                  <Group key={group.areaId} group={group} {...props} />
                ))}
              </div>
            ))}
          </div>
          <footer className="requirement small">
            <LeftByRest items={checklist.items} answers={props.answers} />
            <Requirement checklist={checklist} current={props.current} />
          </footer>
        </>
      )}
    </section>
  );
}

function PanelHead({
  checklist,
  answers,
  onPaper,
  onRest,
  onPaperChange,
}: PanelProps & { readonly checklist: VisitChecklist }) {
  const { t } = useTranslation();
  const { say } = useAppState();
  const counts = countOutcomes(answers, checklist.items);
  return (
    <header>
      <h2>{say(checklist.checklist.title)}</h2>
      <span className="muted small">{t('visit.itemCount', { count: checklist.items.length })}</span>
      <label className="on-paper small">
        <input type="checkbox" checked={onPaper} onChange={(event) => onPaperChange(event.target.checked)} />
        {t('visit.onPaper')}
      </label>
      {onPaper ? null : (
        <>
          <span className="counts" role="status">
            <StatusMark shape="met" word={t('visit.counts.ok', { count: counts.ok })} />
            {counts.defect === 0 ? null : (
              <StatusMark shape="late" word={t('visit.counts.defect', { count: counts.defect })} />
            )}
            {counts.notApplicable === 0 ? null : (
              <StatusMark
                shape="not-applicable"
                word={t('visit.counts.notApplicable', { count: counts.notApplicable })}
              />
            )}
            {counts.open === 0 ? null : (
              <StatusMark shape="no-data" word={t('visit.counts.open', { count: counts.open })} />
            )}
          </span>
          <Button
            look="small"
            className="rest"
            keys="A"
            disabled={counts.open === 0}
            onClick={() => onRest(checklist.items)}
          >
            {t('visit.restInOrder')}
          </Button>
        </>
      )}
    </header>
  );
}

/** What the key for the rest left open, and why. */
function LeftByRest({ items, answers }: { readonly items: readonly ChecklistItem[]; readonly answers: Answers }) {
  const { t } = useTranslation();
  const { rest } = countSet(answers, items);
  const left = leftByRest(answers, items);
  const values = left.filter(({ asks }) => asks === 'value').length;
  const why = [
    values === 0 ? '' : t('visit.left.values', { count: values }),
    values === left.length ? '' : t('visit.left.tests', { count: left.length - values }),
  ];
  return (
    <div className="left-by-rest" role="status">
      {rest === 0 || left.length === 0
        ? null
        : t('visit.left.all', {
            count: left.length,
            rest,
            why: why.filter((part) => part !== '').join(t('visit.listComma')),
          })}
    </div>
  );
}

function Group({
  group,
  answers,
  offers,
  current,
  tried,
  onAnswers,
  onRest,
  onCurrent,
  onOutcome,
  onNext,
}: PanelProps & { readonly group: ChecklistGroup }) {
  const { t } = useTranslation();
  const { say } = useAppState();
  const holdsCurrent = group.items.some(({ id }) => id === current);
  const open = countOutcomes(answers, group.items).open;
  return (
    <div className="area" role="group" aria-label={say(group.title)}>
      <h3>
        {say(group.title)} <span className="muted small">{t('visit.items', { count: group.items.length })}</span>
        {open === 0 || !holdsCurrent ? null : (
          <Button look="link" keys="Shift A" onClick={() => onRest(group.items)}>
            {t('visit.areaInOrder')}
          </Button>
        )}
      </h3>
      {group.items.map((item) => (
        <ChecklistItemRow
          key={item.id}
          item={item}
          answer={answerOf(answers, item)}
          offers={offers}
          isCurrent={item.id === current}
          tried={tried}
          onCurrent={() => onCurrent(item.id)}
          onOutcome={(outcome) => onOutcome(item.id, outcome)}
          onNext={() => onNext(item.id)}
          onChange={(by) =>
            onAnswers((before) => {
              const change: Partial<Answer> = typeof by === 'function' ? by(answerOf(before, item)) : by;
              return withAnswer(before, item.id, change);
            })
          }
        />
      ))}
    </div>
  );
}

/** What the current item asks, in one place, so that moving down the list moves nothing on the screen. */
function Requirement({ checklist, current }: { readonly checklist: VisitChecklist; readonly current: string }) {
  const { t } = useTranslation();
  const { say, locale } = useAppState();
  const item = checklist.items.find(({ id }) => id === current);
  if (item === undefined) return null;
  const maker = item.judge === 'manufacturer' ? t('visit.judgedByMaker') : '';
  return (
    <div>
      <strong>{item.id}</strong> {say(item.title)}
      {locale === 'en' ? ': ' : '：'}
      {say(item.requirement)}
      {locale === 'en' ? '. ' : '。'}
      {item.asks === undefined || item.asksConfidence === undefined ? null : (
        <>
          {t(`visit.asksLong.${item.asks}`)} <WeightTag weight={item.asksConfidence} />{' '}
        </>
      )}
      <span className="muted">{[maker, item.note?.[locale], item.season?.[locale]].filter(Boolean).join(' ')}</span>
    </div>
  );
}
