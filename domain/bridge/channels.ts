/** Names only: the preload takes this file and no schema. */
export const CHANNELS = [
  'app.info',
  'settings.read',
  'settings.write',
  'packs.read',
  'journal.read',
  'elevator.register',
  'elevator.correct',
  'visit.log',
  'visit.correct',
  'visit.withdraw',
  'outage.record',
  'outage.correct',
  'outage.withdraw',
  'inspection.record',
  'inspection.correct',
  'inspection.withdraw',
  'callout.record',
  'callout.correct',
  'callout.withdraw',
  'hazard.find',
  'hazard.advance',
  'hazard.correct',
  'assessment.record',
  'assessment.withdraw',
  'policy.record',
  'policy.correct',
  'policy.withdraw',
  'claim.record',
  'claim.correct',
  'claim.withdraw',
  'attachment.store',
  'attachment.read',
  'import.preview',
  'import.commit',
  'import.discard',
  'import.refused',
  'sample.add',
  'report.make',
  'report.list',
  'report.read',
  'identity.list',
  'identity.create',
  'identity.import',
  'verify.file',
  'trust.list',
  'trust.add',
  'trust.remove',
] as const;
export type Channel = (typeof CHANNELS)[number];

/** The one channel by which a page gives up on a call: the id it gave that call. */
export const CANCEL_CHANNEL = 'task.cancel';
/** Progress travels to the page on this channel as `{taskId, progress}`. */
export const PROGRESS_CHANNEL = 'task.progress';
/** Calls travel to Node on this channel as `{channel, request, taskId}`. */
export const CALL_CHANNEL = 'bridge.call';
