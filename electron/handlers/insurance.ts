import { BridgeError } from '../../domain/bridge/errors';
import type { RegistrationNo } from '../../domain/elevator/elevator';
import type { Claim, Policy } from '../../domain/insurance/policy';
import { standing, type Dossier } from '../../domain/record/dossier';
import { claimSchema, policySchema } from '../../domain/record/hazard-schemas';
import { correctionOf, withdrawalOf } from './amend';
import { dossierOf } from './changes';
import type { Handlers } from './handlers';
import { requireNew } from './once';
import type { Ports } from './ports';

type Group = Pick<
  Handlers,
  'policy.record' | 'policy.correct' | 'policy.withdraw' | 'claim.record' | 'claim.correct' | 'claim.withdraw'
>;

export function insuranceHandlers(ports: Ports): Group {
  return {
    'policy.record': async ({ policies }) => {
      await requireNewCovers(ports, policies);
      const { author } = ports.settings.read();
      return { entry: await ports.append({ type: 'policy-recorded', subject: '', author, body: { policies } }) };
    },
    'policy.correct': async (request) => ({
      entry: await ports.append({
        type: 'policy-corrected',
        ...(await correctionOf(ports, 'policies', request, policySchema, () => undefined)),
      }),
    }),
    'policy.withdraw': async (request) => ({
      entry: await ports.append({ type: 'policy-withdrawn', ...(await withdrawalOf(ports, 'policies', request)) }),
    }),
    'claim.record': async ({ claim }) => {
      const dossier = await dossierOf(ports, claim.registrationNo);
      requireSound(ports, claim, dossier);
      requireNew(dossier, 'claims', [claim]);
      const { author } = ports.settings.read();
      const body = { claim };
      return {
        entry: await ports.append({ type: 'claim-recorded', subject: claim.registrationNo, author, body }),
      };
    },
    'claim.correct': async (request) => ({
      entry: await ports.append({
        type: 'claim-corrected',
        ...(await correctionOf(ports, 'claims', request, claimSchema, (claim, dossier) =>
          requireSound(ports, claim, dossier),
        )),
      }),
    }),
    'claim.withdraw': async (request) => ({
      entry: await ports.append({ type: 'claim-withdrawn', ...(await withdrawalOf(ports, 'claims', request)) }),
    }),
  };
}

async function requireNewCovers(ports: Ports, policies: readonly Policy[]): Promise<void> {
  const covers = new Map<RegistrationNo, Policy[]>();
  for (const policy of policies) {
    await dossierOf(ports, policy.registrationNo);
    const own = covers.get(policy.registrationNo);
    if (own === undefined) covers.set(policy.registrationNo, [policy]);
    else own.push(policy);
  }
  for (const [registrationNo, own] of covers) requireNew(await dossierOf(ports, registrationNo), 'policies', own);
}

/** A claim is made under a policy on record, for something that has happened. */
function requireSound(ports: Ports, { occurredOn, reportedOn, settledOn, policyNo }: Claim, dossier: Dossier): void {
  const today = ports.today();
  for (const date of [occurredOn, reportedOn, settledOn]) {
    if (date === undefined) continue;
    if (date > today) throw new BridgeError('future-date', { date, today });
    if (date < occurredOn) throw new BridgeError('end-before-start', { start: occurredOn, end: date });
  }
  if (!standing(dossier.policies).some((policy) => policy.policyNo === policyNo))
    throw new BridgeError('unknown-policy', { policyNo });
}
