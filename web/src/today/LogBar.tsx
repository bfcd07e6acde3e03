import { Trans, useLingui } from '@lingui/react/macro';
import { outcomeInList } from '../kind/outcomes';
import { useOutbox } from '../activity/OutboxProvider';
import { useLoggedToday, type LoggedEntry } from '../activity/useLoggedToday';
import { useOpenLog } from '../activity/openLog';
import { useFormat } from '../format';
import { Kbd } from '../ui';
import css from './LogBar.module.css';

export function LogBar() {
  const openLog = useOpenLog();
  const last = useLoggedToday().entries[0];
  return (
    <div className={css.bar}>
      <button type="button" className={css.log} onClick={() => openLog()}>
        <Kbd>L</Kbd>
        <span className={css.words}>
          <Trans>
            <b>Log what you just did</b> · who, outcome
          </Trans>
        </span>
      </button>
      {last && <LastEntry entry={last} />}
    </div>
  );
}

function LastEntry({ entry }: { entry: LoggedEntry }) {
  const { t, i18n } = useLingui();
  const { date } = useFormat();
  const { undoable, undo } = useOutbox();
  const time = date.time(entry.occurred_at);
  const outcome = entry.outcome && outcomeInList({ outcome: entry.outcome, label: null }, i18n);
  const who = entry.contact_name ?? '';
  return (
    <p className={css.last}>
      <span className={css.lastWords}>
        {outcome ? t`last: ${who}, ${outcome}, ${time}` : t`last: ${who}, ${time}`}
      </span>
      {entry.undo_key !== null && entry.undo_key === undoable && (
        <button type="button" className={css.undo} onClick={() => undo(undoable)}>
          <Trans>Undo</Trans>
        </button>
      )}
    </p>
  );
}
