import { BridgeError } from '../../domain/bridge/errors';
import type { VerifyReply } from '../../domain/bridge/replies';
import { standing } from '../../domain/record/dossier';
import type { Evidence } from '../../domain/report/evidence';
import { checkEvidence, readEvidence } from '../verify/check-evidence';
import { checkPages } from '../verify/check-pages';
import { readLabels } from '../verify/labels';
import { layoutWith } from '../verify/lay-out-again';
import { verifySummary } from '../verify/summary';
import { verifyPdf } from '../verify/verify-pdf';
import type { Handlers } from './handlers';
import type { Ports } from './ports';
import { rememberCertificates } from './seen-certificates';

type Group = Pick<Handlers, 'verify.file' | 'summary.verify' | 'trust.list' | 'trust.add' | 'trust.remove'>;

export function verificationHandlers(ports: Ports): Group {
  return {
    'verify.file': async ({ bytes }, { signal }) => {
      const { packs } = ports.packs;
      const read: (Evidence | null)[] = [];
      const trusted: string[] = [];
      const labels: NonNullable<VerifyReply['labels']>[] = [];
      const result = await verifyPdf(bytes, {
        trust: await ports.trust.certificates(),
        onTrusted: (pems) => trusted.push(...pems),
        checkEvidence: (attached, signature) => {
          const sheet = readLabels(attached);
          if (sheet === null) read.push(readEvidence(attached));
          else labels.push({ count: sheet.labels.length, first: sheet.number, last: sheet.labels.at(-1)!.number }); // never none
          return Promise.resolve(checkEvidence(attached, packs, signature));
        },
        checkPages: (report, attached) => checkPages(report, attached, layoutWith(ports.checkRenderer, signal)),
      });
      const evidence = read[0] ?? null;
      await rememberCertificates(ports, trusted);
      return {
        ...result,
        claims: evidence === null ? null : claimsOf(evidence, packs),
        ...(labels[0] === undefined ? {} : { labels: labels[0] }),
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

/** What a report says of itself, from evidence that belongs to an intact signature. */
function claimsOf(evidence: Evidence, packs: Ports['packs']['packs']): VerifyReply['claims'] {
  const { number, dossier, audit, period, pack } = evidence;
  return {
    number,
    registrationNo: dossier.registrationNo,
    verdict: audit.verdict,
    period,
    visits: standing(dossier.visits).length,
    outages: standing(dossier.outages).length,
    packId: pack.id,
    packVersion: pack.version,
    packKnown: packs.some(({ sha256 }) => sha256 === pack.sha256),
  };
}
