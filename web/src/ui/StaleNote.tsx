import { Trans } from '@lingui/react/macro';
import { useStreamIsLate } from '../api/live';
import { useFormat } from '../format';
import css from './StaleNote.module.css';

/** Said once the live stream has been away for a minute, or a refresh has failed. */
export function StaleNote({ at, failed }: { at: number; failed: boolean }) {
  const late = useStreamIsLate();
  const { date } = useFormat();
  if (!late && !failed) return null;
  const time = date.time(new Date(at));
  return (
    <span className={css.note} role="status">
      <Trans>as of {time}, trying again</Trans>
    </span>
  );
}
