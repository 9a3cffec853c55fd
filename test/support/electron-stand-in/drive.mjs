// Runs the built main bundle on the stand-in, plays one scenario, and prints what it saw as JSON when the process ends,
// whoever ends it.
import { writeSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const [, , root, scenario, ...words] = process.argv;
process.argv = ['electron', root, ...words];
const electron = await import('electron');
const { app, seen } = electron;
const result = {};
process.on('exit', () => {
  const { order, urls, schemes, dialogs, sent, found, shown, relaunched, handedOver, popups, paths } = seen;
  const plain = { order, urls, schemes, dialogs, sent, found, shown, relaunched, handedOver, popups, paths };
  const text = JSON.stringify({ ...plain, ...result }, (_key, value) => (value === undefined ? null : value));
  for (let at = 0; at < text.length; at += 60_000) writeSync(1, text.slice(at, at + 60_000));
});
await import(pathToFileURL(join(root, 'out', 'main', 'main.js')).href);
result.orderBeforeReady = [...seen.order];
const { play } = await import(pathToFileURL(join(root, 'scenarios', `${scenario}.mjs`)).href);
const started = () => seen.urls.length > 0 || seen.order.at(-1) === 'quit';
/** Waits as long as it takes: whoever started the process ends it where it hangs. */
const until = async (done) => {
  while (!done()) await new Promise((resolve) => setTimeout(resolve, 20));
};
app.fireReady();
await until(started);
await play({ electron, seen, app, result, until });
process.exit(0);
