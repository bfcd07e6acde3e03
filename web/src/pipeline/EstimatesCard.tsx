import { Button, TextInput } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { keys } from '../api/keys';
import {
  acceptEstimate,
  declineEstimate,
  listEstimates,
  readEstimate,
  sendEstimate,
  withdrawEstimate,
} from '../api/offerCalls';
import type { Estimate } from '../api/offerTypes';
import { changeAmounts, moveOpportunity } from '../api/pipelineCalls';
import { useFormat } from '../format';
import form from '../team/form.module.css';
import { Card, CardError, CardLoading } from '../ui';
import { useOpener } from '../ui/useFocusBack';
import { Item, type OfOpportunity, onSubmit, Trouble } from './CardParts';
import { EstimateForm } from './EstimateForm';
import { amountsAgreed } from './estimate';
import { estimateStateWords } from './eventWords';
import { useEdit } from './useEdit';

interface EstimateProps extends OfOpportunity {
  estimate: Estimate;
}

/** What an accepted one agreed, as a question: nothing happens by itself. */
function Offer({ opportunity, estimate }: EstimateProps) {
  const { t } = useLingui();
  const { edit, busy, trouble } = useEdit(opportunity);
  const { data } = useQuery({
    queryKey: [...keys.estimates, 'one', estimate.estimate_id],
    queryFn: ({ signal }) => readEstimate(estimate.estimate_id, signal),
  });
  const offer = data?.offer ?? null;
  const won = offer?.won_stage ?? null;
  if (offer === null || won === null) return null;
  const amounts = amountsAgreed(offer, opportunity.amounts);
  const what = `agreed ${estimate.estimate_id}`;
  return (
    <div role="group" aria-label={t`What was agreed`}>
      <p className={form.hint}>{t`It was accepted. Nothing else changes until you say so.`}</p>
      <div className={form.end}>
        {offer.amounts_differ && (
          <Button
            variant="default"
            disabled={busy}
            onClick={() => edit(`${what} amounts`, (of) => changeAmounts(of, amounts))}
          >
            <Trans>Take over the amount</Trans>
          </Button>
        )}
        <Button
          loading={busy}
          onClick={() => edit(`${what} won`, (of) => moveOpportunity(of, { stage: won, amounts }))}
        >
          <Trans>Mark as won</Trans>
        </Button>
      </div>
      <Trouble words={trouble} />
    </div>
  );
}

function Reason({
  does,
  busy,
  onSay,
}: {
  does: string;
  busy: boolean;
  onSay: (why: string) => void;
}) {
  const { t } = useLingui();
  const [why, setWhy] = useState('');
  return (
    <form className={form.end} onSubmit={onSubmit(() => why.trim() !== '' && onSay(why.trim()))}>
      <TextInput
        aria-label={t`Why`}
        placeholder={t`Why`}
        maxLength={500}
        value={why}
        onChange={(event) => setWhy(event.currentTarget.value)}
      />
      <Button type="submit" variant="default" loading={busy} disabled={why.trim() === ''}>
        {does}
      </Button>
    </form>
  );
}

function EstimateItem({
  opportunity,
  estimate,
  onReplace,
}: EstimateProps & { onReplace: () => void }) {
  const { t, i18n } = useLingui();
  const { number, date } = useFormat();
  const { edit, busy, trouble } = useEdit(opportunity);
  const [asking, setAsking] = useState<'decline' | 'withdraw' | null>(null);
  const { estimate_id, state, worth, lines, sent_day, valid_until, end_reason, edition, version } =
    estimate;
  const act = (how: string, call: (key: string) => Promise<unknown>) =>
    edit(
      `${how} ${estimate_id} ${version}`,
      async ({ key }) => {
        await call(key);
      },
      () => setAsking(null),
    );
  const say = (why: string) =>
    asking === 'decline'
      ? act(`decline ${why}`, (key) => declineEstimate(estimate, why, key))
      : act(`withdraw ${why}`, (key) => withdrawEstimate(estimate, why, key));
  const nth = number.count(edition);
  const names = lines.map(({ description, product_line }) =>
    [...new Set([product_line?.name, description])].filter(Boolean).join(' '),
  );
  const until = valid_until === null ? null : date.day(valid_until);
  const on = sent_day === null ? null : date.day(sent_day);
  const words = [
    i18n._(estimateStateWords[state]),
    edition > 1 && t`edition ${nth}`,
    on !== null && t`sent on ${on}`,
    until !== null && t`valid until ${until}`,
    end_reason,
    names.filter(Boolean).join(', '),
  ];
  const waits = state === 'sent' || state === 'expired';
  return (
    <>
      <Item name={number.moneyExact(worth)} line={words.filter(Boolean).join(' · ')}>
        {state === 'draft' && (
          <Button
            size="xs"
            variant="default"
            disabled={busy}
            onClick={() => act('send', (key) => sendEstimate(estimate, key))}
          >
            <Trans>Send</Trans>
          </Button>
        )}
        {waits && (
          <>
            <Button
              size="xs"
              variant="default"
              disabled={busy}
              onClick={() => act('accept', (key) => acceptEstimate(estimate, key))}
            >
              <Trans>Accepted</Trans>
            </Button>
            <Button size="xs" variant="default" onClick={() => setAsking('decline')}>
              <Trans>Declined</Trans>
            </Button>
            <Button size="xs" variant="default" onClick={onReplace}>
              <Trans>Another edition</Trans>
            </Button>
          </>
        )}
        {(waits || state === 'draft') && (
          <Button size="xs" variant="default" onClick={() => setAsking('withdraw')}>
            <Trans>Withdraw</Trans>
          </Button>
        )}
      </Item>
      {(asking !== null || trouble !== null) && (
        <li className={form.item}>
          {asking !== null && (
            <Reason
              key={asking}
              does={asking === 'decline' ? t`Declined` : t`Withdraw`}
              busy={busy}
              onSay={say}
            />
          )}
          <Trouble words={trouble} />
        </li>
      )}
      {state === 'accepted' && opportunity.state === 'open' && (
        <li className={form.item}>
          <Offer opportunity={opportunity} estimate={estimate} />
        </li>
      )}
    </>
  );
}

/** What was offered, and what became of it. */
export function EstimatesCard({ opportunity }: OfOpportunity) {
  const { t } = useLingui();
  const { opportunity_id, state } = opportunity;
  const query = useQuery({
    queryKey: [...keys.estimates, 'of', opportunity_id],
    queryFn: ({ signal }) => listEstimates(opportunity_id, signal),
  });
  const [writing, setWriting] = useState<{ replaces: Estimate | null } | null>(null);
  const opener = useOpener(writing !== null);
  const items = query.data?.items;
  return (
    <Card title={t`Estimates`}>
      {items === undefined && query.isError && <CardError onRetry={() => void query.refetch()} />}
      {items === undefined && !query.isError && <CardLoading shapes={[30]} />}
      {items?.length === 0 && <p className={form.hint}>{t`No estimate yet.`}</p>}
      <ul className={form.list}>
        {items?.map((estimate) => (
          <EstimateItem
            key={estimate.estimate_id}
            opportunity={opportunity}
            estimate={estimate}
            onReplace={() => setWriting({ replaces: estimate })}
          />
        ))}
      </ul>
      {writing !== null && (
        <EstimateForm
          key={writing.replaces?.estimate_id ?? ''}
          opportunity={opportunity}
          replaces={writing.replaces}
          onDone={() => setWriting(null)}
        />
      )}
      {writing === null && state === 'open' && (
        <div className={form.end}>
          <Button ref={opener} variant="default" onClick={() => setWriting({ replaces: null })}>
            <Trans>New estimate</Trans>
          </Button>
        </div>
      )}
    </Card>
  );
}
