import { Button, Textarea } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { type SubmitEvent, useState } from 'react';
import type { Report } from '../api/types';
import { useFormat } from '../format';
import { useSession } from '../session/useSession';
import { Card } from '../ui';
import { DecideForm } from './DecideForm';
import { FaultLine } from './FaultLine';
import css from './report.module.css';
import { useAcknowledge } from './useReport';
import { EXCUSE, VERDICT } from './verdictWords';

interface OfReport {
  report: Report;
}

function SeenForm({ report }: OfReport) {
  const { t } = useLingui();
  const [remark, setRemark] = useState('');
  const seen = useAcknowledge(report.report_id, () => setRemark(''));
  const send = (event: SubmitEvent) => {
    event.preventDefault();
    seen.mutate(remark.trim());
  };
  return (
    <form className={`${css.fields} ${css.noPrint}`} onSubmit={send}>
      <Textarea
        label={t`Comment`}
        dir="auto"
        rows={2}
        maxLength={500}
        value={remark}
        onChange={(event) => setRemark(event.currentTarget.value)}
      />
      <div>
        <Button type="submit" variant="default" loading={seen.isPending}>
          <Trans>I have seen this report</Trans>
        </Button>
      </div>
      <FaultLine error={seen.error} />
    </form>
  );
}

function Decisions({ report }: OfReport) {
  const { i18n } = useLingui();
  const { date } = useFormat();
  return report.decisions.map((each) => {
    const [who, when] = [each.actor_name, date.dayTime(each.at)];
    const verdict = i18n._(VERDICT[each.verdict]);
    return (
      <div key={each.at}>
        <p>
          <Trans>
            <bdi>{who}</bdi> decided on {when}: {verdict}
          </Trans>
          {each.excuse !== null && <> · {i18n._(EXCUSE[each.excuse])}</>}
        </p>
        {each.note !== null && (
          <p className={css.dim} dir="auto">
            {each.note}
          </p>
        )}
      </div>
    );
  });
}

function Acknowledgements({ report }: OfReport) {
  const { date } = useFormat();
  return report.acknowledgements.map((each) => {
    const [who, when] = [each.actor_name, date.dayTime(each.at)];
    return (
      <div key={each.at}>
        <p>
          <Trans>
            <bdi>{who}</bdi> saw it on {when}
          </Trans>
        </p>
        {each.remark !== null && (
          <p className={css.dim} dir="auto">
            {each.remark}
          </p>
        )}
      </div>
    );
  });
}

/** What people said of the report: the verdict, and that they have seen it. */
export function Said({ report }: OfReport) {
  const { t, i18n } = useLingui();
  const { user } = useSession();
  const proposal = i18n._(VERDICT[report.proposal]);
  const seen = report.acknowledgements.some(({ actor_id }) => actor_id === user.user_id);
  return (
    <Card title={t`Verdict`}>
      <div className={css.said}>
        {!report.confirmed && (
          <p>
            <Trans>The figures propose: {proposal}. Nobody has decided yet.</Trans>
          </p>
        )}
        <Decisions report={report} />
        <Acknowledgements report={report} />
        {report.may_decide && <DecideForm line={report} />}
        {report.may_acknowledge && !seen && <SeenForm report={report} />}
      </div>
    </Card>
  );
}
