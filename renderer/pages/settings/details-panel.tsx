import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DetailsFound, FoundDetail } from '../../../domain/bridge/replies';
import { ERASURE_REASONS, type ErasureReason } from '../../../domain/record/erasure';
import type { PersonalKind } from '../../../domain/record/personal';
import { termsOf } from '../../../domain/terms/terms-of';
import { call } from '../../bridge/client';
import { Button, SelectField, TextField } from '../../components/controls';
import { useRecordForm } from '../../components/use-record-form';
import { useSaving } from '../../components/use-saving';
import { ErrorNotice } from '../../features/record/error-notice';
import { RecordDialog } from '../../features/record/record-dialog';
import { count } from '../../i18n/dates';
import { useAppState } from '../../session/app-state';

/** To find a person's details wherever they are on record, and to erase those that are chosen. */
export function DetailsPanel() {
  const { t } = useTranslation();
  const { locale, readOnly } = useAppState();
  const { save, busy, failure } = useSaving();
  const [text, setText] = useState('');
  const [answer, setAnswer] = useState<(DetailsFound & { readonly asked: string }) | null>(null);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [erasing, setErasing] = useState(false);
  const [done, setDone] = useState<{ readonly details: number; readonly isFinished: boolean } | null>(null);
  const asked = text.trim();
  const find = (): void =>
    save(async () => {
      setDone(null);
      const found = await call('details.find', { text: asked });
      setAnswer({ ...found, asked });
      setChosen(new Set(found.found.filter((one) => one.text === asked && canBeErased(one)).map((one) => one.text)));
    });
  const choose = (detail: string, isChosen: boolean): void =>
    setChosen((before) => new Set(isChosen ? [...before, detail] : [...before].filter((one) => one !== detail)));
  return (
    <section className="panel" id="details">
      <header>
        <h2>{t('details.title')}</h2>
      </header>
      <form
        className="body"
        style={{ display: 'grid', gap: 12 }}
        onSubmit={(event) => {
          event.preventDefault();
          if (asked !== '') find();
        }}
      >
        <p className="small muted" style={{ margin: 0 }}>
          {t('details.what')}
        </p>
        <div style={{ display: 'flex', gap: 12, alignItems: 'end' }}>
          <TextField
            label={t('details.text')}
            value={text}
            maxLength={80}
            onChange={({ target }) => setText(target.value)}
          />
          <Button type="submit" disabled={asked === ''} busy={busy}>
            {t('details.find')}
          </Button>
        </div>
        {failure === null ? null : <ErrorNotice error={failure} />}
        {answer === null ? null : <Found answer={answer} chosen={chosen} onChoose={choose} />}
        {answer === null || answer.found.length === 0 ? null : (
          <div>
            <Button disabled={readOnly || chosen.size === 0} onClick={() => setErasing(true)}>
              {t('details.erase')}
            </Button>
          </div>
        )}
        <div role="status">
          {done === null ? '' : t('details.done', { figure: count(done.details, locale) })}
          {done?.isFinished === false ? ` ${t('details.unfinished')}` : ''}
        </div>
      </form>
      {!erasing || answer === null ? null : (
        <EraseDialog
          chosen={answer.found.filter((one) => chosen.has(one.text))}
          onClose={() => setErasing(false)}
          onErased={(erased) => {
            setErasing(false);
            setAnswer(null);
            setText('');
            setDone(erased);
          }}
        />
      )}
    </section>
  );
}

function timesOf({ kinds }: FoundDetail): number {
  return Object.values(kinds).reduce((sum, times) => sum + times, 0);
}

/** Some of it stands in entries from which something can be erased. */
function canBeErased(detail: FoundDetail): boolean {
  return detail.fixed < timesOf(detail);
}

function Found({
  answer,
  chosen,
  onChoose,
}: {
  readonly answer: DetailsFound & { readonly asked: string };
  readonly chosen: ReadonlySet<string>;
  readonly onChoose: (detail: string, isChosen: boolean) => void;
}) {
  const { t } = useTranslation();
  const { locale } = useAppState();
  const { recordKind } = termsOf(locale);
  const nameOf = (kind: PersonalKind | 'plan'): string =>
    kind === 'elevators' || kind === 'papers' || kind === 'plan' || kind === 'roster'
      ? t(`details.kinds.${kind}`)
      : recordKind[kind];
  if (answer.found.length === 0) return <p style={{ margin: 0 }}>{t('details.none', { text: answer.asked })}</p>;
  return (
    <>
      <table className="list">
        <thead>
          <tr>
            <td style={{ width: 32 }} />
            <th scope="col">{t('details.detail')}</th>
            <th scope="col">{t('details.where')}</th>
          </tr>
        </thead>
        <tbody>
          {answer.found.map((one) => (
            <tr key={one.text}>
              <td>
                <input
                  type="checkbox"
                  aria-label={one.text}
                  checked={chosen.has(one.text)}
                  disabled={!canBeErased(one)}
                  onChange={({ target }) => onChoose(one.text, target.checked)}
                />
              </td>
              <td className="whole">{one.text}</td>
              <td>
                {(Object.entries(one.kinds) as [PersonalKind | 'plan', number][])
                  .map(([kind, times]) => t('details.times', { kind: nameOf(kind), figure: count(times, locale) }))
                  .join(t('details.comma'))}
                {one.fixed === 0 ? null : (
                  <div className="small muted">{t('details.fixed', { figure: count(one.fixed, locale) })}</div>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {answer.more === 0 ? null : (
        <p style={{ margin: 0 }}>{t('details.more', { figure: count(answer.more, locale) })}</p>
      )}
    </>
  );
}

function EraseDialog({
  chosen,
  onClose,
  onErased,
}: {
  readonly chosen: readonly FoundDetail[];
  readonly onClose: () => void;
  readonly onErased: (erased: { readonly details: number; readonly isFinished: boolean }) => void;
}) {
  const { t } = useTranslation();
  const { mutate, locale } = useAppState();
  const texts = useState<{ reason: ErasureReason | '' }>({ reason: '' });
  const [{ reason }] = texts;
  const form = useRecordForm({
    texts,
    problems: reason === '' ? { reason: 'missing' } : {},
    words: () => t('details.reasonMissing'),
    write: async () => {
      if (reason !== '') onErased(await mutate('details.erase', { texts: chosen.map(({ text }) => text), reason }));
    },
  });
  const times = chosen.reduce((sum, one) => sum + timesOf(one) - one.fixed, 0);
  const reasons = termsOf(locale).erasureReason;
  return (
    <RecordDialog title={t('details.confirm')} form={form} saveWord={t('details.confirmErase')} onClose={onClose}>
      <p>
        {t('details.goes', {
          texts: chosen.map(({ text }) => text).join(t('details.comma')),
          figure: count(times, locale),
        })}
      </p>
      <ul>
        <li>{t('details.stays')}</li>
        <li>{t('details.elsewhere')}</li>
      </ul>
      <SelectField
        label={t('details.reason')}
        problem={form.told('reason')}
        value={form.texts.reason}
        onChange={({ target }) => form.set({ reason: target.value as ErasureReason | '' })}
        options={[
          { value: '', text: t('details.choose') },
          ...ERASURE_REASONS.map((value) => ({ value, text: reasons[value] })),
        ]}
      />
    </RecordDialog>
  );
}
