import { Button } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { useMutation } from '@tanstack/react-query';
import { listImportFaults, type Import } from '../api/importCalls';
import { useFormat } from '../format';
import { csvText, saveFile } from '../quota/exportRows';
import { Card } from '../ui';
import css from './import.module.css';
import { codeWords, valueOf } from './words';

const file_columns = ['row', 'column', 'code', 'words'] as const;

/** Rows that are refused, and why. */
export function FaultsCard({ one }: { one: Import }) {
  const { t, i18n } = useLingui();
  const { number } = useFormat();
  const saving = useMutation({
    mutationFn: async () => {
      const { items } = await listImportFaults(one.import_id);
      const rows = items.map(({ row, column, code }) => ({
        row,
        column,
        code,
        words: codeWords(code, i18n),
      }));
      saveFile(csvText(file_columns, rows), `${one.mapping}-refused`);
    },
  });
  if (one.faults.length === 0) return null;
  return (
    <Card
      title={t`Refused rows`}
      note={t`The other rows can be imported all the same. A mended file can be imported again.`}
      aside={
        <Button
          variant="default"
          size="xs"
          loading={saving.isPending}
          onClick={() => saving.mutate()}
        >
          <Trans>Save as CSV</Trans>
        </Button>
      }
    >
      <table className={css.faults}>
        <thead>
          <tr>
            <th scope="col">
              <Trans>Row</Trans>
            </th>
            <th scope="col">
              <Trans>Column</Trans>
            </th>
            <th scope="col">
              <Trans context="of a refused row">Why</Trans>
            </th>
          </tr>
        </thead>
        <tbody>
          {one.faults.map((fault) => (
            <tr key={`${fault.row} ${fault.column} ${fault.code}`}>
              <td>{number.count(fault.row)}</td>
              <td>
                <bdi>{fault.column}</bdi>
              </td>
              <td>
                {codeWords(fault.code, i18n)} <bdi>{valueOf(fault)}</bdi>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Card>
  );
}
