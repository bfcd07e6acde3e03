import { Trans } from '@lingui/react/macro';
import { Fragment } from 'react';
import type { Sharer } from '../api/pipelineTypes';
import type { Id } from '../api/types';
import { useFormat } from '../format';
import form from '../team/form.module.css';
import { useOpportunity } from './useOpportunities';

interface SharersProps {
  shares: readonly Pick<Sharer, 'rep' | 'share_bp'>[];
}

/** Who has which part of a sale. */
export function Sharers({ shares }: SharersProps) {
  const { number } = useFormat();
  return shares.map(({ rep, share_bp }, at) => (
    <Fragment key={rep.rep_id}>
      {at > 0 && ', '}
      <bdi>
        {rep.name} {number.percent(share_bp / 10_000)}
      </bdi>
    </Fragment>
  ));
}

/** Said before it is won again: whose the sale will be, where it is not all its rep's. */
export function SharedAsBefore({ shares }: SharersProps) {
  if (shares.length === 0) return null;
  return (
    <p className={form.hint}>
      <Trans>
        When it is won, it is shared as before: <Sharers shares={shares} />
      </Trans>
    </p>
  );
}

/** The same, where only the row of a list is at hand. */
export function SharedAsBeforeOf({ opportunity }: { opportunity: Id }) {
  const shares = useOpportunity(opportunity).data?.shares ?? [];
  return <SharedAsBefore shares={shares} />;
}
