import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Checklist, ChecklistItem } from '../../../domain/pack/rule-pack';
import type { CheckOutcome } from '../../../domain/visit/visit';
import { call } from '../../bridge/client';
import { Button, TextField } from '../../components/controls';
import { StatusMark } from '../../components/status-mark';
import { useAppState } from '../../state/app-state';
import { beyondLimit, changeMark, countMarks, restInOrder, setOutcome, type Mark, type Marks } from './checklist-state';

const SIGNS: readonly { readonly outcome: CheckOutcome; readonly sign: string; readonly look: string }[] = [
  { outcome: 'ok', sign: '✓', look: 'ok' },
  { outcome: 'defect', sign: '×', look: 'bad' },
  { outcome: 'not-applicable', sign: '–', look: 'none' },
];

interface PanelProps {
  readonly checklist: Checklist | undefined;
  readonly items: readonly ChecklistItem[];
  readonly marks: Marks;
  readonly current: string | null;
  readonly onMarks: (marks: Marks) => void;
  readonly onCurrent: (itemId: string) => void;
  readonly onFailure: (error: unknown) => void;
}

/** The items of the category, grouped by where one stands; one key for what is in order, exceptions one by one. */
export function ChecklistPanel({ checklist, items, marks, current, onMarks, onCurrent, onFailure }: PanelProps) {
  const { t } = useTranslation();
  const { say } = useAppState();
  const counts = countMarks(marks, items);
  if (checklist === undefined)
    return (
      <section className="panel empty">
        <p>{t('visit.makerItems')}</p>
      </section>
    );
  return (
    <section className="panel">
      <header>
        <h2>{say(checklist.title)}</h2>
        <span className="muted small">{t('visit.itemCount', { count: items.length })}</span>
        <span style={{ marginLeft: 'auto', display: 'flex', gap: 12, alignItems: 'center' }} aria-live="polite">
          <StatusMark shape="met" word={t('visit.counts.ok', { count: counts.ok })} />
          <StatusMark shape="late" word={t('visit.counts.defect', { count: counts.defect })} />
          <StatusMark
            shape="not-applicable"
            word={t('visit.counts.notApplicable', { count: counts['not-applicable'] })}
          />
          <Button look="small" keys="A" onClick={() => onMarks(restInOrder(marks, items))}>
            {t('visit.restInOrder')}
          </Button>
        </span>
      </header>
      <div className="checklist">
        {checklist.areas.map((area) => {
          const inArea = items.filter((item) => item.area === area.id);
          return inArea.length === 0 ? null : (
            <div key={area.id} className="area" role="group" aria-label={say(area.title)}>
              <h3>
                {say(area.title)} <span className="muted small">{t('visit.items', { count: inArea.length })}</span>
                {inArea.some(({ id }) => marks[id] === undefined) ? (
                  <Button look="link" onClick={() => onMarks(restInOrder(marks, inArea))}>
                    {t('visit.areaInOrder')}
                  </Button>
                ) : null}
              </h3>
              {inArea.map((item) => (
                <Item
                  key={item.id}
                  item={item}
                  mark={marks[item.id]}
                  isCurrent={current === item.id}
                  onCurrent={onCurrent}
                  onFailure={onFailure}
                  onOutcome={(outcome) => onMarks(setOutcome(marks, item.id, outcome))}
                  onChange={(change) => onMarks(changeMark(marks, item.id, change))}
                />
              ))}
            </div>
          );
        })}
      </div>
    </section>
  );
}

interface ItemProps {
  readonly item: ChecklistItem;
  readonly mark: Mark | undefined;
  readonly isCurrent: boolean;
  readonly onCurrent: (itemId: string) => void;
  readonly onOutcome: (outcome: CheckOutcome) => void;
  readonly onChange: (change: Partial<Mark>) => void;
  readonly onFailure: (error: unknown) => void;
}

function Item({ item, mark, isCurrent, onCurrent, onOutcome, onChange, onFailure }: ItemProps) {
  const { t } = useTranslation();
  const { say } = useAppState();
  const defect = mark?.outcome === 'defect';
  return (
    <div
      className={`item ${isCurrent ? 'current' : ''} ${defect ? 'defect' : ''}`}
      data-item={item.id}
      onClick={() => onCurrent(item.id)}
    >
      <span className="no">{item.no}</span>
      <span title={say(item.requirement)}>
        {say(item.title)} <span className="muted small">{item.table.endsWith('-1') ? '' : item.table}</span>
      </span>
      <span className="outcomes" role="group" aria-label={say(item.title)}>
        {SIGNS.map(({ outcome, sign, look }) => (
          <button
            key={outcome}
            type="button"
            className={look}
            aria-pressed={mark?.outcome === outcome}
            aria-label={t(`visit.outcome.${outcome}`)}
            title={t(`visit.outcome.${outcome}`)}
            onClick={() => onOutcome(outcome)}
          >
            {sign}
          </button>
        ))}
      </span>
      {defect ? <Exception item={item} mark={mark} onChange={onChange} onFailure={onFailure} /> : null}
    </div>
  );
}

function Exception({
  item,
  mark,
  onChange,
  onFailure,
}: {
  readonly item: ChecklistItem;
  readonly mark: Mark;
  readonly onChange: (change: Partial<Mark>) => void;
  readonly onFailure: (error: unknown) => void;
}) {
  const { t } = useTranslation();
  const { say } = useAppState();
  const beyond = beyondLimit(item, mark.reading);
  const { limit } = item;
  const bounds =
    limit === undefined
      ? ''
      : [limit.min === undefined ? '' : `≥ ${limit.min}`, limit.max === undefined ? '' : `≤ ${limit.max}`]
          .filter((part) => part !== '')
          .join(' ');
  return (
    <div className="exception">
      {limit === undefined ? null : (
        <TextField
          label={t('visit.reading', { unit: limit.unit, bounds })}
          inputMode="decimal"
          value={mark.reading}
          onChange={(event) => onChange({ reading: event.target.value })}
        />
      )}
      <TextField
        className={limit === undefined ? 'wide' : ''}
        label={t('visit.exceptionNote')}
        value={mark.note}
        onChange={(event) => onChange({ note: event.target.value })}
        problem={mark.note.trim() === '' ? t('visit.problems.defect-note') : undefined}
      />
      <PhotoPicker
        count={mark.photos.length}
        onStored={(sha256) => onChange({ photos: [...mark.photos, sha256] })}
        onFailure={onFailure}
      />
      <div className="wide small">
        {say(item.requirement)}
        {beyond === null ? '' : <span className="warn strong"> {t(`visit.${beyond}Limit`)}</span>}
      </div>
    </div>
  );
}

const PHOTO_TYPES = ['image/jpeg', 'image/png', 'image/webp'] as const;

function PhotoPicker({
  count,
  onStored,
  onFailure,
}: {
  readonly count: number;
  readonly onStored: (sha256: string) => void;
  readonly onFailure: (error: unknown) => void;
}) {
  const { t } = useTranslation();
  const [busy, setBusy] = useState(false);
  const store = async (file: File): Promise<void> => {
    const mediaType = PHOTO_TYPES.find((type) => type === file.type) ?? 'image/jpeg'; // the first bytes decide on the other side
    const { sha256 } = await call('attachment.store', { mediaType, bytes: new Uint8Array(await file.arrayBuffer()) });
    onStored(sha256);
  };
  return (
    <label className="button small">
      {busy ? t('visit.storingPhoto') : t('visit.photos', { count })}
      <input
        className="visually-hidden"
        type="file"
        accept={PHOTO_TYPES.join(',')}
        onChange={(event) => {
          const file = event.target.files?.[0];
          if (file === undefined) return;
          setBusy(true);
          store(file)
            .catch(onFailure)
            .finally(() => setBusy(false));
        }}
      />
    </label>
  );
}
