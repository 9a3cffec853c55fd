import type { Settings } from '../../../domain/bridge/replies';

/** The first page of each role, and what it is called. */
export const HOMES = { maintainer: '/plan', manager: '/month', inspector: '/desk' } as const satisfies Readonly<
  Record<Settings['role'], string>
>;

export const HOME_WORDS = { maintainer: 'nav.plan', manager: 'nav.month', inspector: 'nav.desk' } as const;

export const ROLES = ['maintainer', 'manager', 'inspector'] as const satisfies readonly Settings['role'][];
