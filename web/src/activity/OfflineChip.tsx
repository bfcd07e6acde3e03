import { plural } from '@lingui/core/macro';
import { useLingui } from '@lingui/react/macro';
import { useNetwork } from '@mantine/hooks';
import { useOutbox } from './OutboxProvider';
import { Chip } from '../ui';

/** Grey, and only while something is waiting or the network is away. */
export function OfflineChip() {
  const { t } = useLingui();
  const { online } = useNetwork();
  const waiting = useOutbox().entries.filter((entry) => entry.state === 'waiting').length;
  if (online && waiting === 0) return null;
  const words = plural(waiting, { one: '# waiting', other: '# waiting' });
  return (
    <span role="status">
      <Chip>{online ? words : waiting === 0 ? t`offline` : t`offline, ${words}`}</Chip>
    </span>
  );
}
