import { useLingui } from '@lingui/react/macro';
import type { Evidence } from '../api/types';
import { useFormat } from '../format';
import { Pill } from '../ui';
import { countingRows } from './countingRows';

export type Counts = 'all' | 'yes' | 'no';

/** All rows, those that count, those that do not. */
export function CountsPills({
  evidence,
  counts,
  onChange,
}: {
  evidence: Pick<Evidence, 'reasons' | 'not_counted'>;
  counts: Counts;
  onChange: (counts: Counts) => void;
}) {
  const { t } = useLingui();
  const { number } = useFormat();
  const counting = countingRows(evidence);
  const all = number.count(counting + evidence.not_counted);
  const yes = number.count(counting);
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
