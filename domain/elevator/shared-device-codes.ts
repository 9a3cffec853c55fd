import type { Elevator, RegistrationNo } from './elevator';
import { isLifeEnd } from './elevator';
import { normalKey } from './registration-no';

export interface SharedDeviceCode {
  readonly deviceCode: string;
  readonly registrationNos: readonly RegistrationNo[];
}

type Coded = Pick<Elevator, 'registrationNo' | 'deviceCode' | 'status' | 'successorNo'>;

/**
 * Device codes under more than one certificate in use: one elevator told twice, or a slip in a code. A retired elevator
 * and one that another names as its successor stand in nobody's way.
 */
export function sharedDeviceCodes(elevators: Iterable<Coded>): SharedDeviceCode[] {
  const byCode = new Map<string, Coded[]>();
  for (const elevator of elevators) {
    if (elevator.deviceCode === undefined || isLifeEnd(elevator.status)) continue;
    const code = normalKey(elevator.deviceCode);
    const held = byCode.get(code);
    if (held === undefined) byCode.set(code, [elevator]);
    else held.push(elevator);
  }
  return [...byCode].flatMap(([deviceCode, held]) => {
    const followed = new Set(held.map(({ registrationNo }) => registrationNo));
    const apart = held.filter(({ successorNo }) => successorNo === undefined || !followed.has(successorNo));
    return apart.length < 2 ? [] : [{ deviceCode, registrationNos: apart.map(({ registrationNo }) => registrationNo) }];
  });
}
