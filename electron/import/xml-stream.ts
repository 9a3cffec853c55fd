// eslint-disable-next-line @typescript-eslint/triple-slash-reference -- an ambient declaration has nothing to import
/// <reference path="./saxen.d.ts" />
import { Parser } from 'saxen';
import { UnreadableFile } from './sheet';
import { notAWorkbook } from './workbook-zip';

/** Called with the names of elements without their prefix; attributes are read only where they are asked for. */
export interface XmlHandlers {
  readonly open: (name: string, attributes: () => Readonly<Record<string, string>>) => void;
  readonly close: (name: string) => void;
  readonly text: (text: string) => void;
}

/** Most characters of one tag or text; a cell has 32 767, each of which may be escaped. */
const LONGEST_TOKEN = 512 * 1024;

/** Reads XML that comes in pieces; throws UnreadableFile on what is not well formed, or longer than a cell may be. */
export async function readXml(pieces: AsyncIterable<string>, handlers: XmlHandlers): Promise<void> {
  const parser = new Parser();
  let [pending, any] = [0, false];
  parser.on('openTag', (name, attributes) => {
    pending = 0;
    handlers.open(localName(name), attributes);
  });
  parser.on('closeTag', (name) => {
    pending = 0;
    handlers.close(localName(name));
  });
  parser.on('text', (text, decode) => {
    pending = 0;
    handlers.text(text.includes('&') ? decode(text) : text);
  });
  parser.on('cdata', (text) => handlers.text(text));
  const refuse = (): never => {
    throw notAWorkbook();
  };
  parser.on('error', refuse);
  parser.on('warn', refuse); // attributes that no program writes
  for await (const piece of pieces) {
    if (piece === '') continue;
    any = true;
    pending += piece.length;
    parser.write(piece);
    if (pending > LONGEST_TOKEN) throw new UnreadableFile('file-too-large', { what: 'cell' });
  }
  if (any) parser.end();
}

function localName(name: string): string {
  const colon = name.indexOf(':');
  return colon < 0 ? name : name.slice(colon + 1);
}
