import { Fragment } from 'react';
import { useTranslation } from 'react-i18next';
import { termsOf } from '../../../domain/terms/terms-of';
import { count } from '../../i18n/dates';
import { useAppState } from '../../session/app-state';
import { useFleetAnswer } from '../../session/use-fleet-answer';
import { ErrorNotice } from '../record/error-notice';
import { KEPT_FOR, sitesOf, type KeptForm } from './kept-form';
import './inspections-kept.css';

interface FieldsProps {
  readonly form: KeptForm;
  readonly onForm: (form: KeptForm) => void;
  readonly problem: string | undefined;
}

/** For which elevators inspections are kept here: what can be answered, and what each answer means. */
export function KeptFields({ form, onForm, problem }: FieldsProps) {
  const { t } = useTranslation();
  const { locale } = useAppState();
  const { scope, use, verdict } = termsOf(locale);
  const terms = { scope: scope.maintenance, cannotTell: use['cannot-tell'], notShown: verdict['not-shown'] };
  return (
    <fieldset className="kept-fields" data-invalid={problem === undefined ? undefined : true}>
      <legend>{t('kept.question')}</legend>
      {KEPT_FOR.map((one) => (
        <Fragment key={one}>
          <label className="kept-choice">
            <input
              type="radio"
              name="inspections-kept"
              checked={form.for === one}
              onChange={() => onForm({ ...form, for: one })}
            />
            <span>
              {t(`kept.for.${one}`)}
              <span className="small muted">{t(`kept.means.${one}`, terms)}</span>
            </span>
          </label>
          {one === 'sites' && form.for === 'sites' ? <Sites form={form} onForm={onForm} /> : null}
        </Fragment>
      ))}
      {problem === undefined ? null : (
        <div className="small bad" role="alert">
          {problem}
        </div>
      )}
    </fieldset>
  );
}

function Sites({ form, onForm }: Omit<FieldsProps, 'problem'>) {
  const { t } = useTranslation();
  const { locale } = useAppState();
  const { answer, failure } = useFleetAnswer('elevators', 'all');
  if (failure !== null) return <ErrorNotice error={failure} />;
  if (answer === null) return <div className="busy-line" />;
  const elevators = answer.rows;
  const sites = sitesOf(elevators, form);
  const without = elevators.filter(({ address }) => address === undefined).length;
  const toggle = (site: string): void => {
    const chosen = new Set(form.sites);
    if (!chosen.delete(site)) chosen.add(site);
    onForm({ ...form, sites: chosen });
  };
  return (
    <>
      <div className="kept-sites" role="group" aria-label={t('kept.sites')}>
        {sites.map(({ name, elevators: here }) => (
          <label key={name}>
            <input type="checkbox" checked={form.sites.has(name)} onChange={() => toggle(name)} /> {name}{' '}
            <span className="small muted">{t('kept.elevators', { count: here, elevators: count(here, locale) })}</span>
          </label>
        ))}
        {sites.length === 0 ? <span className="muted">{t('kept.noSites')}</span> : null}
      </div>
      {without === 0 ? null : (
        <div className="small muted kept-note">
          {t('kept.withoutSite', { count: without, elevators: count(without, locale) })}
        </div>
      )}
    </>
  );
}
