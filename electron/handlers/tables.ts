import type { RegistrationNo } from '../../domain/elevator/elevator';
import type { Dossier } from '../../domain/record/dossier';
import { requirePack } from '../host/chosen-pack';
import type { Ports } from '../host/ports';
import { namesOf } from '../import/pack-names';
import { tableFile } from '../export/table-file';
import { templateFile } from '../export/template';
import type { Ledger } from '../journal/ledger';
import type { Handlers } from './handlers';

type Group = Pick<Handlers, 'tables.export' | 'tables.template'>;

const ELEVATORS_AT_ONCE = 200;

/** What is on record as tables, and empty ones to fill in. Nothing is written. */
export function tableHandlers(ports: Ports): Group {
  const pack = () =>
    namesOf(
      requirePack(ports).pack,
      ports.packs.packs.map(({ pack: one }) => one),
    );
  return {
    'tables.export': async ({ tables, format, locale, registrationNos }, { signal, progress }) => {
      const { ledger } = ports;
      const dossiers = () => (registrationNos === undefined ? ledger.all() : those(ledger, registrationNos));
      const total = registrationNos?.length ?? ledger.count;
      const told = (done: number): void => progress({ stage: '', done, total });
      const { fileName, bytes } = await tableFile({
        ...{ tables, format, locale, signal, dossiers },
        pack: pack(),
        progress: told,
      });
      return { fileName, bytes };
    },
    'tables.template': async ({ table, format, locale }) => {
      const { fileName, bytes } = await templateFile(table, format, locale, pack());
      return { fileName, bytes };
    },
  };
}

async function* those(ledger: Ledger, numbers: readonly RegistrationNo[]): AsyncGenerator<Dossier> {
  for (let from = 0; from < numbers.length; from += ELEVATORS_AT_ONCE)
    yield* (await ledger.dossiers(numbers.slice(from, from + ELEVATORS_AT_ONCE))).values();
}
