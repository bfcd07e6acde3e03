import { Trans, useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { paceOfQuotaQuery, paceOfRepQuery } from '../api/queries';
import type { Pace, PeriodKind } from '../api/types';
import { PersonMenu } from '../session/PersonMenu';
import { useFormat } from '../format';
import { DayStrip, PageHead } from '../ui';
import { stripOf } from '../ui/dayStrip';
import { isDayOff } from './actions';
import { daySentence } from './sentence';
import css from './TodayPage.module.css';
import { useActions } from './useActions';
import { useToday } from '../format/useToday';

const length: Record<PeriodKind, number> = { day: 0, week: 1, month: 2, quarter: 3, span: 4 };

/** The strip shows the longest period that the reader has a quota in. */
function longest(quotas: readonly Pace[]): Pace | undefined {
  return [...quotas].sort((a, b) => length[b.period_kind] - length[a.period_kind])[0];
}

function useStripQuota() {
  const quota = longest(useQuery(paceOfRepQuery('me')).data?.items ?? []);
  return useQuery({
    ...paceOfQuotaQuery(quota?.quota_id ?? '', 'me'),
    enabled: quota !== undefined,
  }).data;
}

export function TodayHead() {
  const { date } = useFormat();
  const today = useToday();
  return (
    <PageHead
      title={date.dayLong(today)}
      line={
        <>
          <span className={css.phoneOnly}>
            <DayOf />
          </span>
          <Sentence />
        </>
      }
      end={
        <>
          <span className={css.phoneEnd}>
            <PersonMenu round />
          </span>
          <span className={css.deskOnly}>
            <Strip />
          </span>
        </>
      }
    />
  );
}

function Sentence() {
  const { i18n } = useLingui();
  const { list } = useActions();
  const quotas = useQuery(paceOfRepQuery('me')).data?.items;
  if (!list || !quotas) return '\u00a0';
  const late = quotas.filter(({ state }) => state === 'behind').length;
  const behind = quotas.length === 0 ? null : late;
  const off = isDayOff(quotas);
  const { hot, waiting, elsewhere } = list;
  return daySentence({ hot, waiting, elsewhere, behind, off }, i18n);
}

function Strip() {
  const { span } = useFormat();
  const today = useToday();
  const quota = useStripQuota();
  if (quota === undefined) return null;
  const period = span.periodLong(quota.period_kind, quota.period);
  return <DayStrip period={period} days={quota.days} today={today} />;
}

function DayOf() {
  const quota = useStripQuota();
  const today = useToday();
  if (quota === undefined) return null;
  const { at, total } = stripOf(quota.days, today);
  return (
    <Trans>
      Day {at} of {total}.{' '}
    </Trans>
  );
}
