import { RECORD_CHANNELS } from '../record/kinds';

/** Names only: the preload takes this file and no schema. */
export const CHANNELS = [
  ...RECORD_CHANNELS,
  'app.info',
  'settings.read',
  'settings.write',
  'packs.read',
  'packs.whole',
  'journal.read',
  'journal.walked',
  'journal.met',
  'journal.claim',
  'journal.resume',
  'details.find',
  'details.erase',
  'elevator.register',
  'elevator.correct',
  'inspections.keep',
  'roster.read',
  'roster.record',
  'roster.correct',
  'roster.withdraw',
  'visit.versions',
  'round.log',
  'round.withdraw',
  'hazard.advance',
  'attachment.store',
  'attachment.read',
  'import.preview',
  'import.answer',
  'import.map',
  'import.rows',
  'import.commit',
  'import.discard',
  'import.refused',
  'mappings.read',
  'mappings.keep',
  'mappings.forget',
  'mappings.take',
  'plan.read',
  'plan.write',
  'tables.export',
  'tables.template',
  'import.list',
  'import.brought',
  'import.takeBack',
  'sample.add',
  'report.make',
  'report.list',
  'report.read',
  'countersign.make',
  'countersign.list',
  'sheet.batch',
  'routine.paper',
  'insurer.bundle',
  'identity.list',
  'identity.lock',
  'identity.create',
  'identity.import',
  'identity.passphrase',
  'identity.export',
  'identity.renew',
  'identity.withdraw',
  'backup.status',
  'backup.choose',
  'backup.run',
  'backup.move',
  'backup.sheet',
  'backup.list',
  'backup.preview',
  'backup.restore',
  'verify.file',
  'summary.verify',
  'trust.list',
  'trust.add',
  'trust.remove',
  'fault.report',
] as const;
export type Channel = (typeof CHANNELS)[number];

/** The one channel by which a page gives up on a call: the id it gave that call. */
export const CANCEL_CHANNEL = 'task.cancel';
/** Progress travels to the page on this channel as `{taskId, progress}`. */
export const PROGRESS_CHANNEL = 'task.progress';
/** Calls travel to Node on this channel as `{channel, request, taskId}`. */
export const CALL_CHANNEL = 'bridge.call';

/** What only a window of Electron has: events to the page, and what the page asks of it. */
export const WINDOW_EVENT_CHANNEL = 'window.event';
export const WINDOW_REQUEST_CHANNEL = 'window.request';
/** Hands over the path of a file that the person chose or dropped; answers a ticket that stands for its bytes in calls. */
export const OFFER_CHANNEL = 'file.offer';
/** Answers the bytes of a file that the system opened the program with, by the ticket in the event. */
export const OPENED_CHANNEL = 'file.opened';
