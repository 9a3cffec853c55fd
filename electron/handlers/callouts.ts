import { BridgeError } from '../../domain/bridge/errors';
import { CALLOUT_TIMES, timeOutOfOrder, type CallOut } from '../../domain/callout/callout';
import { dayOfMinute } from '../../domain/callout/local-minute';
import { callOutSchema } from '../../domain/record/schemas';
import { changesOf, dossierOf, standingRecord } from './changes';
import type { Handlers } from './handlers';
import type { Ports } from './ports';

export function callOutHandlers(
  ports: Ports,
): Pick<Handlers, 'callout.record' | 'callout.correct' | 'callout.withdraw'> {
  return {
    'callout.record': async ({ callOut }) => {
      const { registrationNo } = await dossierOf(ports, callOut.registrationNo);
      requireSound(ports, callOut);
      const { author } = ports.settings.read();
      const body = { callOut };
      return { entry: await ports.append({ type: 'callout-recorded', subject: registrationNo, author, body }) };
    },
    'callout.correct': async ({ registrationNo, recordId, set, reason }) => {
      const record = standingRecord((await dossierOf(ports, registrationNo)).callouts, recordId);
      const { changes, corrected } = changesOf(record.value, set, callOutSchema);
      requireSound(ports, corrected);
      const { author } = ports.settings.read();
      const body = { corrects: recordId, changes, reason };
      return { entry: await ports.append({ type: 'callout-corrected', subject: registrationNo, author, body }) };
    },
    'callout.withdraw': async ({ registrationNo, recordId, reason }) => {
      standingRecord((await dossierOf(ports, registrationNo)).callouts, recordId);
      const { author } = ports.settings.read();
      const body = { corrects: recordId, reason };
      return { entry: await ports.append({ type: 'callout-withdrawn', subject: registrationNo, author, body }) };
    },
  };
}

function requireSound(ports: Ports, callOut: CallOut): void {
  const today = ports.today();
  for (const name of CALLOUT_TIMES) {
    const time = callOut[name];
    if (time !== undefined && dayOfMinute(time) > today)
      throw new BridgeError('future-date', { date: dayOfMinute(time), today });
  }
  const early = timeOutOfOrder(callOut);
  if (early !== null)
    throw new BridgeError('end-before-start', { start: callOut.reportedAt, end: callOut[early] ?? '' });
}
