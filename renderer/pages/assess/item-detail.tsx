import { useTranslation } from 'react-i18next';
import { ITEM_OUTCOMES, type ItemOutcome } from '../../../domain/assessment/assessment';
import type { Elevator } from '../../../domain/elevator/elevator';
import { PARTIES, type Party } from '../../../domain/hazard/hazard';
import type { AssessmentItem } from '../../../domain/pack/hazard-criteria';
import { requirementIsFor } from '../../../domain/pack/rule-pack';
import { hasCommand } from '../../components/command-key';
import { WeightTag } from '../../components/weight-tag';
import { Button, SelectField, TextArea, TextField } from '../../components/controls';
import { DateField } from '../../components/date-field';
import { RiskMatrix } from '../../components/risk-matrix';
import { useAppState } from '../../session/app-state';
import { ClassFields } from '../../features/hazard/class-fields';
import { useProposedDeadline } from '../../features/hazard/use-proposed-deadline';
import { PhotoStrip } from '../../features/record/photo-strip';
import { itemProblem, withHazard, type HazardOfItem, type ItemAnswer } from './assessment-draft';
import { useTerm } from '../../i18n/use-term';

const KEYS: Readonly<Record<ItemOutcome, string>> = {
  conforms: 'Y',
  finding: 'N',
  'not-applicable': 'O',
  'not-examined': 'U',
};

interface DetailProps {
  readonly item: AssessmentItem;
  readonly answer: ItemAnswer;
  readonly elevator: Elevator;
  readonly tried: boolean;
  readonly date: string;
  readonly onMark: (outcome: ItemOutcome) => void;
  readonly onChange: (by: (answer: ItemAnswer) => ItemAnswer) => void;
  readonly onNext: () => void;
}

/** The current item: what it is, its outcome, and of a finding the words, the risk, the photos and the hazard. */
export function ItemDetail(props: DetailProps) {
  const { item, answer, onMark } = props;
  const { t } = useTranslation();
  const { say } = useAppState();
  return (
    <section className="panel item-detail" aria-label={t('assess.item', { no: item.no })}>
      <header>
        <h2>
          {item.no} {say(item.title)}
        </h2>
      </header>
      <div className="body">
        <div className="small muted">
          {say(item.clause)} <WeightTag weight={item.confidence} />
          {item.priority === undefined ? null : (
            <>
              {' '}
              {t(`assess.priorities.${item.priority}`)}{' '}
              <WeightTag weight={item.priorityConfidence ?? item.confidence} />
            </>
          )}
        </div>
        <div className="segments" role="group" aria-label={t('assess.outcome')}>
          {ITEM_OUTCOMES.map((outcome) => (
            <button
              key={outcome}
              type="button"
              aria-pressed={answer.outcome === outcome}
              onClick={() => onMark(outcome)}
            >
              {t(`assess.outcomes.${outcome}`)} <kbd aria-hidden="true">{KEYS[outcome]}</kbd>
            </button>
          ))}
        </div>
        {answer.outcome === 'finding' ? <FindingFields {...props} /> : null}
      </div>
    </section>
  );
}

function FindingFields(props: DetailProps) {
  const { item, answer, tried, date, onChange, onNext } = props;
  const { t } = useTranslation();
  const { pack, locale } = useAppState();
  const problem = tried ? itemProblem(answer, date) : null;
  const matrix = pack.hazards?.matrix;
  const told = (code: string): string | undefined => (problem === code ? t(`assess.problems.${problem}`) : undefined);
  return (
    <>
      <TextArea
        label={t('assess.note')}
        value={answer.note}
        onChange={(event) => onChange((one) => ({ ...one, note: event.target.value }))}
        onKeyDown={(event) => {
          if (event.key === 'Escape') event.currentTarget.blur();
          else if (event.key === 'Enter' && !event.shiftKey && !hasCommand(event) && !event.nativeEvent.isComposing) {
            event.preventDefault();
            event.currentTarget.blur();
            onNext();
          }
        }}
        problem={told('note-missing')}
      />
      {matrix === undefined ? null : (
        <>
          <div className="small muted">
            {t('risk.title')} <WeightTag weight={matrix.confidence} /> {t('passport.matrixNote')}
          </div>
          <RiskMatrix
            matrix={matrix}
            locale={locale}
            label={t('assess.chooseCell')}
            chosen={answer.cell === '' ? null : answer.cell}
            onChoose={(cell) => onChange((one) => ({ ...one, cell: one.cell === cell ? '' : cell }))}
          />
        </>
      )}
      {answer.cell === '' ? null : (
        <TextField
          label={t('assess.riskReason', { cell: answer.cell })}
          value={answer.riskReason}
          onChange={(event) => onChange((one) => ({ ...one, riskReason: event.target.value }))}
          problem={told('reason-missing')}
        />
      )}
      <PhotoStrip photos={answer.photos} onChange={(by) => onChange((one) => ({ ...one, photos: by(one.photos) }))} />
      <Button keys="H" aria-pressed={answer.hazard !== null} onClick={() => onChange((one) => withHazard(one, item))}>
        {t(answer.hazard === null ? 'assess.toHazard' : 'assess.notHazard')}
      </Button>
      {answer.hazard === null ? null : <HazardFields {...props} hazard={answer.hazard} told={told} />}
    </>
  );
}

function HazardFields({
  hazard,
  elevator,
  answer,
  date,
  told,
  onChange,
}: DetailProps & { readonly hazard: HazardOfItem; readonly told: (code: string) => string | undefined }) {
  const { t } = useTranslation();
  const term = useTerm();
  const { pack, say } = useAppState();
  const due = useProposedDeadline({ foundOn: date, severe: hazard.severe, major: hazard.major, cell: answer.cell });
  const set = (change: Partial<HazardOfItem>): void =>
    onChange((one) => ({ ...one, hazard: { ...hazard, ...change } }));
  const parts = (pack.hazards?.components ?? []).filter((component) => requirementIsFor(component, elevator));
  return (
    <div className="form-grid">
      <ClassFields
        elevator={elevator}
        severe={hazard.severe}
        major={hazard.major}
        onChange={(field, criterion) => set({ [field]: criterion })}
      />
      <SelectField
        label={t('assess.component')}
        value={hazard.component}
        onChange={(event) => set({ component: event.target.value })}
        options={[
          { value: '', text: t('assess.chooseComponent') },
          ...parts.map(({ id, title }) => ({ value: id, text: say(title) })),
        ]}
        problem={told('component-missing')}
      />
      <SelectField
        label={t('assess.party')}
        value={hazard.party}
        onChange={(event) => set({ party: event.target.value as Party })}
        options={PARTIES.map((party) => ({ value: party, text: term('party', party) }))}
      />
      <TextField
        label={t('assess.measure')}
        value={hazard.measure}
        onChange={(event) => set({ measure: event.target.value })}
      />
      <DateField
        label={t('assess.deadline')}
        value={hazard.deadline}
        placeholder={due?.dueOn ?? ''}
        hint={t(due === null ? 'hazard.noProposal' : 'assess.proposed')}
        onValue={(deadline) => set({ deadline })}
        problem={told('not-a-date') ?? told('before')}
      />
      <TextField
        label={t('assess.cost')}
        inputMode="decimal"
        value={hazard.cost}
        onChange={(event) => set({ cost: event.target.value })}
        problem={told('not-an-amount')}
      />
    </div>
  );
}
