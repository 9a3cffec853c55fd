import { recordNoOf, type RecordId } from '../../../domain/record/record-id';
import { Button } from '../../components/controls';

/** A record by its number; leads to where it stands on this page, else to the elevator's own page. */
export function RecordLink({
  id,
  name,
  onElsewhere,
}: {
  readonly id: RecordId;
  readonly name: string;
  readonly onElsewhere: () => void;
}) {
  const go = (): void => {
    const found = document.querySelector<HTMLElement>(`[data-record="${CSS.escape(id)}"]`);
    if (found === null) {
      onElsewhere();
      return;
    }
    found.scrollIntoView({ block: 'center' });
    found.focus();
  };
  return (
    <Button look="link" className="record-link" title={name} aria-label={`${name} ${recordNoOf(id)}`} onClick={go}>
      {recordNoOf(id)}
    </Button>
  );
}
