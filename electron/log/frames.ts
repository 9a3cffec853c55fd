const MOST_FRAMES = 30;
/** `at name (place:line:column)` or `at place:line:column`. */
const FRAME = /^ {4}at (?:(?:async )?([\w.$<># ]{1,120}) \()?(?:async )?([^()]+):(\d{1,7}):(\d{1,7})\)?$/;
/** Where the program's own files and those it brings lie; what stands before names somebody's folders. */
const OWN_PLACE = /(?:^|\/)((?:out|assets|node_modules)\/[\w./@+-]{1,200})$/;

/** The places of a stack, without the message before them and without the folders that the program lies in. */
export function framesOf(stack: string, message: string): readonly string[] {
  const at = message === '' ? -1 : stack.indexOf(message);
  const places = at < 0 ? stack : stack.slice(at + message.length);
  return places.split('\n').flatMap(frame).slice(0, MOST_FRAMES);
}

function frame(line: string): readonly string[] {
  const found = FRAME.exec(line);
  if (found === null) return [];
  const [, name, place = '', row, column] = found;
  const path = place.replaceAll('\\', '/');
  const own = /^node:[\w/]{1,80}$/.test(path) ? path : OWN_PLACE.exec(path)?.[1];
  if (own === undefined) return [];
  return [`${name === undefined ? '' : `${name} `}${own}:${row!}:${column!}`];
}
