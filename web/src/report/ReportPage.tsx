import { Button } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { useMutation } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { flushSync } from 'react-dom';
import type { Report } from '../api/types';
import { useFormat } from '../format';
import { Card, CardError, CardLoading, PageHead } from '../ui';
import { Adjustments, SinceClosed } from './Adjustments';
import { Days } from './Days';
import { exportReport } from './exportReport';
import css from './report.module.css';
import { Rows } from './Rows';
import { Said } from './Said';
import { Summary } from './Summary';
import { useReport } from './useReport';

function Actions({ report, onPrint }: { report: Report; onPrint: () => void }) {
  const { t } = useLingui();
  const file = useMutation({ mutationFn: () => exportReport(report) });
  return (
    <div className={`${css.actions} ${css.noPrint}`}>
      <Button variant="default" size="xs" loading={file.isPending} onClick={() => file.mutate()}>
        {file.isError ? t`Export failed, try again` : t`Export`}
      </Button>
      <Button variant="default" size="xs" onClick={onPrint}>
        <Trans>Print</Trans>
      </Button>
    </div>
  );
}

function Whole({ report }: { report: Report }) {
  const { span } = useFormat();
  const [all, setAll] = useState(false);
  const print = () => {
    flushSync(() => setAll(true)); // the paper has all rows
    window.print();
  };
  const period = span.periodLong(report.period_kind, report.period);
  return (
    <>
      <PageHead
        title={<bdi>{report.name}</bdi>}
        line={
          <>
            <bdi>{report.rep_name}</bdi> · {period} ·{' '}
            <Link to="/reports" search={{ rep: report.rep_id }} className={css.noPrint}>
              <Trans>All reports</Trans>
            </Link>
          </>
        }
        end={<Actions report={report} onPrint={print} />}
      />
      <div className={css.stack}>
        <Summary report={report} />
        <SinceClosed report={report} />
        <Adjustments report={report} />
        <Said report={report} />
        <Days report={report} />
        <Rows report={report} all={all} onAll={() => setAll(true)} />
      </div>
    </>
  );
}

/** One period of one rep, as it was frozen. */
export default function ReportPage() {
  const { t } = useLingui();
  const { report = '' } = useParams({ strict: false });
  const query = useReport(report);
  if (query.data) return <Whole report={query.data} />;
  return (
    <>
      <PageHead title={t`Report`} />
      <Card label={t`Report`}>
        {query.isError ? (
          <CardError onRetry={() => void query.refetch()} />
        ) : (
          <CardLoading shapes={[40, 40, 120]} />
        )}
      </Card>
    </>
  );
}
