import { useLingui } from '@lingui/react/macro';
import { IconCheck } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import type { ReportLine } from '../api/types';
import { useFormat } from '../format';
import css from './report.module.css';
import { VerdictChip } from './VerdictChip';

function Seen({ by, at }: { by: string; at: string | null }) {
  if (at === null) return null;
  return (
    <span className={css.seen}>
      <IconCheck size={13} stroke={2} aria-hidden />
      {by}
    </span>
  );
}

interface Props {
  line: ReportLine;
  withRep: boolean;
  /** Also of which period, where the list is not one of a period. */
  withPeriod?: boolean;
}

/** One report of the list: whose, of what, how much, and the verdict. */
export function ReportRowLink({ line, withRep, withPeriod = false }: Props) {
  const { t } = useLingui();
  const { number, span } = useFormat();
  const counted = number.much(line.currency).count(line.counted_with_adjustments);
  const amount = number.much(line.currency).count(line.amount);
  return (
    <li>
      <Link to="/reports/$report" params={{ report: line.report_id }} className={css.line} data-row>
        <span className={css.what}>
          {withRep && <bdi className={css.name}>{line.rep_name}</bdi>}
          <bdi className={withRep ? css.dim : css.name}>{line.name}</bdi>
          {withPeriod && (
            <span className={css.dim}>{span.periodLong(line.period_kind, line.period)}</span>
          )}
        </span>
        <span className={css.figure}>{t`${counted} of ${amount}`}</span>
        <VerdictChip verdict={line.verdict} confirmed={line.confirmed} />
        <span className={css.marks}>
          <Seen by={t`seen by the rep`} at={line.seen_by_rep} />
          <Seen by={t`seen by the manager`} at={line.seen_by_manager} />
        </span>
      </Link>
    </li>
  );
}
