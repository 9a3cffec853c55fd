/** What the person decided about the hazard of a defective item. '' = as proposed. */
export interface ItemHazard {
  readonly isHazard: boolean;
  readonly component: string;
  readonly what: string;
}

export type ItemHazards = Readonly<Record<string, ItemHazard>>;

export type ItemHazardProblem = 'hazard-without-part' | 'hazard-too-long';
