import { useTranslation } from 'react-i18next';
import { ELEVATOR_STATUSES } from '../../../domain/elevator/elevator';
import type { Json } from '../../../domain/record/entry';
import { termsOf } from '../../../domain/terms/terms-of';
import { StatusMark } from '../../components/status-mark';
import { showValue } from '../../i18n/show-value';
import { useAppState } from '../../session/app-state';
import { changesVerdict, type FieldChange } from './elevator-form';

/** Old beside new for every field the correction changes, and whether verdicts of the past change with it. */
export function ChangesTable({ changes }: { readonly changes: readonly FieldChange[] }) {
  const { t } = useTranslation();
  const { kindOf, say, locale } = useAppState();
  const { status } = termsOf(locale);
  const shown = (field: string, value: Json): string => {
    if (typeof value === 'boolean') return t(`register.answers.${value ? 'true' : 'false'}`);
    if (field === 'status') return status[ELEVATOR_STATUSES.find((known) => known === value) ?? 'in-use'];
    const kind = field === 'kind' && typeof value === 'string' ? kindOf(value) : undefined;
    return kind === undefined ? showValue(value) : `${kind.code} ${say(kind.title)}`;
  };
  if (changes.length === 0) return <p className="no-changes muted">{t('register.nothingChanged')}</p>;
  return (
    <>
      <table className="list">
        <thead>
          <tr>
            <th>{t('register.changeField')}</th>
            <th>{t('register.changeFrom')}</th>
            <th>{t('register.changeTo')}</th>
          </tr>
        </thead>
        <tbody>
          {changes.map(({ field, from, to }) => (
            <tr key={field}>
              <td>{t(`register.fields.${field}`)}</td>
              <td className="muted">
                <del>{shown(field, from)}</del>
              </td>
              <td>
                <strong>{shown(field, to)}</strong>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {changes.some(changesVerdict) ? (
        <p className="no-changes">
          <StatusMark shape="lapsed" word={t('register.changesVerdict')} />
        </p>
      ) : null}
    </>
  );
}
