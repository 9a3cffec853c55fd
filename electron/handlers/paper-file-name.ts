import type { CivilDate } from '../../domain/calendar/civil-date';
import type { Elevator } from '../../domain/elevator/elevator';
import type { Locale } from '../../domain/pack/rule-pack';
import type { PaperKind } from '../../domain/record/paper-kind';

const CHINESE: Readonly<Record<PaperKind, string>> = {
  compliance: '合规审计',
  'old-elevator': '隐患治理报告',
  'hazard-notice': '隐患告知书',
  'rectification-notice': '整改通知书',
  'rectification-reply': '整改回复',
  'authority-report': '严重隐患报告',
  'stop-use-sheet': '停用告示',
  'public-sheet': '维保公示',
};

const MOST_CHARACTERS = 80;

/** `翠柏苑2幢B梯_合规审计_2026-11-23.pdf`, without characters that some file system refuses. */
export function paperFileName(
  { registrationNo, internalNo }: Pick<Elevator, 'registrationNo' | 'internalNo'>,
  { kind, asOf, locale }: { readonly kind: PaperKind; readonly asOf: CivilDate; readonly locale: Locale },
): string {
  const who = [registrationNo, internalNo].filter((part) => part !== undefined).join('_');
  const plain = who.replaceAll(/[\\/:*?"<>|\p{Cc}]/gu, '-').slice(0, MOST_CHARACTERS);
  return `${plain}_${locale === 'en' ? kind : CHINESE[kind]}_${asOf}.pdf`;
}
