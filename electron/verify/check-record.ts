import type { RulePack } from '../../domain/pack/rule-pack';
import { canonicalJson } from '../../domain/record/canonical-json';
import type { Recorded } from '../../domain/record/dossier';
import { kindOf } from '../../domain/record/kinds';
import { listOfPaper } from '../../domain/record/paper-kind';
import { readErasedMark, textsIn } from '../../domain/record/erasure';
import { recordNoOf, type RecordId } from '../../domain/record/record-id';
import type { Evidence } from '../../domain/report/evidence';
import { answeredItems, bodyOfRecorded, type EntryHead } from '../../domain/report/recorded-facts';
import { sha256Hex } from '../fs/sha256';
import type { EvidenceFindings } from './findings';

/**
 * What a paper of one record states otherwise than the record and the packs here give it: an entry whose hash is not its
 * own, that is no entry of that record, or texts of items that the pack words otherwise; null = nothing.
 */
export function recordDifference(
  { kind, dossier, paper, recorded, chain }: Evidence,
  packs: readonly { readonly pack: RulePack; readonly sha256: string }[],
): EvidenceFindings['failures'][number] | null {
  const list = listOfPaper(kind);
  if (list === null || recorded === undefined) return null;
  const record = dossier[list].find(({ id }) => id === paper?.record);
  if (record === undefined) return { code: 'record-differs', detail: paper?.record ?? '' };
  const detail = recordNoOf(record.id);
  const { entry, checklist } = recorded;
  if ((entry === undefined) !== (chain.origin === 'files')) return { code: 'record-differs', detail };
  const { hazards = [] } = dossier;
  if (entry !== undefined && !(isEntryOf(entry, record, list) && carries(entry, bodyOfRecorded(list, record, hazards))))
    return { code: 'record-differs', detail };
  if (entry !== undefined && !isBound(entry, record.id, dossier.confirmations ?? []))
    return { code: 'record-differs', detail };
  if (checklist === undefined) return null;
  const pack = packs.find(({ sha256 }) => sha256 === checklist.sha256)?.pack;
  if (pack === undefined) return null; // told as a pack that is not here
  const own = { id: pack.id, version: pack.version, items: answeredItems(pack, record.value) };
  const stated = { id: checklist.packId, version: checklist.packVersion, items: checklist.items };
  return canonicalJson(own) === canonicalJson(stated) ? null : { code: 'record-differs', detail };
}

/** Of a record as its own entry wrote it a confirmation states the hash of that entry. */
function isBound(
  { hash }: EntryHead,
  id: RecordId,
  confirmations: NonNullable<Evidence['dossier']['confirmations']>,
): boolean {
  return confirmations.every(({ value }) => value.version !== id || value.hash === hash);
}

function isEntryOf(
  entry: EntryHead,
  record: Recorded<object>,
  list: NonNullable<ReturnType<typeof listOfPaper>>,
): boolean {
  const [base] = record.id.split('.');
  return (
    base === `${entry.feed.slice(0, 8)}/${entry.seq}` &&
    entry.at === record.at &&
    entry.author === record.author &&
    entry.type === (record.imported === true ? 'records-imported' : kindOf(list).recorded) &&
    hasOwnHash(entry)
  );
}

/** From version 2 on the hash follows from these members; before, it was over the body too, which is not here. */
function hasOwnHash({ hash, salt: _salt, ...members }: EntryHead): boolean {
  return members.v === 1 || sha256Hex(canonicalJson(members)) === hash;
}

/** Whether the record is what the entry put on record; not asked of imports, and not where a detail was erased since. */
function carries({ v, type, salt, bodyHash }: EntryHead, body: object): boolean {
  if (v === 1 || type === 'records-imported') return true;
  if (textsIn(body).some(({ text }) => readErasedMark(text) !== null)) return true;
  return salt !== undefined && sha256Hex(`${salt}${canonicalJson(body)}`) === bodyHash;
}
