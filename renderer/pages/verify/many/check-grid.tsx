import { useTranslation } from 'react-i18next';
import { RowGrid, type GridColumn } from '../../../components/row-grid';
import { StatusMark } from '../../../components/status-mark';
import { useTerm } from '../../../i18n/use-term';
import { useAppState } from '../../../session/app-state';
import type { FileCheck } from '../../../features/verification/verification-queue';
import { RESULT_SHAPES } from '../../../features/verification/result-shapes';
import { clashesOf, resultOf } from './weigh-checks';

interface GridProps {
  readonly rows: readonly FileCheck[];
  readonly numbers: ReadonlySet<string>;
  readonly current: number;
  readonly onCurrent: (index: number) => void;
}

export function CheckGrid({ rows, numbers, current, onCurrent }: GridProps) {
  const { t } = useTranslation();
  const { settings } = useAppState();
  const columns: readonly GridColumn<FileCheck>[] = [
    {
      id: 'result',
      head: t('verifyMany.columns.result'),
      width: '98px',
      cell: (check) => <Result check={check} numbers={numbers} />,
    },
    {
      id: 'file',
      head: t('verifyMany.columns.file'),
      width: 'minmax(104px, 1.1fr)',
      cell: ({ name }) => (
        <strong className="no-space" title={name}>
          {name}
        </strong>
      ),
    },
    {
      id: 'number',
      head: t('verifyMany.columns.number'),
      width: 'minmax(84px, 1fr)',
      className: 'no-space',
      cell: ({ reply }) => <Clipped text={reply?.claims?.number ?? '—'} from={/〔/} />,
    },
    {
      id: 'elevator',
      head: t('verifyMany.columns.elevator'),
      width: '128px',
      className: 'no-space',
      cell: ({ reply }) => <Clipped text={reply?.claims?.registrationNo ?? '—'} />,
    },
    {
      id: 'signer',
      head: t('verifyMany.columns.signer'),
      width: 'minmax(60px, 0.6fr)',
      cell: ({ reply }) => <Clipped text={reply?.signature?.signer ?? '—'} />,
    },
  ];
  return (
    <RowGrid
      label={t('verifyMany.list')}
      rows={rows}
      columns={columns}
      keyOf={({ id }) => String(id)}
      rowHeight={settings.comfortable ? 36 : 28}
      current={current}
      onCurrent={onCurrent}
      isSelected={(row) => row === rows[current]}
    />
  );
}

/** `from`: where the part begins that tells one from another; the name before it stands in a column of its own. */
function Clipped({ text, from }: { readonly text: string; readonly from?: RegExp }) {
  return <span title={text}>{from === undefined ? text : text.slice(Math.max(0, text.search(from)))}</span>;
}

function Result({ check, numbers }: { readonly check: FileCheck; readonly numbers: ReadonlySet<string> }) {
  const { t } = useTranslation();
  const term = useTerm();
  const result = resultOf(check);
  if (check.state === 'failed') return <StatusMark shape="refused" word={t('verifyMany.state.failed')} />;
  if (result === null) return <StatusMark shape="running" word={t(`verifyMany.state.${check.state}`)} />;
  const [clash] = result === 'tampered' ? [] : clashesOf(check, numbers);
  return clash === undefined ? (
    <StatusMark shape={RESULT_SHAPES[result]} word={term('signatureVerdict', result)} />
  ) : (
    <StatusMark shape="refused" word={t(`verifyMany.clash.${clash}`)} />
  );
}
