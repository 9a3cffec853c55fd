import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ClassCriterion } from '../../../domain/pack/hazard-criteria';
import { isOpen, type HazardLife } from '../../../domain/hazard/hazard-life';
import type { Json } from '../../../domain/record/entry';
import type { Dossier, RecordedHazard } from '../../../domain/record/dossier';
import { recordNoOf } from '../../../domain/record/record-id';
import { WeightTag } from '../../components/weight-tag';
import { count, longDate } from '../../i18n/dates';
import { AmendmentList } from '../../features/record/amendment-list';
import { useAppState } from '../../session/app-state';
import { unitInRegister } from '../../features/hazard/unit-of';
import { useHazardWords } from '../../features/hazard/use-hazard-words';
import { StoredPhoto } from '../../features/record/stored-photo';

interface FactsProps {
  readonly dossier: Dossier;
  readonly record: RecordedHazard;
  readonly life: HazardLife;
}

/** What was found, how grave it is as of now and by which clause, and who must put it right by when. */
export function HazardFacts({ dossier, record, life }: FactsProps) {
  const { t } = useTranslation();
  const { locale, pack } = useAppState();
  const words = useHazardWords();
  const { value, amendments = [] } = record;
  const matrix = pack.hazards?.matrix;
  const registered = isOpen(life) ? unitInRegister(dossier.elevator.value, life.responsible) : null;
  const wordOf = (field: string, word: Json): string | undefined =>
    field === 'component' && typeof word === 'string' ? words.component(word) : undefined;
  const facts: readonly (readonly [field: string, shown: ReactNode])[] = [
    ['component', [words.component(value.component), value.location].filter((part) => part !== undefined).join(' ')],
    ['scenario', value.scenario],
    ['basis', value.basis],
    ['source', <Source key="source" dossier={dossier} record={record} />],
    ['severe', life.severe === null ? undefined : <Clause key="severe" id={life.severe} />],
    ['major', life.major === null ? undefined : <Clause key="major" id={life.major} />],
    [
      'risk',
      life.risk === null ? (
        t('risk.noEstimate')
      ) : (
        <>
          {words.risk(life.risk)} {matrix === undefined ? null : <WeightTag weight={matrix.confidence} />}{' '}
          {life.risk.reason}
        </>
      ),
    ],
    ['residual', life.residual === null ? undefined : words.risk(life.residual)],
    [
      'responsible',
      <>
        {words.responsible(life.responsible)}
        {registered === null ? null : <span className="warn"> {t('hazard.unitInRegister', { unit: registered })}</span>}
      </>,
    ],
    ['measure', life.measure ?? undefined],
    [
      'deadline',
      life.deadline === null
        ? t('hazard.noDeadline')
        : `${longDate(life.deadline, locale)} ${life.extensions === 0 ? '' : t('hazard.extended', { count: life.extensions })}`,
    ],
    [
      'estimatedCost',
      value.estimatedCost === undefined
        ? undefined
        : [t('hazard.yuan', { amount: count(value.estimatedCost, locale) }), value.costSource].join(' '),
    ],
    ['note', value.note],
    ...Object.entries(value.extra ?? {}),
  ];
  return (
    <section className="panel">
      <header>
        <h2>{t('hazard.facts')}</h2>
      </header>
      <dl className="hazard-facts">
        {facts.map(([field, shown]) =>
          shown === undefined ? null : (
            <div key={field}>
              <dt>{field in (value.extra ?? {}) ? field : t(`hazardFields.${field}`)}</dt>
              <dd>{shown}</dd>
            </div>
          ),
        )}
      </dl>
      {value.photos === undefined ? null : (
        <div className="body photos">
          {value.photos.map((sha256) => (
            <StoredPhoto key={sha256} sha256={sha256} among={value.photos} />
          ))}
        </div>
      )}
      {amendments.length === 0 ? null : (
        <div className="body">
          <AmendmentList amendments={amendments} fields="hazardFields" wordOf={wordOf} />
        </div>
      )}
    </section>
  );
}

/** A circumstance in full: what it is, its clause, and how far it is verified. */
function Clause({ id }: { readonly id: string }) {
  const { say } = useAppState();
  const criterion: ClassCriterion | undefined = useHazardWords().criterion(id);
  if (criterion === undefined) return <>{id}</>;
  const { document, clause, says } = criterion.legalBasis;
  return (
    <>
      {say(says)} <WeightTag weight={criterion.confidence} />{' '}
      <span className="small muted">
        {say(document)} {say(clause)}
      </span>
    </>
  );
}

/** Where it came to light, with the record it came from. */
function Source({ record: { value } }: Pick<FactsProps, 'dossier' | 'record'>) {
  const { t } = useTranslation();
  const { locale } = useAppState();
  return (
    <>
      {t(`hazard.sources.${value.source}`)} {longDate(value.foundOn, locale)} {value.foundTime}{' '}
      {value.foundBy.join(t('hazard.listComma'))}
      {value.itemId === undefined ? '' : ` • ${value.itemId}`}
      {value.sourceRecord === undefined ? (
        ''
      ) : (
        <span className="muted"> {t('hazard.ofRecord', { recordNo: recordNoOf(value.sourceRecord) })}</span>
      )}
    </>
  );
}
