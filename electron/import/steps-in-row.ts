import type { StepAct } from '../../domain/hazard/hazard-step';

/** Where the one-row form of a hazard has a place for each member of a step. */
export const STEPS_IN_ROW: Readonly<Partial<Record<StepAct, Readonly<Record<string, string>>>>> = {
  'stop-use': { on: 'stopped_on', by: 'stopped_by' },
  notify: { on: 'notified_on', by: 'notified_by', to: 'notified_to', paper: 'notice_no', received_by: 'received_by' },
  report: { on: 'reported_on', by: 'reported_by', to: 'reported_to', paper: 'report_no', receipt: 'receipt_no' },
  start: { on: 'started_on', by: 'started_by' },
  rectify: {
    on: 'rectified_on',
    by: 'rectified_by',
    what: 'rectified_what',
    cost: 'actual_cost',
    evidence: 'evidence',
  },
  recheck: { on: 'rechecked_on', by: 'rechecked_by', result: 'recheck_result', evidence: 'recheck_evidence' },
  'return-to-use': { on: 'returned_on', by: 'returned_by' },
  close: { on: 'closed_on', by: 'closed_by' },
  refuse: { on: 'refused_on', by: 'refused_by', reason: 'refused_reason', evidence: 'refused_evidence' },
};
