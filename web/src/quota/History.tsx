import { useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { historyQuery } from '../api/quotaCalls';
import type { PaceDetail, PastPeriod } from '../api/types';
import { type DayBar, DayBars } from '../chart';
import { useFormat } from '../format';
import { Card } from '../ui';

const SHOWN = 8;

const LOOKS: Record<NonNullable<PastPeriod['grade']> | 'none', DayBar['look']> = {
  none: 'behind',
  floor: 'on',
  quota: 'ahead',
  stretch: 'ahead',
};

/** The rep's own last periods of this quota, the newest on top; nothing before the second period. */
export function History({ pace }: { pace: PaceDetail }) {
  const { t } = useLingui();
  const { number, span } = useFormat();
  const { data } = useQuery(historyQuery(pace.quota_id, pace.rep_id));
  const past = data?.items.filter(({ excused }) => !excused).slice(-SHOWN) ?? [];
  if (past.length === 0) return null;
  const title = t`The periods before`;
  const grades = {
    none: '',
    floor: t`floor`,
    quota: t`made`,
    stretch: t`stretch`,
  };
  const bars = [...past].reverse().map(({ period, counted, amount, grade }): DayBar => {
    const figures = t`${number.count(counted)} of ${number.count(amount)}`;
    const word = grades[grade ?? 'none'];
    return {
      key: period.key,
      label: span.periodLong(pace.period_kind, period),
      value: counted,
      text: word === '' ? figures : t`${figures}, ${word}`,
      look: LOOKS[grade ?? 'none'],
    };
  });
  return (
    <Card title={title}>
      <DayBars title={title} bars={bars} />
    </Card>
  );
}
