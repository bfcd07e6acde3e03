import { Trans, useLingui } from '@lingui/react/macro';
import type { Adjustment, Report } from '../api/types';
import { reasonTitle } from '../quota/reasonTitle';
import { useWords } from '../quota/useWords';
import { Card } from '../ui';
import css from './report.module.css';
import { useLateFacts } from './useReport';
import { VERDICT } from './verdictWords';

function Changes({ changes, report }: { changes: readonly Adjustment[]; report: Report }) {
  const { t } = useLingui();
  const words = useWords();
  const { number, date } = words.format;
  const [rule] = report.rules;
  const title = (reason: Adjustment['reason']) =>
    rule ? reasonTitle(reason, { rule, period_kind: report.period_kind }, words) : reason;
  return (
    <div className={css.scroll}>
      <table className={css.table}>
        <thead>
          <tr>
            <th scope="col">{t`Happened`}</th>
            <th scope="col" className={css.number}>{t`Change`}</th>
            <th scope="col">{t`Before`}</th>
            <th scope="col">{t`Now`}</th>
          </tr>
        </thead>
        <tbody>
          {changes.map((each) => (
            <tr key={`${each.about_id} ${each.activity_id}`}>
              <td>
                <time dateTime={each.occurred_at}>{date.dayTime(each.occurred_at)}</time>
              </td>
              <td className={css.number}>{number.much(report.currency).signed(each.change)}</td>
              <td>{each.reason_before === null ? t`not there` : title(each.reason_before)}</td>
              <td>{title(each.reason)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** What this report carries for earlier ones. */
export function Adjustments({ report }: { report: Report }) {
  const { t } = useLingui();
  if (report.adjustments.length === 0) return null;
  return (
    <Card
      title={t`Adjustments`}
      note={t`What became known of earlier periods after they were closed. It is added here, once.`}
    >
      <Changes changes={report.adjustments} report={report} />
    </Card>
  );
}

/** What became known of this period since: the report itself never changes. */
export function SinceClosed({ report }: { report: Report }) {
  const { t, i18n } = useLingui();
  const { number } = useWords().format;
  const late = useLateFacts(report.report_id).data;
  if (!late || late.changes.length === 0) return null;
  const now = number.much(report.currency).count(late.counted_now);
  const then = number.much(report.currency).count(late.counted);
  const verdict = i18n._(VERDICT[late.would_be]);
  return (
    <Card title={t`Since it was closed`}>
      <p>
        <Trans>
          It would now be {now}, not {then}: {verdict}. The report stays as it is; the next one
          carries the difference.
        </Trans>
      </p>
      <Changes changes={late.changes} report={report} />
    </Card>
  );
}
