import { Trans, useLingui } from '@lingui/react/macro';
import type { LeadsTo } from '../api/types';
import { useFormat } from '../format';
import { kindLabel } from '../kind/kinds';
import { Card, ScrollRegion } from '../ui';
import css from './fair.module.css';
import { type ChannelLine, channelLines } from './leads';

function Share({ share }: { share: number | null }) {
  const { number } = useFormat();
  if (share === null) return <span className={css.dim}>–</span>;
  return (
    <span className={css.week}>
      <span className={css.column} style={{ blockSize: `${share * 100}%` }} aria-hidden />
      <span className={css.small}>{number.percent(share)}</span>
    </span>
  );
}

function Channel({ line, weeks }: { line: ChannelLine; weeks: LeadsTo['weeks'] }) {
  const { i18n } = useLingui();
  const { number } = useFormat();
  return (
    <tr>
      <th scope="row">{kindLabel({ kind: line.kind, label: null }, i18n)}</th>
      <td>
        <b>{number.percent(line.share)}</b>
      </td>
      {line.shares.map((share, index) => (
        <td key={weeks[index]?.week.key} className={css.weekCell}>
          <Share share={share} />
        </td>
      ))}
    </tr>
  );
}

/** The mix of channels, week by week. */
export function ChannelsCard({ led }: { led: LeadsTo }) {
  const { t } = useLingui();
  const { date } = useFormat();
  const lines = channelLines(led.weeks);
  return (
    <Card title={t`Share of each channel, by week`}>
      <ScrollRegion label={t`Weeks`} className={css.scroll}>
        <table className={css.table}>
          <thead>
            <tr>
              <th scope="col">
                <Trans>Channel</Trans>
              </th>
              <th scope="col">
                <Trans>All weeks</Trans>
              </th>
              {led.weeks.map(({ week }) => (
                <th key={week.key} scope="col" className={css.weekCell}>
                  {date.day(week.from)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {lines.map((line) => (
              <Channel key={line.kind} line={line} weeks={led.weeks} />
            ))}
          </tbody>
        </table>
      </ScrollRegion>
    </Card>
  );
}
