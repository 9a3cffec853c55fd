import { afterEach, describe, expect, it, vi } from 'vitest';

interface Config {
  readonly extraMetadata?: { readonly homepage: string };
  readonly linux: { readonly target: readonly string[]; readonly maintainer?: string };
}

async function config(named: Record<string, string>): Promise<Config> {
  for (const name of ['PACKAGE_HOMEPAGE', 'PACKAGE_MAINTAINER']) vi.stubEnv(name, named[name] ?? '');
  vi.resetModules();
  const path = '../../packaging/electron-builder.mjs';
  return ((await import(path)) as { default: Config }).default;
}

describe('a .deb', () => {
  afterEach(() => {
    vi.unstubAllEnvs();
  });

  it('names who answers for it and where, as whoever builds it says', async () => {
    const named = { PACKAGE_HOMEPAGE: 'https://example.org/', PACKAGE_MAINTAINER: 'A <a@example.org>' };
    const { extraMetadata, linux } = await config(named);
    expect(extraMetadata).toEqual({ homepage: named.PACKAGE_HOMEPAGE });
    expect(linux).toMatchObject({ target: ['AppImage', 'deb'], maintainer: named.PACKAGE_MAINTAINER });
  });

  it('is not made where nobody is named', async () => {
    for (const named of [{}, { PACKAGE_HOMEPAGE: 'https://example.org/' }, { PACKAGE_MAINTAINER: 'A <a@example.org>' }])
      expect((await config(named)).linux).toMatchObject({ target: ['AppImage'] });
  });
});
