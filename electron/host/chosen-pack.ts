import { BridgeError } from '../../domain/bridge/errors';
import { choosePack } from '../../domain/pack/choose-pack';
import type { LoadedPack } from '../packs/load-packs';
import type { Ports } from './ports';

/** The pack that the settings name, or the default one; undefined only where no pack could be loaded. */
export function chosenPack({ packs, settings }: Pick<Ports, 'packs' | 'settings'>): LoadedPack | undefined {
  const id = choosePack(
    packs.packs.map(({ pack }) => pack),
    settings.read().packId,
  )?.id;
  return packs.packs.find(({ pack }) => pack.id === id);
}

export function requirePack(ports: Pick<Ports, 'packs' | 'settings'>): LoadedPack {
  const loaded = chosenPack(ports);
  if (loaded === undefined) throw new BridgeError('pack-invalid');
  return loaded;
}
