import { BridgeError } from '../../domain/bridge/errors';
import { CALLOUT_TIMES, timeOutOfOrder, type CallOut } from '../../domain/callout/callout';
import { dayOfMinute } from '../../domain/callout/local-minute';
import { callOutSchema } from '../../domain/record/schemas';
import { correctionOf, withdrawalOf } from './amend';
import { dossierOf } from './changes';
import type { Handlers } from './handlers';
import { requireLate } from './late-reason';
import { requireNew } from './once';
import type { Ports } from './ports';

export function callOutHandlers(
  ports: Ports,
): Pick<Handlers, 'callout.record' | 'callout.correct' | 'callout.withdraw'> {
  return {
    'callout.record': async ({ callOut, late }) => {
      const dossier = await dossierOf(ports, callOut.registrationNo);
      requireSound(ports, callOut);
      requireNew(dossier, 'callouts', [callOut]);
      const { author } = ports.settings.read();
      await requireLate(ports, callOut, late);
      const body = late === undefined ? { callOut } : { callOut, late };
      return { entry: await ports.append({ type: 'callout-recorded', subject: dossier.registrationNo, author, body }) };
    },
    'callout.correct': async (request) => ({
      entry: await ports.append({
        type: 'callout-corrected',
        ...(await correctionOf(ports, 'callouts', request, callOutSchema, (corrected) =>
          requireSound(ports, corrected),
        )),
      }),
    }),
    'callout.withdraw': async (request) => ({
      entry: await ports.append({ type: 'callout-withdrawn', ...(await withdrawalOf(ports, 'callouts', request)) }),
    }),
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
