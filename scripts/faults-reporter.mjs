// Writes the faults that vitest met outside every test (they fail a run in which no test failed) to FAULTS_FILE, a line each.
import { writeFileSync } from 'node:fs';

const line = ({ name = 'fault', message = '', stack = '' }) => {
  const place = stack.split('\n').find((at) => at.trimStart().startsWith('at ') && !at.includes('node_modules'));
  return `${name}: ${message.split('\n', 1)[0]}${place ? ` (${place.trim()})` : ''}`;
};

export default class FaultsReporter {
  onTestRunEnd(_modules, faults) {
    writeFileSync(process.env.FAULTS_FILE, faults.map((fault) => `${line(fault)}\n`).join(''));
  }
}
