import { ActionIcon } from '@mantine/core';
import { useLingui } from '@lingui/react/macro';
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import type { PaceDetail } from '../api/types';
import { useFormat } from '../format';
import { DayStrip } from '../ui';
import css from './pace.module.css';
import { phaseOf } from './phase';

interface PeriodNavProps {
  pace: PaceDetail;
  today: string;
  /** The day strip needs room that is not there beside the drawer. */
  narrow: boolean;
  onGo: (period: string) => void;
}

const ARROW = { size: 18, stroke: 1.8, className: 'mirrored', 'aria-hidden': true } as const;

export function PeriodNav({ pace, today, narrow, onGo }: PeriodNavProps) {
  const { t } = useLingui();
  const { span } = useFormat();
  const { previous, next } = pace;
  const name = span.periodLong(pace.period_kind, pace.period);
  const strip = !narrow && phaseOf(pace, today) === 'running';
  return (
    <div className={css.nav}>
      {strip && (
        <div className={css.strip}>
          <DayStrip period={name} days={pace.days} today={today} />
        </div>
      )}
      {!strip && <span className={css.navPeriod}>{name}</span>}
      {previous && next && (
        <span className={css.navKeys}>
          <ActionIcon
            variant="default"
            className={css.navKey}
            aria-label={t`The period before`}
            title={t`The period before, key [`}
            onClick={() => previous && onGo(previous)}
          >
            <IconChevronLeft {...ARROW} />
          </ActionIcon>
          <ActionIcon
            variant="default"
            className={css.navKey}
            aria-label={t`The period after`}
            title={t`The period after, key ]`}
            onClick={() => next && onGo(next)}
          >
            <IconChevronRight {...ARROW} />
          </ActionIcon>
        </span>
      )}
    </div>
  );
}
