import { useLingui } from '@lingui/react/macro';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { teamEvidenceQuery } from '../api/quotaCalls';
import type { TeamQuota } from '../api/types';
import { useFormat } from '../format';
import { type Counts, CountsPills } from './CountsPills';
import { DrawerFrame } from './DrawerFrame';
import css from './drawer.module.css';
import { EvidenceRows } from './EvidenceRows';
import { EvidenceSummary } from './EvidenceSummary';

/** The rows behind the one number of a team: each says whose it is. */
export default function TogetherDrawer({
  quota,
  onClose,
}: {
  quota: TeamQuota;
  onClose: () => void;
}) {
  const { t } = useLingui();
  const { number, date } = useFormat();
  const [counts, setCounts] = useState<Counts>('all');
  const asked = { team: quota.team_id, quota: quota.quota_id, period: quota.period.key };
  const pages = useInfiniteQuery(teamEvidenceQuery({ ...asked, counts }));
  const whole = useInfiniteQuery(teamEvidenceQuery({ ...asked, counts: 'all' }));
  const evidence = whole.data?.pages[0];
  const figure = number.much(quota.rule.currency).count(quota.counted);
  const { name, team_name: team } = quota;
  return (
    <DrawerFrame
      title={t`What makes ${figure}`}
      foot={<bdi>{`${team}: ${name}`}</bdi>}
      onClose={onClose}
    >
      {evidence && (
        <>
          <EvidenceSummary evidence={evidence} pace={quota} today={date.dayOf(quota.as_of)} />
          <div className={css.pills}>
            <CountsPills evidence={evidence} counts={counts} onChange={setCounts} />
          </div>
        </>
      )}
      <EvidenceRows pages={pages} asked={quota} />
    </DrawerFrame>
  );
}
