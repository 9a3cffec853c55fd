import { isOfRoster, type Due } from '../../../domain/fleet/roster-dues';
import { ElevatorName } from '../../components/elevator-name';
import { elevatorHref } from '../../components/elevator-place';

/** Of which elevator, person or firm something is due, leading to where it stands. */
export function DueSubject({ due }: { readonly due: Due }) {
  if (!isOfRoster(due)) return <ElevatorName elevator={due.elevator} href={elevatorHref(due.registrationNo)} />;
  return <a href={`#${rosterPath(due)}`}>{due.value.name}</a>;
}

/** Where a line leads, for the router. */
export function duePath(due: Due): string {
  return isOfRoster(due) ? rosterPath(due) : elevatorHref(due.registrationNo).slice(1);
}

/** What tells one line from another. */
export function dueKey(due: Due): string {
  return isOfRoster(due) ? `${due.list} ${due.id}` : `${due.registrationNo} ${due.rule ?? 'insurance'}`;
}

function rosterPath({ list, id }: { readonly list: string; readonly id: string }): string {
  return `/people?list=${list}&row=${encodeURIComponent(id)}`;
}
