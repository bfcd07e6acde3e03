import { useLingui } from '@lingui/react/macro';
import type { ReportLine } from '../api/types';
import { useFormat } from '../format';
import { useSession } from '../session/useSession';
import { Card } from '../ui';
import css from './report.module.css';
import { ReportRowLink } from './ReportRowLink';
import { waitingFor } from './waiting';

const SHOWN = 6;

/** What the reader has still to say something to, newest first, before all that is done. */
export function WaitingReports({
  lines,
  withRep,
}: {
  lines: readonly ReportLine[];
  withRep: boolean;
}) {
  const { t } = useLingui();
  const { number } = useFormat();
  const waiting = waitingFor(useSession().user.user_id, lines);
  const further = waiting.length - SHOWN;
  const count = number.count(further);
  if (waiting.length === 0) return null;
  return (
    <Card title={t`Waiting for you`} flush={false}>
      <ul className={css.lines}>
        {waiting.slice(0, SHOWN).map((line) => (
          <ReportRowLink key={line.report_id} line={line} withRep={withRep} withPeriod />
        ))}
      </ul>
      {further > 0 && <p className={css.dim}>{t`Further below: ${count}`}</p>}
    </Card>
  );
}
