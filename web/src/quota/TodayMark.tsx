import { Plural, Trans } from '@lingui/react/macro';
import { addDays, useFormat } from '../format';
import { Chip } from '../ui';
import css from './team.module.css';
import type { TeamRow } from './teamRows';

/** The one thing to know about a rep: away, new, part time; else how many quotas are behind. */
export function TodayMark({ row: { today, behind } }: { row: TeamRow }) {
  const { date, number } = useFormat();
  if (today.away_until !== null) {
    const last = date.day(addDays(today.away_until, -1));
    return (
      <Chip outline>
        <Trans>away to {last}</Trans>
      </Chip>
    );
  }
  if (today.ramp_percent !== null) {
    const percent = number.percent(today.ramp_percent / 100);
    return (
      <Chip outline>
        <Trans>ramp, {percent}</Trans>
      </Chip>
    );
  }
  if (today.hours_percent !== null) {
    const percent = number.percent(today.hours_percent / 100);
    return (
      <Chip outline>
        <Trans>part time, {percent}</Trans>
      </Chip>
    );
  }
  return (
    <span className={css.repNote}>
      {behind === 0 ? (
        <Trans>nothing behind</Trans>
      ) : (
        <Plural value={behind} one="behind in #" other="behind in #" />
      )}
    </span>
  );
}
