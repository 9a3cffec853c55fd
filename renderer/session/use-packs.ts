import { use, useEffect, useState } from 'react';
import type { WholePacks } from '../../domain/bridge/replies';
import type { RulePack } from '../../domain/pack/rule-pack';
import { wholePacks } from '../data/whole-packs';
import { useAppState } from './app-state';

/** All packs with all they say, for a page that shows them: it waits until they were read. */
export function useWholePacks(): WholePacks {
  return use(wholePacks());
}

/** One pack with all it says; undefined while it is read, and where there is none of that id. */
export function usePack(id: string): RulePack | undefined {
  const { pack } = useAppState();
  const [others, setOthers] = useState<readonly RulePack[]>([]);
  useEffect(() => {
    let wanted = true;
    if (id !== pack.id)
      wholePacks().then(
        ({ packs }) => wanted && setOthers(packs),
        () => undefined, // what it would name is shown by its id
      );
    return () => {
      wanted = false;
    };
  }, [id, pack]);
  return id === pack.id ? pack : others.find((other) => other.id === id);
}
