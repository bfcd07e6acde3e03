import { NativeSelect } from '@mantine/core';
import { useLingui } from '@lingui/react/macro';
import type { TeamColumn } from './teamRows';

interface QuotaChoiceProps {
  columns: readonly TeamColumn[];
  chosen: string | null;
  onChoose: (quota: string | null) => void;
}

/** One quota alone, or all of them beside each other. */
export function QuotaChoice({ columns, chosen, onChoose }: QuotaChoiceProps) {
  const { t } = useLingui();
  if (columns.length < 2) return null;
  return (
    <NativeSelect
      size="xs"
      aria-label={t`Quota`}
      value={chosen ?? ''}
      data={[
        { value: '', label: t`all quotas` },
        ...columns.map(({ quota_id, name }) => ({ value: quota_id, label: name })),
      ]}
      onChange={(event) => onChoose(event.currentTarget.value || null)}
    />
  );
}
