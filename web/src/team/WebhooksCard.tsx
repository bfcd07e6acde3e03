import { Button, TextInput } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState, type SubmitEvent } from 'react';
import { keys } from '../api/keys';
import { addWebhook, renewWebhook, revokeWebhook } from '../api/setUpCalls';
import type { MadeWebhook, Webhook } from '../api/setUpTypes';
import { useFormat } from '../format';
import { QueryCard } from '../ui';
import { CopyField } from './CopyField';
import css from './form.module.css';
import { FormEnd } from './FormEnd';
import { Reveal } from './Reveal';
import { usePeople, useWebhooks } from './useCompany';
import { useFaults } from './useFaults';
import { webhookExample } from './webhookExample';

/** The secret of a webhook that was just made or renewed, and of which. */
interface Shown extends MadeWebhook {
  source: string;
}

const example_rows = 9;

function Secret({ shown, onClose }: { shown: Shown; onClose: () => void }) {
  const { t } = useLingui();
  const { source, webhook, secret } = shown;
  return (
    <section className={`${css.consequences} ${css.apart}`} aria-label={t`The secret of ${source}`}>
      <CopyField
        label={t`Secret, shown only now`}
        value={secret}
        hint={
          <Trans>Put it into the settings of the switchboard. Nobody can read it here later.</Trans>
        }
      />
      <CopyField label={t`The webhook’s address, sent as X-Paceline-Webhook`} value={webhook} />
      <CopyField
        label={t`How a delivery is signed, as a command`}
        rows={example_rows}
        value={webhookExample(location.origin, webhook, source)}
        hint={
          <Trans>
            The signature is HMAC-SHA256 of the moment, a point and the body. The command reads the
            secret from <bdi dir="ltr">$SECRET</bdi>.
          </Trans>
        }
      />
      <div>
        <Button variant="default" onClick={onClose}>
          <Trans>I have kept the secret</Trans>
        </Button>
      </div>
    </section>
  );
}

type Asked = 'renew' | 'revoke';

interface ItemProps {
  webhook: Webhook;
  by: string | undefined;
  busy: boolean;
  onDo: (asked: Asked) => void;
}

function Item({ webhook, by, busy, onDo }: ItemProps) {
  const { t } = useLingui();
  const { date } = useFormat();
  const [asked, setAsked] = useState<Asked | null>(null);
  const { source } = webhook;
  const day = date.dayTime(webhook.created_at);
  return (
    <li className={css.item}>
      <span className={css.itemWords}>
        <bdi className={css.itemName}>{source}</bdi>
        <span className={css.itemLine}>
          {by === undefined ? (
            <Trans>made on {day}</Trans>
          ) : (
            <Trans>
              made by {by} on {day}; it ends when {by} leaves
            </Trans>
          )}
        </span>
        {asked !== null && (
          <span className={css.itemLine}>
            {asked === 'renew' ? (
              <Trans>
                What is signed with the secret of now is refused from then on, until the switchboard
                has the new one.
              </Trans>
            ) : (
              <Trans>Its deliveries are refused from then on. The calls so far stay.</Trans>
            )}
          </span>
        )}
      </span>
      <span className={css.itemEnd}>
        {asked === null ? (
          <>
            <Button
              size="xs"
              variant="default"
              disabled={busy}
              aria-label={t`New secret for ${source}`}
              onClick={() => setAsked('renew')}
            >
              <Trans>New secret</Trans>
            </Button>
            <Button
              size="xs"
              variant="default"
              disabled={busy}
              aria-label={t`Revoke ${source}`}
              onClick={() => setAsked('revoke')}
            >
              <Trans>Revoke</Trans>
            </Button>
          </>
        ) : (
          <>
            <Button
              size="xs"
              autoFocus
              loading={busy}
              onClick={() => {
                setAsked(null);
                onDo(asked);
              }}
            >
              {asked === 'renew' ? (
                <Trans>Make a new secret</Trans>
              ) : (
                <Trans>Revoke it for good</Trans>
              )}
            </Button>
            <Button size="xs" variant="default" onClick={() => setAsked(null)}>
              <Trans>Cancel</Trans>
            </Button>
          </>
        )}
      </span>
    </li>
  );
}

interface NewWebhookProps {
  onMade: (shown: Shown) => void;
  onClose: () => void;
}

function NewWebhook({ onMade, onClose }: NewWebhookProps) {
  const { t } = useLingui();
  const [source, setSource] = useState('');
  const adding = useMutation({
    mutationFn: (name: string) => addWebhook(name),
    onSuccess: (made, name) => {
      onMade({ ...made, source: name });
      onClose();
    },
  });
  const faults = useFaults(adding.error);
  function submit(event: SubmitEvent): void {
    event.preventDefault();
    adding.mutate(source.trim());
  }
  return (
    <form className={css.apart} onSubmit={submit} noValidate>
      <TextInput
        label={t`Name of the switchboard`}
        description={t`For example pbx. Its calls are known under this name for ever.`}
        dir="auto"
        autoFocus
        maxLength={100}
        value={source}
        error={faults.at('source')}
        onChange={(event) => setSource(event.currentTarget.value)}
      />
      <FormEnd
        does={<Trans>Make the webhook</Trans>}
        busy={adding.isPending}
        disabled={source.trim() === ''}
        trouble={faults.rest(['source'])}
        onCancel={onClose}
      />
    </form>
  );
}

/** Switchboards that sign what they send. */
export function WebhooksCard() {
  const { t } = useLingui();
  const queries = useQueryClient();
  const webhooks = useWebhooks();
  const people = usePeople().data?.items ?? [];
  const [shown, setShown] = useState<Shown | null>(null);
  const refresh = () => queries.invalidateQueries({ queryKey: keys.webhooks });
  const change = useMutation({
    mutationFn: async ({ webhook, asked }: { webhook: Webhook; asked: Asked }) => {
      if (asked === 'renew') {
        setShown({ ...(await renewWebhook(webhook.webhook_id)), source: webhook.source });
      } else {
        await revokeWebhook(webhook.webhook_id);
        setShown((now) => (now?.webhook_id === webhook.webhook_id ? null : now));
      }
    },
    onSettled: refresh,
  });
  const faults = useFaults(change.error);
  const trouble = faults.rest([]);
  const made = (next: Shown) => {
    setShown(next);
    void refresh();
  };
  return (
    <QueryCard
      query={webhooks}
      title={t`Webhooks`}
      note={t`A switchboard that cannot send a token of the API signs what it delivers. It may deliver its own call records, and nothing else.`}
    >
      {({ items }) => (
        <>
          {items.length === 0 && shown === null && (
            <p>
              <Trans>No switchboard delivers by webhook.</Trans>
            </p>
          )}
          <ul className={css.list}>
            {items.map((webhook) => (
              <Item
                key={webhook.webhook_id}
                webhook={webhook}
                by={people.find(({ user_id }) => user_id === webhook.user_id)?.name}
                busy={change.isPending}
                onDo={(asked) => change.mutate({ webhook, asked })}
              />
            ))}
          </ul>
          {trouble !== null && (
            <p role="alert" className={css.trouble}>
              {trouble}
            </p>
          )}
          {shown !== null ? (
            <Secret key={shown.secret} shown={shown} onClose={() => setShown(null)} />
          ) : (
            <Reveal does={<Trans>Add a webhook</Trans>}>
              {(close) => <NewWebhook onMade={made} onClose={close} />}
            </Reveal>
          )}
        </>
      )}
    </QueryCard>
  );
}
