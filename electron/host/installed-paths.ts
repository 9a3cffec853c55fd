import { dirname, join } from 'node:path';

/** Where the program's own files lie, found from a bundle in `out/main` or `out/main/chunks`. */
export interface InstalledPaths {
  readonly rootDir: string;
  readonly rendererDir: string;
  readonly preloadPath: string;
  readonly regulationsDir: string;
  readonly calendarsDir: string;
  readonly iconPath: string;
  readonly workersDir: string;
}

export function installedPaths(bundleDir: string): InstalledPaths {
  const mainDir = bundleDir.endsWith('chunks') ? dirname(bundleDir) : bundleDir;
  const outDir = dirname(mainDir);
  const rootDir = dirname(outDir);
  return {
    rootDir,
    rendererDir: join(outDir, 'renderer'),
    preloadPath: join(outDir, 'preload', 'preload.cjs'),
    regulationsDir: join(rootDir, 'resources', 'regulations'),
    calendarsDir: join(rootDir, 'resources', 'calendars'),
    iconPath: join(rootDir, 'resources', 'icons', 'icon.png'),
    workersDir: mainDir,
  };
}
