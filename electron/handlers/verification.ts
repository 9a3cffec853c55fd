import { BridgeError } from '../../domain/bridge/errors';
import type { InspectionPackEvidence } from '../../domain/report/inspection-pack/pack-evidence';
import { chosenPack } from '../host/chosen-pack';
import { civilDayIn, FALLBACK_ZONE } from '../host/local-time';
import { remarksOnOwnJournal, remarksOnWithdrawn } from '../verify/remarks';
import { remarksOn } from '../verify/remarks-on';
import { verifySummary } from '../verify/summary';
import type { Handlers } from './handlers';
import type { Ports } from '../host/ports';
import { meetPaper } from '../papers/meet-heads';
import { rememberCertificates } from './seen-certificates';

type Group = Pick<Handlers, 'verify.file' | 'summary.verify' | 'trust.list' | 'trust.add' | 'trust.remove'>;

function packClaims({ number, site, elevators, period }: InspectionPackEvidence) {
  return { number, site, elevators: elevators.length, period };
}

export function verificationHandlers(ports: Ports): Group {
  return {
    'verify.file': async ({ bytes }, context) => {
      const trust = await ports.trust.certificates();
      const checked = await ports.checker.check(bytes, trust, context);
      const { result, sha256, stated: met, head, claims, labels, pack, papers = [], certificatePems } = checked;
      const { signature } = result;
      if (signature?.trusted === true) await rememberCertificates(ports, certificatePems);
      const remarks = await remarksOn(
        { signature, signerPem: certificatePems[0], met, trust, now: ports.now() },
        ports.memory,
      );
      const zone = chosenPack(ports)?.pack.zone ?? FALLBACK_ZONE;
      const withdrawn = remarksOnWithdrawn(result.signatures, await ports.ledger.withdrawnIdentities(), (instant) =>
        civilDayIn(zone, instant),
      );
      const issuer = signature?.intact === true ? signature.fingerprint.replace(/^sha256:/, '') : null;
      const from = result.signatures.length > 1 ? 'receipt' : 'verified';
      const against = head === null || issuer === null ? null : await meetPaper(ports, { stated: head, issuer, from });
      return {
        ...result,
        sha256,
        remarks: [...remarks, ...withdrawn, ...remarksOnOwnJournal(against)],
        claims,
        ...(labels === null ? {} : { labels }),
        ...(pack === null ? {} : { pack: { ...packClaims(pack.stated), papers } }),
      };
    },
    'summary.verify': async ({ text }) =>
      verifySummary(text, await ports.trust.certificates(), await ports.seen.certificates()),
    'trust.list': () => ports.trust.list(),
    'trust.add': async ({ pem }) => {
      const added = await ports.trust.add(pem);
      if (!added.ok) throw new BridgeError('certificate-unreadable', { what: added.reason });
      return added.certificate;
    },
    'trust.remove': async ({ fingerprint }) => {
      await ports.trust.remove(fingerprint);
      return null;
    },
  };
}
