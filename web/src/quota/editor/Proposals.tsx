import { Button } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { decideProposal, openProposalsQuery } from '../../api/quotaCalls';
import type { Proposal } from '../../api/types';
import { useFormat } from '../../format';
import { useSession } from '../../session/useSession';
import { Card, Chip } from '../../ui';
import css from './editor.module.css';
import { Faults } from './Faults';
import { useQuotaAct } from './useQuotaEditor';

function Row({ proposal }: { proposal: Proposal }) {
  const { t } = useLingui();
  const { number } = useFormat();
  const { user } = useSession();
  const decide = useQuotaAct((agreed: boolean, key) =>
    decideProposal(proposal.proposal_id, agreed, key),
  );
  const { rep_name: rep, name, note } = proposal;
  const amount = number.much(proposal.currency).count(proposal.amount);
  const now =
    proposal.amount_now === null ? null : number.much(proposal.currency).count(proposal.amount_now);
  const by = proposal.proposed.name;
  return (
    <li className={css.row} data-row tabIndex={-1}>
      <div>
        <p className={css.name}>
          <Trans>
            <bdi>{rep}</bdi>: {amount} {name}
          </Trans>
        </p>
        <p className={css.rule}>
          {now === null ? (
            <Trans>Proposed by {by}.</Trans>
          ) : (
            <Trans>
              Proposed by {by}; {now} today.
            </Trans>
          )}
          {note && <bdi> {note}</bdi>}
        </p>
        <Faults error={decide.error} />
      </div>
      <div>
        <Chip outline>{t`not agreed`}</Chip>
      </div>
      {proposal.proposed.user_id === user.user_id && (
        <Button
          size="xs"
          variant="default"
          loading={decide.isPending}
          onClick={() => decide.mutate(false)}
        >
          <Trans>Take it back</Trans>
        </Button>
      )}
      {proposal.may_decide && (
        <div className={css.acts}>
          <Button size="xs" loading={decide.isPending} onClick={() => decide.mutate(true)}>
            <Trans>Agree</Trans>
          </Button>
          <Button
            size="xs"
            variant="default"
            loading={decide.isPending}
            onClick={() => decide.mutate(false)}
          >
            <Trans>Decline</Trans>
          </Button>
        </div>
      )}
    </li>
  );
}

/** What is proposed and not yet agreed; nothing when there is none. */
export function Proposals() {
  const { t } = useLingui();
  const items = useQuery(openProposalsQuery()).data?.items ?? [];
  if (items.length === 0) return null;
  return (
    <Card
      title={t`Proposed`}
      note={t`Nobody is asked for these until the other side agrees.`}
      flush
    >
      <ul className={css.list}>
        {items.map((proposal) => (
          <Row key={proposal.proposal_id} proposal={proposal} />
        ))}
      </ul>
    </Card>
  );
}
