import { useLingui } from '@lingui/react/macro';
import type { Report, ReportDay } from '../api/types';
import { useFormat } from '../format';
import { Card } from '../ui';
import css from './report.module.css';

function Minutes({ day }: { day: ReportDay }) {
  const { t } = useLingui();
  const { number } = useFormat();
  const asked = number.count(Math.round((day.minutes_asked * day.share_bp) / 10_000));
  const full = number.count(day.minutes_full);
  if (!day.asked) return t`not asked`;
  if (day.minutes_asked * day.share_bp === day.minutes_full * 10_000) return t`${full} min`;
  return t`${asked} of ${full} min`;
}

/** Each day as it was asked, and what it counted. */
export function Days({ report }: { report: Report }) {
  const { t } = useLingui();
  const { date, number } = useFormat();
  return (
    <Card title={t`Day by day`}>
      <div className={css.scroll}>
        <table className={css.table}>
          <thead>
            <tr>
              <th scope="col">{t`Day`}</th>
              <th scope="col">{t`Working time`}</th>
              <th scope="col" className={css.number}>{t`Counted`}</th>
            </tr>
          </thead>
          <tbody>
            {report.days.map((day) => (
              <tr key={day.day} className={day.minutes_asked === 0 ? css.off : undefined}>
                <th scope="row">{date.dayWithWeekday(day.day)}</th>
                <td>
                  <Minutes day={day} />
                  {day.name !== null && (
                    <>
                      {' · '}
                      <bdi>{day.name}</bdi>
                    </>
                  )}
                </td>
                <td className={css.number}>{number.much(report.currency).count(day.counted)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Card>
  );
}
