import { BridgeError } from '../../domain/bridge/errors';
import { readMappingFile } from '../../domain/mapping/mapping-file';
import { fieldsOf } from '../import/mapped-header';
import type { Ports } from '../host/ports';
import type { Handlers } from './handlers';

type Group = Pick<Handlers, 'mappings.read' | 'mappings.keep' | 'mappings.forget' | 'mappings.take'>;

/** What people said of tables: kept in the profile, and no part of the record. */
export function mappingHandlers({ mappings }: Pick<Ports, 'mappings'>): Group {
  return {
    'mappings.read': () => Promise.resolve(mappings.read()),
    'mappings.keep': ({ mapping }) => mappings.keep([mapping]),
    'mappings.forget': ({ name }) => mappings.forget(name),
    'mappings.take': ({ bytes }) => {
      const read = readMappingFile(new TextDecoder().decode(bytes), fieldsOf);
      if (!read.ok) {
        const { fault } = read;
        if (!('where' in fault)) throw new BridgeError('no-mapping-file');
        throw new BridgeError('mapping-refused', { where: fault.where, field: 'field' in fault ? fault.field : '' });
      }
      return mappings.keep(read.mappings);
    },
  };
}
