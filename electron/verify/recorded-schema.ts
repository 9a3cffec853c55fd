import { z } from 'zod';
import { ENTRY_VERSIONS } from '../../domain/record/entry';
import { sha256Schema } from '../../domain/record/schemas';

const MOST_LETTERS = 500;
const MOST_ITEMS = 1000;

const text = z.strictObject({ 'zh-CN': z.string(), en: z.string() });

const entryHead = z.looseObject({
  v: z.literal(ENTRY_VERSIONS),
  feed: sha256Schema,
  seq: z.int().min(1),
  at: z.string().max(MOST_LETTERS),
  author: z.string(),
  type: z.string().max(MOST_LETTERS),
  subject: z.string().max(MOST_LETTERS),
  salt: z.string().max(MOST_LETTERS).optional(),
  bodyHash: sha256Schema.optional(),
  prev: sha256Schema,
  hash: sha256Schema,
});

/** Of an item, what the paper prints; the rest is compared with the pack's. */
const item = z.looseObject({
  id: z.string().max(MOST_LETTERS),
  table: z.string().max(MOST_LETTERS),
  no: z.int(),
  title: text,
  requirement: text,
  limit: z.looseObject({ unit: z.string() }).optional(),
});

export const recordedSchema = z.strictObject({
  entry: entryHead.optional(),
  checklist: z
    .strictObject({
      packId: z.string().max(MOST_LETTERS),
      packVersion: z.string().max(MOST_LETTERS),
      sha256: sha256Schema,
      items: z.array(item).max(MOST_ITEMS),
    })
    .optional(),
});
