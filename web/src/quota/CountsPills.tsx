import { useLingui } from '@lingui/react/macro';
import type { Evidence } from '../api/types';
import { useFormat } from '../format';
import { Pill } from '../ui';

export type Counts = 'all' | 'yes' | 'no';

/** All rows, those that count, those that do not. */
export function CountsPills({
  evidence,
  counts,
  onChange,
}: {
  evidence: Pick<Evidence, 'counted' | 'not_counted'>;
  counts: Counts;
  onChange: (counts: Counts) => void;
}) {
  const { t } = useLingui();
  const { number } = useFormat();
  const all = number.count(evidence.counted + evidence.not_counted);
  const yes = number.count(evidence.counted);
  const no = number.count(evidence.not_counted);
  const pills: { key: Counts; words: string }[] = [
    { key: 'all', words: t`All ${all}` },
    { key: 'yes', words: t`Count ${yes}` },
    { key: 'no', words: t`Do not ${no}` },
  ];
  return pills.map(({ key, words }) => (
    <Pill key={key} selected={counts === key} onClick={() => onChange(key)}>
      {words}
    </Pill>
  ));
}
