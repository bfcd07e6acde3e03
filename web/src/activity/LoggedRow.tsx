import { Trans, useLingui } from '@lingui/react/macro';
import { useOpenLog } from './openLog';
import { listOf, useFormat } from '../format';
import { sourcesWords } from '../quota/sourceWords';
import type { Verdict } from '../quota/useVerdicts';
import { useWords } from '../quota/useWords';
import { kindInList } from '../kind/kinds';
import css from './LoggedToday.module.css';
import { LoggedVerdict } from './LoggedVerdict';
import { outcomeInList } from '../kind/outcomes';
import { useOutbox } from './OutboxProvider';
import { kindNamed, useKinds } from '../kind/useKinds';
import type { LoggedEntry } from './useLoggedToday';

interface LoggedRowProps {
  entry: LoggedEntry;
  verdicts: Verdict[] | undefined;
}

export function LoggedRow({ entry, verdicts }: LoggedRowProps) {
  const { date } = useFormat();
  const words = useEntryWords()(entry);
  const sources = sourcesWords(entry.sources, useWords());
  return (
    <li className={css.row} data-row tabIndex={-1}>
      <span className={css.time}>{date.time(entry.occurred_at)}</span>
      <span className={css.words}>
        <b>
          <bdi>{entry.contact_name}</bdi>
        </b>
        <span className={css.what}>{words}</span>
        {sources !== null && <span className={css.sources}>{sources}</span>}
      </span>
      <LoggedVerdict entry={entry} verdicts={verdicts} />
      <RowButtons entry={entry} />
    </li>
  );
}

function useEntryWords(): (entry: LoggedEntry) => string {
  const { i18n } = useLingui();
  const { span } = useFormat();
  const kinds = useKinds();
  return (entry) => {
    const kind = kindNamed(kinds, entry.kind);
    const known = kind.outcomes.find(({ outcome }) => outcome === entry.outcome);
    const parts = [
      kindInList(kind, i18n),
      entry.outcome && outcomeInList(known ?? { outcome: entry.outcome, label: null }, i18n),
      entry.topic,
      entry.duration_s === null ? null : span.duration(entry.duration_s),
    ].filter((part): part is string => typeof part === 'string' && part !== '');
    return listOf(parts, i18n);
  };
}

function RowButtons({ entry }: { entry: LoggedEntry }) {
  const openLog = useOpenLog();
  const { undoable, undo, discard } = useOutbox();
  if (entry.outbox?.state === 'refused') {
    const refused = entry.outbox;
    return (
      <span className={css.buttons}>
        <button type="button" data-primary onClick={() => openLog({ refused })}>
          <Trans>Mend</Trans>
        </button>
        <button type="button" onClick={() => discard(refused.key)}>
          <Trans>Discard</Trans>
        </button>
      </span>
    );
  }
  const { undo_refused } = entry;
  if (undo_refused !== null) {
    return (
      <span className={css.buttons}>
        <button type="button" data-primary onClick={() => discard(undo_refused)}>
          <Trans>Understood</Trans>
        </button>
      </span>
    );
  }
  if (entry.undo_key === null || entry.undo_key !== undoable) return null;
  return (
    <span className={css.buttons}>
      <button type="button" data-primary onClick={() => undo(undoable)}>
        <Trans>Undo</Trans>
      </button>
    </span>
  );
}
