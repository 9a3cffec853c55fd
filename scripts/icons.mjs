// Draws `resources/icons/icon.svg` in the sizes and containers that installers ask for, into `packaging/resources`.
// CHROMIUM names the browser that draws. Run after a change of the drawing.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const target = join(root, 'packaging', 'resources');
const SIZES = [16, 32, 48, 64, 128, 256, 512, 1024];

/** Entries of an .icns file that hold a PNG, by their side in pixels; some sides stand twice, as @2x of the half. */
const ICNS_TYPES = [
  ['icp4', 16],
  ['icp5', 32],
  ['ic11', 32],
  ['ic12', 64],
  ['ic07', 128],
  ['ic08', 256],
  ['ic13', 256],
  ['ic09', 512],
  ['ic14', 512],
  ['ic10', 1024],
];

async function drawn() {
  const svg = readFileSync(join(root, 'resources', 'icons', 'icon.svg'), 'utf8');
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
  });
  const page = await browser.newPage();
  const pngs = new Map();
  for (const size of SIZES) {
    await page.setViewportSize({ width: size, height: size });
    await page.setContent(`<style>body{margin:0}svg{display:block;width:${size}px;height:${size}px}</style>${svg}`);
    pngs.set(size, await page.screenshot({ omitBackground: true }));
  }
  await browser.close();
  return pngs;
}

/** ICONDIR, one ICONDIRENTRY an image (a side of 0 is 256), then the PNGs. */
function ico(pngs) {
  const images = [...pngs].filter(([size]) => size <= 256);
  const head = Buffer.alloc(6 + 16 * images.length);
  head.writeUInt16LE(1, 2);
  head.writeUInt16LE(images.length, 4);
  let offset = head.length;
  images.forEach(([size, png], index) => {
    const at = 6 + 16 * index;
    head.writeUInt8(size % 256, at);
    head.writeUInt8(size % 256, at + 1);
    head.writeUInt16LE(1, at + 4);
    head.writeUInt16LE(32, at + 6);
    head.writeUInt32LE(png.length, at + 8);
    head.writeUInt32LE(offset, at + 12);
    offset += png.length;
  });
  return Buffer.concat([head, ...images.map(([, png]) => png)]);
}

/** `icns`, the length of all, then type, length and PNG of each. */
function icns(pngs) {
  const part = (type, data) => {
    const head = Buffer.alloc(8);
    head.write(type, 0, 'latin1');
    head.writeUInt32BE(8 + data.length, 4);
    return Buffer.concat([head, data]);
  };
  return part('icns', Buffer.concat(ICNS_TYPES.map(([type, size]) => part(type, pngs.get(size)))));
}

const pngs = await drawn();
mkdirSync(target, { recursive: true });
writeFileSync(join(target, 'icon.png'), pngs.get(512));
writeFileSync(join(target, 'icon.ico'), ico(pngs));
writeFileSync(join(target, 'icon.icns'), icns(pngs));
