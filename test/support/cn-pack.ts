import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { RulePack } from '../../domain/pack/rule-pack';

/** The China pack as it ships. */
export const cnPack = JSON.parse(
  readFileSync(resolve(import.meta.dirname, '../../resources/regulations/cn.json'), 'utf8'),
) as RulePack;
