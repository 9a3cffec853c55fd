/** What the record of one visit says (维保记录单). */
export interface VisitWords {
  readonly title: string;
  readonly copies: string;
  readonly labels: Readonly<
    Record<
      'task' | 'times' | 'last' | 'next' | 'technicians' | 'parts' | 'leaving' | 'hazards' | 'otherColumns',
      string
    >
  >;
  /** Of the category: from which list, how many items were answered. */
  readonly answered: (items: number, tables: string) => string;
  readonly noChecklist: string;
  readonly at: (times: string) => string;
  readonly minutes: (minutes: number) => string;
  readonly filled: string;
  readonly noTimes: string;
  readonly last: (rule: string, from: string, atStart: boolean, days: number, deadline: string | null) => string;
  readonly lastLate: (days: number) => string;
  readonly noLast: string;
  readonly next: (rule: string, deadline: string) => string;
  readonly noNext: string;
  readonly noTechnician: string;
  /** Nothing is on record of certificates but what stands in the names. */
  readonly certificates: string;
  readonly leaving: string;
  readonly table: {
    readonly caption: string;
    readonly continued: string;
    readonly counts: (ok: number, defects: number, notApplicable: number) => string;
    readonly columns: Readonly<Record<'no' | 'item' | 'requirement' | 'result' | 'remark', string>>;
  };
  readonly outcome: Readonly<Record<'ok' | 'defect' | 'not-applicable', string>>;
  readonly atOnce: string;
  readonly howUnknown: string;
  readonly noText: string;
  readonly hazard: (no: string, state: string, what: string) => string;
  /** Heads of the lists of items in order, by how they were answered. */
  readonly lists: Readonly<Record<'each' | 'rest' | 'unknown', (table: number) => string>>;
  readonly count: (items: number) => string;
  readonly listContinued: (caption: string) => string;
  readonly noExceptions: string;
  readonly signing: {
    readonly workers: { readonly label: string; readonly lines: readonly string[]; readonly note: string };
    readonly confirmed: { readonly label: string; readonly lines: readonly string[] };
    readonly named: (name: string) => string;
    /** What the user unit answered; `hash` = the beginning of the hash that the answer is bound to. */
    readonly given: (by: string, when: string, how: string, isDrawn: boolean, hash: string) => string;
    readonly earlier: (by: string, when: string, how: string, hash: string) => string;
    readonly refused: (by: string, when: string, reason: string) => string;
    readonly asked: (by: string, when: string) => string;
    readonly unnamed: string;
  };
  readonly separator: string;
}
