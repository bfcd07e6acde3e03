import { useLingui } from '@lingui/react/macro';
import type { Day, PaceDay } from '../api/types';
import css from './DayStrip.module.css';
import { stripOf } from './dayStrip';

interface DayStripProps {
  /** "Q4 2026" */
  period: string;
  days: readonly Pick<PaceDay, 'day' | 'kind'>[];
  today: Day;
}

export function DayStrip({ period, days, today }: DayStripProps) {
  const { t } = useLingui();
  const strip = stripOf(days, today);
  const { at, total, left } = strip;
  return (
    <div className={css.strip}>
      <p className={css.words}>
        <b>{period}</b> · {t`day ${at} of ${total}`} · {t`${left} left`}
      </p>
      <div className={css.ticks} aria-hidden>
        {strip.days.map(({ day, look, weekBegins }) => (
          <span
            key={day}
            className={css.tick}
            data-look={look}
            data-week={weekBegins || undefined}
          />
        ))}
      </div>
    </div>
  );
}
