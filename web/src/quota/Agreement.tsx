import { Button, TextInput } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { type SubmitEvent, useState } from 'react';
import { agreeToQuota, openProposalsQuery, proposeQuota, quotaQuery } from '../api/quotaCalls';
import type { Pace, QuotaVersion } from '../api/types';
import { useFormat } from '../format';
import { minorOf } from '../format/money';
import { Card } from '../ui';
import { useQuotaAct } from './editor/useQuotaEditor';
import css from './pace.module.css';

type Of = Pick<Pace, 'quota_id' | 'rep_id' | 'period' | 'rule'>;

/** The version that asks in the period that is shown. */
function versionOf(versions: readonly QuotaVersion[], pace: Of): QuotaVersion | undefined {
  return versions.findLast(({ from }) => from < pace.period.to) ?? versions[0];
}

function Propose({ pace }: { pace: Of }) {
  const { t } = useLingui();
  const [amount, setAmount] = useState('');
  const act = useQuotaAct((wanted: number, key) =>
    proposeQuota(pace.quota_id, { rep: pace.rep_id, amount: wanted }, key),
  );
  const { currency } = pace.rule;
  const things = /^\d{1,13}$/.test(amount.trim()) ? Number(amount) : null;
  const wanted = currency === null ? things : minorOf(amount.trim(), currency);
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    if (wanted !== null) act.mutate(wanted, { onSuccess: () => setAmount('') });
  };
  return (
    <form className={css.propose} onSubmit={submit}>
      <TextInput
        size="xs"
        inputMode={currency === null ? 'numeric' : 'decimal'}
        label={t`Propose another amount`}
        value={amount}
        rightSection={currency && <bdi>{currency}</bdi>}
        onChange={(event) => setAmount(event.currentTarget.value)}
      />
      <Button
        type="submit"
        size="xs"
        variant="default"
        loading={act.isPending}
        disabled={wanted === null}
      >
        <Trans>Propose</Trans>
      </Button>
      {act.isError && (
        <p role="alert" className={css.hint}>
          <Trans>This could not be proposed.</Trans>
        </p>
      )}
    </form>
  );
}

function Open({ pace }: { pace: Of }) {
  const { number } = useFormat();
  const { data } = useQuery(openProposalsQuery());
  const open = data?.items.filter(
    ({ quota_id, rep_id }) => quota_id === pace.quota_id && rep_id === pace.rep_id,
  );
  return open?.map((proposal) => {
    const amount = number.much(proposal.currency).count(proposal.amount);
    const by = proposal.proposed.name;
    return (
      <p key={proposal.proposal_id} className={css.hint}>
        <Trans>
          {amount} proposed by {by}, not agreed yet.
        </Trans>
      </p>
    );
  });
}

function Said({ pace, self }: { pace: Of; self: boolean }) {
  const { t } = useLingui();
  const { date } = useFormat();
  const { data } = useQuery(quotaQuery(pace.quota_id));
  const agree = useQuotaAct(agreeToQuota);
  const version = data && versionOf(data.versions, pace);
  if (version === undefined) return null;
  const by = version.set.name || t`the system`;
  const from = date.day(version.from);
  const own = version.agreed.find(({ user_id }) => user_id === pace.rep_id);
  const agreedOn = own && date.day(date.dayOf(own.at));
  return (
    <>
      <p>
        <Trans>
          Set by {by}, from {from} on.
        </Trans>{' '}
        {agreedOn ? <Trans>Agreed on {agreedOn}.</Trans> : <Trans>Not agreed yet.</Trans>}
      </p>
      <Open pace={pace} />
      {self && !own && (
        <Button
          size="xs"
          variant="default"
          loading={agree.isPending}
          onClick={() => agree.mutate(pace.quota_id)}
        >
          <Trans>I agree</Trans>
        </Button>
      )}
      <Propose pace={pace} />
    </>
  );
}

/** Who set what is asked, who agreed, and what is proposed instead; `plain` in a card that there is. */
export function Agreement({
  pace,
  self,
  plain = false,
}: {
  pace: Of;
  self: boolean;
  plain?: boolean;
}) {
  const { t } = useLingui();
  const said = <Said pace={pace} self={self} />;
  return plain ? (
    <div className={css.said}>{said}</div>
  ) : (
    <Card title={t`Set and agreed`}>{said}</Card>
  );
}
