import { useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { kindsQuery } from '../api/queries';
import { now } from '../api/clock';
import type { LogStart } from './openLog';
import { OfflineChip } from './OfflineChip';
import { useFormat } from '../format';
import { CardError, CardLoading } from '../ui';
import { Dialog } from '../ui/Dialog';
import { kindTitle } from '../kind/kinds';
import { LogForm } from './LogForm';
import { useDraft } from './useDraft';
import { kindNamed } from '../kind/useKinds';

interface QuickLogProps {
  start: LogStart;
  onClose: () => void;
}

/** L, letters of a name, Enter, a letter for the outcome, Enter. */
export default function QuickLog({ start, onClose }: QuickLogProps) {
  const { i18n, t } = useLingui();
  const { date } = useFormat();
  const kinds = useQuery(kindsQuery());
  const draft = useDraft(start, kinds.data?.items ?? []);
  const at = draft.value.occurred_at ?? now();
  const [day, time] = [date.dayWithWeekday(date.dayOf(at)), date.time(at)];
  return (
    <Dialog
      title={kindTitle(kindNamed(kinds.data?.items ?? [], draft.value.kind), i18n)}
      line={t`${day}, ${time}`}
      chip={<OfflineChip />}
      width={680}
      onClose={onClose}
    >
      {kinds.data && (
        <LogForm kinds={kinds.data.items} draft={draft} start={start} onClose={onClose} />
      )}
      {kinds.isPending && <CardLoading shapes={[28, 44, 80, 80]} />}
      {kinds.isError && !kinds.data && <CardError onRetry={() => void kinds.refetch()} />}
    </Dialog>
  );
}
