import { z } from 'zod';
import { MAX_NOTE, text } from '../record/schemas';

/** What a call asks (checked on the Node side) and, as a type only, what it answers. */
export interface Call<Request extends z.ZodType, Reply> {
  readonly request: Request;
  readonly reply?: Reply;
}

export function call<Reply>() {
  return <Request extends z.ZodType>(request: Request): Call<Request, Reply> => ({ request });
}

export const nothing = z.strictObject({});
export const line = text();
export const reason = text(MAX_NOTE);
export const bytes = (max: number) =>
  z.custom<Uint8Array>((value) => value instanceof Uint8Array && value.length <= max);
export const fileName = z.string().min(1).max(255);
export const passphrase = z.string().min(8).max(1024);
export const givenPassphrase = z.string().min(1).max(1024);
