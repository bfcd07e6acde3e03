import { useLingui } from '@lingui/react/macro';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { now } from '../api/clock';
import type { PaceDetail } from '../api/types';
import { useFormat } from '../format';
import { CardError, CardLoading } from '../ui';
import { type Counts, CountsPills } from './CountsPills';
import { DrawerFrame } from './DrawerFrame';
import css from './drawer.module.css';
import { EvidenceRows } from './EvidenceRows';
import { EvidenceSummary } from './EvidenceSummary';
import { exportEvidence } from './exportRows';
import { FormulaPage } from './FormulaPage';
import { useEvidence, useQuotaPace } from './useQuotas';

export interface EvidenceDrawerProps {
  /** Id or key of the quota. */
  quota: string;
  rep: string;
  /** Key of the period; the running one when absent. */
  period?: string | undefined;
  /** What is open first: the rows of a count, or how a figure is computed. */
  view?: 'rows' | 'formula';
  open: boolean;
  onClose: () => void;
}

type Asked = Pick<EvidenceDrawerProps, 'quota' | 'rep' | 'period'>;

function Export({ asked, pace }: { asked: Asked; pace: PaceDetail }) {
  const { t } = useLingui();
  const { quota, rep, period } = asked;
  const file = useMutation({
    mutationFn: () =>
      exportEvidence(
        { quota, rep, kinds: 'rule', ...(period && { period }) },
        `${pace.key}-${pace.period.key}`,
      ),
  });
  return (
    <button
      type="button"
      className={css.link}
      disabled={file.isPending}
      onClick={() => file.mutate()}
    >
      {file.isError ? t`Export failed, try again` : t`Export`}
    </button>
  );
}

function Rows({ asked, pace, today }: { asked: Asked; pace: PaceDetail; today: string }) {
  const [counts, setCounts] = useState<Counts>('all');
  const { quota, rep, period } = asked;
  const pages = useEvidence({ quota, rep, counts, ...(period && { period }) }, true);
  const whole = useEvidence({ quota, rep, counts: 'all', ...(period && { period }) }, true);
  const evidence = whole.data?.pages[0];
  return (
    <>
      {evidence && <EvidenceSummary evidence={evidence} pace={pace} today={today} />}
      {evidence && (
        <div className={css.pills}>
          <CountsPills evidence={evidence} counts={counts} onChange={setCounts} />
          <Export asked={asked} pace={pace} />
        </div>
      )}
      <EvidenceRows pages={pages} asked={pace} />
    </>
  );
}

function OpenDrawer({ quota, rep, period, view = 'rows', onClose }: EvidenceDrawerProps) {
  const { t } = useLingui();
  const { number, date } = useFormat();
  const [shown, setShown] = useState(view);
  const pace = useQuotaPace(quota, rep, period);
  const today = date.dayOf(pace.data?.as_of ?? now());
  const figure = pace.data ? number.much(pace.data.rule.currency).count(pace.data.counted) : '…';
  const isFormula = shown === 'formula';
  const title = isFormula ? t`How this is counted` : t`What makes ${figure}`;
  const foot = (
    <button
      type="button"
      className={css.link}
      onClick={() => setShown(isFormula ? 'rows' : 'formula')}
    >
      {isFormula ? t`Show the rows` : t`How this is counted`}
    </button>
  );
  return (
    <DrawerFrame title={title} foot={foot} onClose={onClose}>
      {pace.data === undefined &&
        (pace.isError ? (
          <CardError onRetry={() => void pace.refetch()} />
        ) : (
          <CardLoading shapes={[34, 10, 90]} />
        ))}
      {pace.data && isFormula && <FormulaPage pace={pace.data} />}
      {pace.data && !isFormula && (
        <Rows asked={{ quota, rep, period }} pace={pace.data} today={today} />
      )}
    </DrawerFrame>
  );
}

/** The rows behind a figure: what counts, what does not and why, and how the figure is computed. */
export default function EvidenceDrawer(props: EvidenceDrawerProps) {
  if (!props.open) return null;
  return <OpenDrawer key={props.view} {...props} />;
}
