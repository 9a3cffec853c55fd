import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { releaseFaults } from '../../scripts/release-version.mjs';

const read = (name: string): string => readFileSync(join(import.meta.dirname, '..', '..', name), 'utf8');

describe('a release', () => {
  it('of the version that package and changelog name is made', () => {
    const { version } = JSON.parse(read('package.json')) as { version: string };
    expect(releaseFaults(`v${version}`, read('package.json'), read('CHANGELOG.md'))).toEqual([]);
  });

  it('of another version, or of one that the changelog does not tell, is refused', () => {
    expect(releaseFaults('v0.3.0', '{"version":"0.2.0"}', '## Unreleased\n\n## 0.2.0\n')).toHaveLength(1);
    expect(releaseFaults('v0.2.0', '{"version":"0.2.0"}', '## Unreleased\n\n## 0.2.01\n')).toHaveLength(1);
    expect(releaseFaults('', '{"version":"0.2.0"}', '')).toHaveLength(2);
  });

  it('whose words are not kept is refused', () => {
    const faults = releaseFaults('v0.2.0', '{"version":"0.2.0"}', '## 0.2.0\n', false);
    expect(faults).toEqual([expect.stringContaining('keep-words')]);
  });
});
