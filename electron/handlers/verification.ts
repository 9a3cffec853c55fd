import { BridgeError } from '../../domain/bridge/errors';
import type { VerifyReply } from '../../domain/bridge/replies';
import { standing } from '../../domain/record/dossier';
import type { Evidence } from '../../domain/report/evidence';
import { checkEvidence, readEvidence } from '../verify/check-evidence';
import { checkPages } from '../verify/check-pages';
import { readLabels } from '../verify/labels';
import { layoutWith } from '../verify/lay-out-again';
import { sha256 } from '../verify/met-report';
import { remarksOn } from '../verify/remarks-on';
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
      const read: { readonly evidence: Evidence; readonly attached: Uint8Array }[] = [];
      const intact: { readonly pems: readonly string[]; readonly isTrusted: boolean }[] = [];
      const labels: NonNullable<VerifyReply['labels']>[] = [];
      const trust = await ports.trust.certificates();
      const result = await verifyPdf(bytes, {
        trust,
        onIntact: (pems, isTrusted) => intact.push({ pems, isTrusted }),
        checkEvidence: (attached, signature) => {
          const sheet = readLabels(attached);
          const evidence = sheet === null ? readEvidence(attached) : null;
          if (evidence !== null) read.push({ evidence, attached });
          if (sheet !== null)
            labels.push({ count: sheet.labels.length, first: sheet.number, last: sheet.labels.at(-1)!.number }); // never none
          return Promise.resolve(checkEvidence(attached, packs, signature));
        },
        checkPages: (report, attached) => checkPages(report, attached, layoutWith(ports.checkRenderer, signal)),
      });
      const met = read[0] ?? null;
      for (const { pems, isTrusted } of intact) if (isTrusted) await rememberCertificates(ports, pems);
      return {
        ...result,
        sha256: sha256(bytes),
        remarks: await remarksOn(
          { signature: result.signature, signerPem: intact[0]?.pems[0], met, trust, now: ports.now() },
          ports.memory,
        ),
        claims: met === null ? null : claimsOf(met.evidence, sha256(met.attached), packs),
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
function claimsOf(evidence: Evidence, hash: string, packs: Ports['packs']['packs']): VerifyReply['claims'] {
  const { number, dossier, audit, period, pack } = evidence;
  return {
    number,
    evidence: hash,
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
