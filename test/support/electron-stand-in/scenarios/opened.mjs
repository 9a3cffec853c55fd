// The system opens the program with files, before and after its page listens, and starts it a second time.
export async function play({ app, electron, seen, result }) {
  const senderFrame = { parent: null, url: 'app://elevator-audit/' };
  const turn = () => new Promise((resolve) => setTimeout(resolve, 100));
  result.beforeListening = seen.sent.length;
  seen.listeners.get('window.request')({ senderFrame }, { kind: 'ready' });
  await turn();
  const event = electron.preventable();
  app.emit('open-file', event, process.argv.at(-1));
  result.openFilePrevented = event.defaultPrevented;
  app.emit('second-instance', {}, ['electron', '--original-process-start-time=1'], '/', {
    files: [process.argv.at(-1), '/no/such/report.pdf', 7],
  });
  app.emit('second-instance', {}, [], '/', null);
  await turn();
  const [first] = seen.sent[0].message.files;
  const bytes = await seen.handlers.get('file.opened')({ senderFrame }, first.ticket);
  result.read = Buffer.from(bytes).toString('utf8');
  const stranger = { parent: null, url: 'https://example.org/' };
  result.readByStranger = await seen.handlers.get('file.opened')({ senderFrame: stranger }, first.ticket);
}
