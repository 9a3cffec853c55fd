const ERROR = /^#(?:N\/A|VALUE!|REF!|DIV\/0!|NAME\?|NUM!|NULL!)$/;

/** Why a cell has no value of its own: a formula that was never calculated, or the error of one. */
export function flawOf(text: string): 'formula' | 'error' | null {
  const first = text.charCodeAt(0);
  if (first === 0x23) return ERROR.test(text) ? 'error' : null;
  return first === 0x3d && !FORMULA_TEXT.test(text) ? 'formula' : null;
}

const FORMULA_TEXT = /^="((?:[^"]|"")*)"$/;

/** A code without what marks it as text in a spreadsheet: `="012345"` and `'012346` are written so to keep their signs. */
export function withoutTextMarks(text: string): string {
  const formula = FORMULA_TEXT.exec(text);
  if (formula !== null) return formula[1]!.replaceAll('""', '"');
  return /^['`´ʼ\u2018\u2019](?=[\dA-Za-z\u4e00-\u9fff])/.test(text) ? text.slice(1) : text;
}
