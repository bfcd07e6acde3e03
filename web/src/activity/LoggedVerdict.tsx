import { Trans, useLingui } from '@lingui/react/macro';
import { IconAlertTriangle, IconCheck, IconClock, IconX } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { listOf } from '../format';
import type { Verdict } from '../quota/useVerdicts';
import { inSentence } from './inSentence';
import css from './LoggedToday.module.css';
import type { LoggedEntry } from './useLoggedToday';
import { useReasonWords } from './useReasonWords';

interface LoggedVerdictProps {
  entry: LoggedEntry;
  verdicts: Verdict[] | undefined;
}

/** A check or a cross and the reason; neither coloured: not counting is not a fault. */
export function LoggedVerdict({ entry, verdicts }: LoggedVerdictProps) {
  const { i18n } = useLingui();
  const reason = useReasonWords();
  if (entry.outbox) return <OnDevice refused={entry.outbox.state === 'refused'} />;
  if (entry.undo_refused !== null) return <StillThere />;

  if (verdicts === undefined) return null;
  const counting = verdicts.filter(({ counts }) => counts).map(({ name }) => name);
  if (counting.length > 0) {
    const names = listOf(counting, i18n);
    return (
      <Line icon={<IconCheck size={15} stroke={2} aria-hidden />} title={names} counts>
        <Trans>counts for {names}</Trans>
      </Line>
    );
  }
  const miss = verdicts[0];
  const why = miss && inSentence(reason(miss, entry));
  return (
    <Line icon={<IconX size={15} stroke={1.8} aria-hidden />} title={miss?.name}>
      {why ? <Trans>not counted: {why}</Trans> : <Trans>counts for nothing yet</Trans>}
    </Line>
  );
}

function StillThere() {
  return (
    <Line icon={<IconAlertTriangle size={15} stroke={1.8} aria-hidden />} counts>
      <Trans>could not be taken back</Trans>
    </Line>
  );
}

function OnDevice({ refused }: { refused: boolean }) {
  const icon = refused ? (
    <IconAlertTriangle size={15} stroke={1.8} aria-hidden />
  ) : (
    <IconClock size={15} stroke={1.8} aria-hidden />
  );
  return (
    <Line icon={icon} counts={refused}>
      {refused ? <Trans>not saved</Trans> : <Trans>saved on this device</Trans>}
    </Line>
  );
}

interface LineProps {
  icon: ReactNode;
  title?: string | undefined;
  counts?: boolean;
  children: ReactNode;
}

function Line({ icon, title, counts = false, children }: LineProps) {
  return (
    <span className={css.verdict} title={title} data-counts={counts || undefined}>
      {icon}
      <span className={css.verdictWords}>{children}</span>
    </span>
  );
}
