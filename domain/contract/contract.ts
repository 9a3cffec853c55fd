import type { CivilDate } from '../calendar/civil-date';
import type { RegistrationNo } from '../elevator/elevator';

/** What a maintenance contract covers (保养方式): 全包, 半包, 清包. The words are those in use; no text was read that fixes them. */
export const CONTRACT_CATEGORIES = ['full', 'partial', 'labour'] as const;
export type ContractCategory = (typeof CONTRACT_CATEGORIES)[number];

/** One elevator under a maintenance contract; a contract over many elevators is one such record each. No fee is kept. */
export interface Contract {
  readonly registrationNo: RegistrationNo;
  /** The maintaining firm, as the contract names it. */
  readonly firm: string;
  readonly contractNo?: string;
  /** First and last day of it, both included; absent = no end is known. */
  readonly from: CivilDate;
  readonly to?: CivilDate;
  readonly category?: ContractCategory;
  readonly note?: string;
}

/** Fields a correction may change; a contract that ended early has its last day corrected, with the reason. */
export const CONTRACT_FIELDS = [
  'firm',
  'contractNo',
  'from',
  'to',
  'category',
  'note',
] as const satisfies readonly (keyof Contract)[];
export type ContractField = (typeof CONTRACT_FIELDS)[number];
