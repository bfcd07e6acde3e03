import type { PaceDetail } from '../api/types';
import { Agreement } from './Agreement';
import { DayByDay } from './DayByDay';
import { History } from './History';
import css from './pace.module.css';
import { PerDay } from './PerDay';

interface PaceBelowProps {
  pace: PaceDetail;
  today: string;
  self: boolean;
}

/** The days of the course and what stands beside them: fetched after the card that is read first. */
export default function PaceBelow({ pace, today, self }: PaceBelowProps) {
  return (
    <div className={css.below}>
      <div className={css.column}>
        <DayByDay pace={pace} today={today} />
        <History pace={pace} />
      </div>
      <div className={css.column}>
        <PerDay pace={pace} />
        <Agreement pace={pace} self={self} />
      </div>
    </div>
  );
}
