/** Why reading stopped. Lives inside this folder only: callers of `verify` see checks and reasons, never an exception. */
export class Fault extends Error {
  readonly code: string;
  readonly detail: string;

  constructor(code: string, detail = '') {
    super(`${code} ${detail}`);
    this.name = 'Fault';
    this.code = code;
    this.detail = detail;
  }
}

/** The fault that `error` is; whatever a library threw over hostile bytes counts as `otherwise`. */
export function faultOf(error: unknown, otherwise: string): Fault {
  return error instanceof Fault ? error : new Fault(otherwise);
}
