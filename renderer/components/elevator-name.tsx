import { useTranslation } from 'react-i18next';
import type { Elevator } from '../../domain/elevator/elevator';
import { estateOf, placeOf } from './elevator-place';

type Named = Pick<Elevator, 'registrationNo' | 'address' | 'internalNo' | 'sample'>;

/** An elevator in one line of a list: the estate may be cut, its own number never; made-up ones are marked. Without a place, its registration number. */
export function ElevatorName({ elevator, href }: { readonly elevator: Named; readonly href?: string }) {
  const { t } = useTranslation();
  const { registrationNo, address, internalNo, sample } = elevator;
  const named = placeOf(elevator) === '' ? registrationNo : estateOf(address);
  const text = (
    <>
      <span className="estate">{named}</span>
      {internalNo === undefined ? null : <span className="strong unit">{internalNo}</span>}
    </>
  );
  return (
    <span className="elevator-name" title={`${placeOf(elevator)} ${registrationNo}`.trim()}>
      {sample === true ? <span className="sample-mark">{t('fleet.sample')}</span> : null}
      {href === undefined ? text : <a href={href}>{text}</a>}
    </span>
  );
}
