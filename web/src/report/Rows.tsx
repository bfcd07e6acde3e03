import { Button } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import type { Report, ReportRow } from '../api/types';
import { reasonTitle } from '../quota/reasonTitle';
import { rowWords } from '../quota/rowWords';
import { useNamed } from '../quota/useNamed';
import { useWords } from '../quota/useWords';
import { CardEmpty, QueryCard } from '../ui';
import css from './report.module.css';
import { useReportRows } from './useReport';

const SHOWN_AT_FIRST = 50;

function Row({ row, report }: { row: ReportRow; report: Report }) {
  const { t } = useLingui();
  const words = useWords();
  const named = useNamed();
  const [rule] = report.rules;
  const why = rule
    ? reasonTitle(row.reason, { rule, period_kind: report.period_kind }, words)
    : row.reason;
  const what = rowWords(row, named.title, words);
  const worth =
    row.worth_minor === null || report.currency === null
      ? null
      : words.format.number.moneyExact({
          amount_minor: row.worth_minor,
          currency: report.currency,
        });
  return (
    <tr className={row.counts ? undefined : css.off}>
      <td>
        <time dateTime={row.occurred_at}>{words.format.date.dayTime(row.occurred_at)}</time>
      </td>
      <td>
        <bdi>{row.contact_name ?? t`No contact`}</bdi>
      </td>
      <td>{worth === null ? what : `${what} · ${worth}`}</td>
      <td>{row.counts ? t`Counts` : why}</td>
    </tr>
  );
}

/** The frozen verdict on each activity, oldest first. */
export function Rows({ report, all, onAll }: { report: Report; all: boolean; onAll: () => void }) {
  const { t } = useLingui();
  const query = useReportRows(report.report_id);
  return (
    <QueryCard query={query} title={t`What was counted`} className={css.rowsCard}>
      {({ items }) =>
        items.length === 0 ? (
          <CardEmpty
            missing={t`No activity in this period.`}
            then={t`What is stored later appears in the next report.`}
          />
        ) : (
          <>
            <div className={css.scroll}>
              <table className={css.table}>
                <thead>
                  <tr>
                    <th scope="col">{t`When`}</th>
                    <th scope="col">{t`Who`}</th>
                    <th scope="col">{t`What`}</th>
                    <th scope="col">{t`Counts`}</th>
                  </tr>
                </thead>
                <tbody>
                  {(all ? items : items.slice(0, SHOWN_AT_FIRST)).map((row) => (
                    <Row key={row.activity_id} row={row} report={report} />
                  ))}
                </tbody>
              </table>
            </div>
            {!all && items.length > SHOWN_AT_FIRST && (
              <div className={css.more}>
                <Button variant="default" size="xs" onClick={onAll}>
                  <Trans>Show all rows</Trans>
                </Button>
              </div>
            )}
          </>
        )
      }
    </QueryCard>
  );
}
