import type { TFunction } from 'i18next';
import type { Locale } from '../../../domain/pack/legal-basis';
import { longDate } from '../../i18n/dates';

/** From when until when a wording holds, in words. */
export function inForce(
  { effectiveFrom, effectiveTo }: { readonly effectiveFrom: string | null; readonly effectiveTo: string | null },
  locale: Locale,
  t: TFunction,
): string {
  const from = effectiveFrom === null ? '' : longDate(effectiveFrom, locale);
  const to = effectiveTo === null ? '' : longDate(effectiveTo, locale);
  if (effectiveFrom === null) return effectiveTo === null ? t('packs.always') : t('packs.until', { to });
  return effectiveTo === null ? t('packs.from', { from }) : t('packs.fromTo', { from, to });
}
