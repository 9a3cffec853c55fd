import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { Elevator } from '../../../domain/elevator/elevator';
import type { RecordedHazard } from '../../../domain/record/dossier';
import { HAZARD_PAPERS } from '../../../domain/record/paper-kind';
import { Button, SelectField, TextField } from '../../components/controls';
import { usePaperForm, type HazardPaper } from './use-paper-form';

interface Props {
  readonly elevator: Elevator;
  readonly record: RecordedHazard;
  readonly onFailure: (error: unknown) => void;
}

/** Signs a paper about one hazard: notice, demand, reply, report to the authority, or the sheet for a stopped elevator. */
export function PapersPanel({ elevator, record, onFailure }: Props) {
  const { t } = useTranslation();
  const form = usePaperForm(elevator, record, onFailure);
  return (
    <section className="panel">
      <header>
        <h2>{t('hazard.papers.title')}</h2>
      </header>
      {form.identities?.length === 0 ? (
        <p className="notice">
          {t('reports.noIdentity')} <Link href="/settings">{t('reports.toSettings')}</Link>
        </p>
      ) : (
        <form
          className="body papers-form"
          onSubmit={(event) => {
            event.preventDefault();
            form.run();
          }}
        >
          <PaperFields form={form} />
          <Button type="submit" disabled={!form.ready} busy={form.busy}>
            {t('hazard.papers.run')}
          </Button>
          {form.made === null ? null : (
            <div className="notice" role="status">
              {t('hazard.papers.made', { number: form.made.number })}{' '}
              <Button look="small" onClick={() => form.save()}>
                {t('reports.save')}
              </Button>
            </div>
          )}
        </form>
      )}
    </section>
  );
}

function PaperFields({ form }: { readonly form: ReturnType<typeof usePaperForm> }) {
  const { t } = useTranslation();
  return (
    <>
      <SelectField
        label={t('hazard.papers.kind')}
        value={form.kind}
        onChange={(event) => form.setKind(event.target.value as HazardPaper)}
        options={HAZARD_PAPERS.map((kind) => ({ value: kind, text: t(`hazard.papers.kinds.${kind}`) }))}
      />
      <TextField
        label={t('hazard.papers.addressee')}
        value={form.addressee}
        onChange={(event) => form.setAddressee(event.target.value)}
      />
      <SelectField
        label={t('reports.identity')}
        value={form.identityId}
        onChange={(event) => form.setIdentityId(event.target.value)}
        options={(form.identities ?? []).map(({ identityId, organisation, fingerprint }) => ({
          value: identityId,
          text: `${organisation} (${fingerprint.slice(0, 8)})`,
        }))}
      />
      <TextField
        label={t('reports.passphrase')}
        type="password"
        autoComplete="off"
        value={form.passphrase}
        onChange={(event) => form.setPassphrase(event.target.value)}
      />
    </>
  );
}
