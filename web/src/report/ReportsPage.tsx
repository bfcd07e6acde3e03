import { NativeSelect } from '@mantine/core';
import { useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { quotasQuery, repsQuery } from '../api/queries';
import type { ReportLine } from '../api/types';
import { useFormat } from '../format';
import { useMayManage } from '../session/useSession';
import { Card, CardEmpty, CardError, CardLoading, PageHead } from '../ui';
import { byPeriod } from './byPeriod';
import { ClosePeriod } from './ClosePeriod';
import css from './report.module.css';
import { ReportRowLink } from './ReportRowLink';
import { useReports } from './useReport';

interface Asked {
  rep?: string;
  quota?: string;
}

function Filter({ asked }: { asked: Asked }) {
  const { t } = useLingui();
  const navigate = useNavigate();
  const mayChoose = useMayManage();
  const reps = useQuery({ ...repsQuery(), enabled: mayChoose }).data?.items ?? [];
  const quotas = useQuery(quotasQuery()).data?.items ?? [];
  const choose = (part: Asked) => void navigate({ to: '/reports', search: { ...asked, ...part } });
  return (
    <div className={css.filter}>
      {mayChoose && (
        <NativeSelect
          size="xs"
          aria-label={t`Rep`}
          value={asked.rep ?? ''}
          onChange={(event) => choose({ rep: event.currentTarget.value })}
          data={[
            { value: '', label: t`Everybody` },
            ...reps.map(({ rep_id, name }) => ({ value: rep_id, label: name })),
          ]}
        />
      )}
      <NativeSelect
        size="xs"
        aria-label={t`Quota`}
        value={asked.quota ?? ''}
        onChange={(event) => choose({ quota: event.currentTarget.value })}
        data={[
          { value: '', label: t`Every quota` },
          ...quotas.map(({ quota_id, name }) => ({ value: quota_id, label: name })),
        ]}
      />
    </div>
  );
}

function Periods({ lines }: { lines: readonly ReportLine[] }) {
  const { span } = useFormat();
  const withRep = useMayManage();
  return byPeriod(lines).map(({ kind, period, reports }) => (
    <Card key={period.key} title={span.periodLong(kind, period)} flush={false}>
      <ul className={css.lines}>
        {reports.map((line) => (
          <ReportRowLink key={line.report_id} line={line} withRep={withRep} />
        ))}
      </ul>
    </Card>
  ));
}

/** How was each period, and what is still to be said of it? */
export default function ReportsPage() {
  const { t } = useLingui();
  const { rep, quota } = useSearch({ strict: false });
  const asked: Asked = { ...(rep && { rep }), ...(quota && { quota }) };
  const mayManage = useMayManage();
  const query = useReports(asked.rep, asked.quota);
  const lines = query.data?.items;
  return (
    <>
      <PageHead title={t`Reports`} end={<Filter asked={asked} />} />
      <div className={css.stack}>
        {lines && lines.length > 0 && <Periods lines={lines} />}
        {lines?.length === 0 && (
          <Card label={t`Reports`}>
            <CardEmpty
              missing={t`No period is closed yet.`}
              then={t`Three working days after its end each period has a report here: what was asked, what was counted, and every row.`}
            />
          </Card>
        )}
        {!lines && (
          <Card label={t`Reports`}>
            {query.isError ? (
              <CardError onRetry={() => void query.refetch()} />
            ) : (
              <CardLoading shapes={[40, 40, 40, 40]} />
            )}
          </Card>
        )}
        {mayManage && <ClosePeriod />}
      </div>
    </>
  );
}
