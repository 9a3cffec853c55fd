import { readMappingFile, type MappingFault } from '../../domain/mapping/mapping-file';
import type { KeptMapping } from '../../domain/mapping/mapping';
import type { Locale } from '../../domain/pack/legal-basis';
import { fieldsOf } from '../import/mapped-header';
import type { RecordsRead } from '../import/read-records';
import { InputError, type CommandIo } from './io';
import { listOption, type Values } from './options';
import { readInput } from './read-input';

const FAULTS: Readonly<Record<Locale, (fault: MappingFault) => string>> = {
  'zh-CN': (fault) => {
    switch (fault.what) {
      case 'too-large':
        return '文件太大';
      case 'no-json':
        return '不是 JSON';
      case 'no-mapping':
        return '不是列对应文件';
      case 'bad-member':
        return `这里不合格式：${fault.where}`;
      case 'unknown-field':
        return `“${fault.where}”里有这种表没有的列：${fault.field}`;
    }
  },
  en: (fault) => {
    switch (fault.what) {
      case 'too-large':
        return 'the file is too large';
      case 'no-json':
        return 'it is not JSON';
      case 'no-mapping':
        return 'it is no file of mappings';
      case 'bad-member':
        return `this member is not as the format says: ${fault.where}`;
      case 'unknown-field':
        return `“${fault.where}” names a column that its table does not have: ${fault.field}`;
    }
  },
};

/** The mappings of all files that `--mapping` names. Throws InputError for a file that is none. */
export async function mappingsOption(values: Values, locale: Locale): Promise<readonly KeptMapping[]> {
  const mappings: KeptMapping[] = [];
  for (const path of listOption(values, 'mapping')) {
    const read = readMappingFile((await readInput(path, locale)).toString('utf8'), fieldsOf);
    if (!read.ok) {
      const why = FAULTS[locale](read.fault);
      throw new InputError(locale === 'en' ? `${path} was not taken: ${why}.` : `${path} 没有采用：${why}。`);
    }
    mappings.push(...read.mappings);
  }
  return mappings;
}

/** Says which table was read by which mapping, and which mapping fitted none. */
export async function tellMapped(
  mapped: RecordsRead['mapped'],
  mappings: readonly KeptMapping[],
  locale: Locale,
  io: CommandIo,
): Promise<void> {
  const english = locale === 'en';
  const lines = mapped.map(({ file, sheet, name, common, of }) => {
    const place = sheet === '' ? file : `${file} ${sheet}`;
    return english
      ? `${place}: read by the mapping “${name}”, ${common} of ${of} columns alike.`
      : `${place}：按列对应“${name}”读，${of} 列中 ${common} 列相同。`;
  });
  const used = new Set(mapped.map(({ name }) => name));
  for (const { name } of mappings)
    if (!used.has(name))
      lines.push(
        english ? `The mapping “${name}” fits none of the tables.` : `列对应“${name}”与哪张表都不合，没有用到。`,
      );
  if (lines.length > 0) await io.err(`${lines.join('\n')}\n`);
}
