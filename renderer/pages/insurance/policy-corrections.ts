import type { RegistrationNo } from '../../../domain/elevator/elevator';
import type { Policy, PolicyField } from '../../../domain/insurance/policy';
import type { RecordId } from '../../../domain/record/record-id';
import type { PolicyRecord } from '../../../domain/fleet/insurance-rows';
import { policyChanges, type PolicyForm } from './policy-form';

export interface PolicyCorrection {
  readonly registrationNo: RegistrationNo;
  readonly recordId: RecordId;
  readonly set: { field: PolicyField; to: string | number | string[] | null }[];
}

/**
 * What a form changes in the records of a policy: only the fields in which it differs from the record it was filled
 * from, so that what each elevator has of its own stays. Records in which nothing changes are left out.
 */
export function correctionsOf(
  filledFrom: Policy,
  form: PolicyForm,
  records: readonly PolicyRecord[],
): PolicyCorrection[] {
  const touched = new Set(policyChanges(filledFrom, form).map(({ field }) => field));
  return records.flatMap(({ elevator: { registrationNo }, record }) => {
    const set = policyChanges(record.value, form).filter(({ field }) => touched.has(field));
    return set.length === 0 ? [] : [{ registrationNo, recordId: record.id, set }];
  });
}
