import { NativeSelect } from '@mantine/core';
import { useLingui } from '@lingui/react/macro';
import type { Rep } from '../api/types';

interface RepChoiceProps {
  reps: readonly Rep[];
  rep: string | undefined;
  onChange: (rep: string) => void;
}

export function RepChoice({ reps, rep, onChange }: RepChoiceProps) {
  const { t } = useLingui();
  return (
    <NativeSelect
      size="xs"
      aria-label={t`Rep`}
      value={rep ?? ''}
      onChange={(event) => onChange(event.currentTarget.value)}
      data={reps.map(({ rep_id, name }) => ({ value: rep_id, label: name }))}
    />
  );
}
