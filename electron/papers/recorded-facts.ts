import type { Recorded } from '../../domain/record/dossier';
import { answeredItems, type AnsweredItems, type RecordedFacts } from '../../domain/report/recorded-facts';
import type { Visit } from '../../domain/visit/visit';
import type { LoadedPack } from '../packs/load-packs';
import type { Ports } from '../host/ports';

/** By which entry a record came, without what else the entry carries, and the texts of the items that a visit answers. */
export async function recordedFactsOf(ports: Ports, record: Recorded<object>): Promise<RecordedFacts> {
  const entry = await ports.ledger.entryOf(record.id);
  if (entry === null) throw new Error(`no entry of this journal has the record ${record.id}`);
  const { body: _body, salt, ...head } = entry;
  const salted = salt === undefined || record.imported === true ? {} : { salt };
  return { entry: { ...head, ...salted }, ...checklistFacts(record.value, ports.packs.packs) };
}

/** The texts of the pack that the visit names; where only another version of it is here, the items that it has. */
export function checklistFacts(value: object, packs: readonly LoadedPack[]): { readonly checklist?: AnsweredItems } {
  const visit = value as Visit;
  if (visit.checklist === undefined) return {};
  const { packId, packVersion } = visit.checklist;
  const ofPack = packs.filter(({ pack }) => pack.id === packId);
  const found = ofPack.find(({ pack }) => pack.version === packVersion) ?? ofPack[0];
  if (found === undefined) return {};
  const { pack, sha256 } = found;
  return { checklist: { packId, packVersion: pack.version, sha256, items: answeredItems(pack, visit) } };
}
