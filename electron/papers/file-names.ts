import type { CivilDate } from '../../domain/calendar/civil-date';
import type { Elevator } from '../../domain/elevator/elevator';
import type { Locale } from '../../domain/pack/legal-basis';
import type { PaperKind } from '../../domain/record/paper-kind';

const CHINESE: Readonly<Record<PaperKind, string>> = {
  compliance: '合规审计',
  'old-elevator': '隐患治理报告',
  'hazard-notice': '隐患告知书',
  'rectification-notice': '整改通知书',
  'rectification-reply': '整改回复',
  'authority-report': '严重隐患报告',
  'stop-use-sheet': '停用告示',
  'public-sheet': '电梯公示',
  'visit-record': '维保记录单',
  'inspection-pack': '迎检资料',
  'weekly-report': '每周排查治理报告',
  'monthly-minutes': '每月调度会议纪要',
};

const MOST_CHARACTERS = 80;

/** `翠柏苑2幢B梯_合规审计_2026-11-23.pdf`, without characters that some file system refuses. */
export function paperFileName(
  { registrationNo, internalNo }: Pick<Elevator, 'registrationNo' | 'internalNo'>,
  { kind, asOf, locale }: { readonly kind: PaperKind; readonly asOf: CivilDate; readonly locale: Locale },
): string {
  const who = [registrationNo, internalNo].filter((part) => part !== undefined).join('_');
  return `${plainName(who)}_${locale === 'en' ? kind : CHINESE[kind]}_${asOf}.pdf`;
}

/** The same of a paper about a site. */
export function siteFileName(
  site: string,
  { kind, asOf, locale }: { readonly kind: PaperKind; readonly asOf: CivilDate; readonly locale: Locale },
): string {
  return `${plainName(site)}_${locale === 'en' ? kind : CHINESE[kind]}_${asOf}.pdf`;
}

/** A name without characters that some file system refuses. */
export function plainName(name: string): string {
  return Array.from(name.replaceAll(/[\\/:*?"<>|\p{Cc}]/gu, '-'))
    .slice(0, MOST_CHARACTERS)
    .join('');
}

/** Files by name; of two that differ only in what no file system keeps apart, the second gets a number. */
export function distinctNames(
  files: readonly { readonly fileName: string; readonly bytes: Uint8Array }[],
): Map<string, Uint8Array> {
  const named = new Map<string, Uint8Array>();
  const taken = new Set<string>();
  for (const { fileName, bytes } of files) {
    let name = fileName;
    for (let again = 2; taken.has(name.toLowerCase()); again++) name = fileName.replace(/(\.\w+)$/, `_${again}$1`);
    taken.add(name.toLowerCase());
    named.set(name, bytes);
  }
  return named;
}
