import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { Elevator } from '../../../domain/elevator/elevator';
import type { RecordedHazard } from '../../../domain/record/dossier';
import { HAZARD_PAPERS } from '../../../domain/record/paper-kind';
import { Button, SelectField, TextField } from '../../components/controls';
import { SignerFields } from '../../features/signing/signing-fields';
import { usePaperForm, type HazardPaper } from './use-paper-form';

interface Props {
  readonly elevator: Elevator;
  readonly record: RecordedHazard;
  readonly onFailure: (error: unknown) => void;
}

/** Signs a paper about one hazard: notice, demand, reply, report to the authority, or the sheet for a stopped elevator. */
export function PapersPanel({ elevator, record, onFailure }: Props) {
  const { t } = useTranslation();
  const paper = usePaperForm(elevator, record, onFailure);
  const { form } = paper;
  return (
    <section className="panel">
      <header>
        <h2>{t('hazard.papers.title')}</h2>
      </header>
      {paper.identities?.length === 0 ? (
        <p className="notice">
          {t('reports.noIdentity')} <Link href="/settings">{t('reports.toSettings')}</Link>
        </p>
      ) : (
        <form
          className="body papers-form"
          onSubmit={(event) => {
            event.preventDefault();
            form.submit();
          }}
        >
          <PaperFields paper={paper} />
          <Button type="submit" disabled={form.locked} busy={form.busy}>
            {t('hazard.papers.run')}
          </Button>
          {paper.made === null ? null : (
            <div className="notice" role="status">
              {t('hazard.papers.made', { number: paper.made.number })}{' '}
              <Button look="small" onClick={() => paper.save()}>
                {t('reports.save')}
              </Button>
            </div>
          )}
        </form>
      )}
    </section>
  );
}

function PaperFields({ paper }: { readonly paper: ReturnType<typeof usePaperForm> }) {
  const { t } = useTranslation();
  return (
    <>
      <SelectField
        label={t('hazard.papers.kind')}
        value={paper.kind}
        onChange={(event) => paper.setKind(event.target.value as HazardPaper)}
        options={HAZARD_PAPERS.map((kind) => ({ value: kind, text: t(`hazard.papers.kinds.${kind}`) }))}
      />
      <TextField
        label={t('hazard.papers.addressee')}
        value={paper.addressee}
        onChange={(event) => paper.setAddressee(event.target.value)}
      />
      <SignerFields form={paper.signing} passphraseProblem={paper.form.told('passphrase')} />
    </>
  );
}
