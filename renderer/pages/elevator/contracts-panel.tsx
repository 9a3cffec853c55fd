import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Contract, ContractCategory } from '../../../domain/contract/contract';
import { firmsOf, responsibleIn, responsibleOn, servedIn } from '../../../domain/contract/responsible';
import { defaultPeriod } from '../../../domain/calendar/period';
import type { Dossier, Recorded } from '../../../domain/record/dossier';
import type { Json } from '../../../domain/record/entry';
import { recordNoOf } from '../../../domain/record/record-id';
import { termsOf } from '../../../domain/terms/terms-of';
import { Button } from '../../components/controls';
import { AmendmentList } from '../../features/record/amendment-list';
import { ChangedMark } from '../../features/record/changed-mark';
import { DoubtfulTime } from '../../features/record/doubtful-time';
import { longDate } from '../../i18n/dates';
import { useAppState } from '../../session/app-state';
import { ContractDialog } from './contract-dialog';
import { anchorOf } from './show-record';

const COLUMNS = 6;

/** Contracts of an elevator, newest first, and by them who is to maintain it today. */
export function ContractsPanel({ dossier }: { readonly dossier: Dossier }) {
  const { t } = useTranslation();
  const { readOnly, info } = useAppState();
  const [open, setOpen] = useState<Recorded<Contract> | 'new' | null>(null);
  const newestFirst = [...dossier.contracts].sort((a, b) => (a.value.from < b.value.from ? 1 : -1));
  const stand = dossier.contracts.filter(({ withdrawn }) => withdrawn !== true);
  const firms = firmsOf({ contracts: responsibleOn(stand, info.today) });
  return (
    <section className="panel inspections-panel">
      <header>
        <h2>{t('contract.title')}</h2>
        <span className="muted small">
          {stand.length === 0
            ? null
            : firms.length === 0
              ? t('contract.nobody')
              : t('contract.now', { firms: firms.join(t('elevator.listComma')) })}
        </span>
        <Button className="right" look="small" disabled={readOnly} onClick={() => setOpen('new')}>
          {t('contract.record')}
        </Button>
      </header>
      {newestFirst.length === 0 ? (
        <p className="muted none">{t('contract.none')}</p>
      ) : (
        <table className="list">
          <thead>
            <tr>
              {(['firm', 'from', 'to', 'contractNo', 'category'] as const).map((field) => (
                <th key={field}>{t(`contractFields.${field}`)}</th>
              ))}
              <th className="number">{t('history.recordNo')}</th>
            </tr>
          </thead>
          <tbody>
            {newestFirst.map((record) => (
              <ContractLine key={record.id} record={record} onCorrect={() => setOpen(record)} />
            ))}
          </tbody>
        </table>
      )}
      {stand.length === 0 ? null : <Uneven dossier={dossier} />}
      {open === null ? null : (
        <ContractDialog
          registrationNo={dossier.registrationNo}
          maintainer={dossier.elevator.value.maintainer}
          record={open === 'new' ? null : open}
          onClose={() => setOpen(null)}
        />
      )}
    </section>
  );
}

/** The days of the last year that no contract covers, or those of two firms at a time. */
function Uneven({ dossier }: { readonly dossier: Dossier }) {
  const { t } = useTranslation();
  const { locale, info } = useAppState();
  const stand = dossier.contracts.filter(({ withdrawn }) => withdrawn !== true);
  const spans = responsibleIn(stand, servedIn(dossier.elevator.value, defaultPeriod(info.today)));
  const uneven = spans.filter((span) => firmsOf(span).length !== 1);
  if (uneven.length === 0) return null;
  return (
    <p className="muted small none">
      {t('contract.lastYear')}{' '}
      {uneven
        .map((span) =>
          t(span.contracts.length === 0 ? 'contract.gap' : 'contract.two', {
            from: longDate(span.from, locale),
            to: longDate(span.to, locale),
            firms: firmsOf(span).join(t('elevator.listComma')),
          }),
        )
        .join(t('elevator.listComma'))}
    </p>
  );
}

/** One contract; its firm opens the correction, the note and its corrections stand below it. */
function ContractLine({ record, onCorrect }: { readonly record: Recorded<Contract>; readonly onCorrect: () => void }) {
  const { id, value, withdrawn, amendments = [] } = record;
  const { t } = useTranslation();
  const { locale, readOnly } = useAppState();
  const names = termsOf(locale).contractCategory;
  const wordOf = (field: string, word: Json): string | undefined =>
    field === 'category' ? names[word as ContractCategory] : undefined;
  return (
    <>
      <tr id={anchorOf(id)} className={withdrawn === true ? 'withdrawn' : ''}>
        <td>
          {withdrawn === true ? (
            value.firm
          ) : (
            <Button look="link" disabled={readOnly} onClick={onCorrect} title={t('callout.correct')}>
              {value.firm}
            </Button>
          )}
          <ChangedMark record={record} />
          <DoubtfulTime record={record} />
        </td>
        <td className="whole">{longDate(value.from, locale)}</td>
        <td className="whole">{value.to === undefined ? t('contract.open') : longDate(value.to, locale)}</td>
        <td>{value.contractNo ?? '—'}</td>
        <td>{value.category === undefined ? '—' : names[value.category]}</td>
        <td className="number">{recordNoOf(id)}</td>
      </tr>
      {value.note === undefined ? null : (
        <tr className="detail-line">
          <td colSpan={COLUMNS}>
            <span className="muted">{t('contractFields.note')}</span> {value.note}
          </td>
        </tr>
      )}
      {amendments.length === 0 ? null : (
        <tr className="detail-line">
          <td colSpan={COLUMNS}>
            <AmendmentList amendments={amendments} fields="contractFields" wordOf={wordOf} />
          </td>
        </tr>
      )}
    </>
  );
}
