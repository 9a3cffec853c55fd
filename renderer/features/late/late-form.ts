import { changesVerdict, type SavingEffect } from '../../../domain/headline/saving-effect';
import type { LateReason } from '../../../domain/record/late-reason';
import { MAX_NOTE, MAX_TEXT } from '../../../domain/record/schemas';

/** What is said of a late entry while it is made; '' = absent. */
export interface LateForm {
  readonly reason: string;
  readonly document: string;
  readonly photos: readonly string[];
}

export const NOTHING_SAID: LateForm = { reason: '', document: '', photos: [] };

export type LateProblems = Partial<Record<'reason' | 'document', 'missing' | 'too-long'>>;

type Lateness = Pick<SavingEffect, 'isLate' | 'turn' | 'older'>;

/** A reason is asked for where what comes late would change a verdict of any period, or where something is shown for it. */
export function lateProblems(form: LateForm, effect: Lateness | null): LateProblems {
  if (effect?.isLate !== true) return {};
  const problems: LateProblems = {};
  const shows = form.document.trim() !== '' || form.photos.length > 0;
  if (form.reason.trim() === '') {
    if (changesVerdict(effect) || shows) problems.reason = 'missing';
  } else if (form.reason.trim().length > MAX_NOTE) problems.reason = 'too-long';
  if (form.document.trim().length > MAX_TEXT) problems.document = 'too-long';
  return problems;
}

/** The part of a request that says why it came late; empty where nothing is late or nothing was said. */
export function lateOf(form: LateForm, effect: Lateness | null): { readonly late?: LateReason } {
  const [reason, document] = [form.reason.trim(), form.document.trim()];
  if (effect?.isLate !== true || reason === '') return {};
  return {
    late: {
      reason,
      ...(document === '' ? {} : { document }),
      ...(form.photos.length === 0 ? {} : { photos: form.photos }),
    },
  };
}
