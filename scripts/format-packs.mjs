// Writes every rule pack in one shape: what fits a line stands on one, so that a changed fact is a changed line.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const WIDTH = 118;
const folder = join(dirname(fileURLToPath(import.meta.url)), '..', 'resources', 'regulations');

function oneLine(value) {
  if (Array.isArray(value)) return `[${value.map(oneLine).join(', ')}]`;
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  return `{${Object.entries(value)
    .map(([key, member]) => `${JSON.stringify(key)}: ${oneLine(member)}`)
    .join(', ')}}`;
}

function written(value, indent = 0) {
  const line = oneLine(value);
  if (value === null || typeof value !== 'object' || line.length + indent <= WIDTH) return line;
  const pad = ' '.repeat(indent + 2);
  const [open, close] = Array.isArray(value) ? '[]' : '{}';
  const members = Array.isArray(value)
    ? value.map((member) => pad + written(member, indent + 2))
    : Object.entries(value).map(([key, member]) => `${pad}${JSON.stringify(key)}: ${written(member, indent + 2)}`);
  return `${open}\n${members.join(',\n')}\n${' '.repeat(indent)}${close}`;
}

const wrong = [];
for (const name of readdirSync(folder).filter((file) => file.endsWith('.json'))) {
  const path = join(folder, name);
  const text = readFileSync(path, 'utf8');
  const formatted = `${written(JSON.parse(text))}\n`;
  if (formatted === text) continue;
  if (process.argv.includes('--check')) wrong.push(name);
  else writeFileSync(path, formatted);
}
if (wrong.length > 0) {
  process.stderr.write(`not in the packs' shape (npm run format:packs): ${wrong.join(', ')}\n`);
  process.exitCode = 1;
}
