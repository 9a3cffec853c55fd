import { dirname, relative, resolve, sep } from 'node:path';
import { PACKAGE_HOMES, ROOM_FAMILIES, ROOMS } from './rooms.js';

const TOP_FOLDERS = ['domain', 'electron', 'renderer', 'test', 'resources', 'scripts'];

/** The room of a project path, or null outside the rooms (tests, configuration). */
export function roomOf(path) {
  const family = ROOM_FAMILIES.find((name) => path.startsWith(`${name}/`));
  if (family !== undefined)
    return path
      .split('/')
      .slice(0, family.split('/').length + 1)
      .join('/');
  const names = Object.keys(ROOMS).filter((name) => path === name || path.startsWith(`${name}/`));
  return names.sort((a, b) => b.length - a.length)[0] ?? null;
}

function allowedOf(room) {
  const family = ROOM_FAMILIES.find((name) => room.startsWith(`${name}/`));
  return ROOMS[family ?? room] ?? [];
}

/** Null when `from` may import `to` (project paths), else the sentence that says why not. */
export function refusalOf(from, to) {
  const room = roomOf(from);
  if (room === null) return null;
  const target = roomOf(to);
  if (target === room) return null;
  const allowed = allowedOf(room);
  if (allowed.some((name) => to === name || to.startsWith(`${name}/`) || target === name)) return null;
  return `${room} may not import ${to}; it may import: ${[room, ...allowed].join(', ')}`;
}

export function packageRefusalOf(from, name) {
  const homes = PACKAGE_HOMES[name];
  if (homes === undefined || roomOf(from) === null) return null;
  if (homes.some((home) => from.startsWith(`${home}/`))) return null;
  return `the package ${name} has its home in ${homes.join(', ')}; import what that room exports instead`;
}

function packageNameOf(source) {
  const parts = source.split('/');
  return source.startsWith('@') ? parts.slice(0, 2).join('/') : parts[0];
}

export const importDirections = {
  meta: { type: 'problem', schema: [], messages: { direction: '{{why}}' } },
  create(context) {
    const from = relative(context.cwd, context.filename).split(sep).join('/');
    const check = (node) => {
      const source = node.source?.value;
      if (typeof source !== 'string' || source.startsWith('node:')) return;
      const path = source.startsWith('.')
        ? relative(context.cwd, resolve(dirname(context.filename), source))
            .split(sep)
            .join('/')
        : null;
      const inside = path !== null && TOP_FOLDERS.some((folder) => path.startsWith(`${folder}/`));
      const why = inside ? refusalOf(from, path) : path === null ? packageRefusalOf(from, packageNameOf(source)) : null;
      if (why !== null) context.report({ node, messageId: 'direction', data: { why } });
    };
    return {
      ImportDeclaration: check,
      ImportExpression: check,
      ExportNamedDeclaration: check,
      ExportAllDeclaration: check,
    };
  },
};
