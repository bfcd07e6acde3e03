import { Button, NativeSelect, TextInput } from '@mantine/core';
import { msg } from '@lingui/core/macro';
import { Trans, useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { keys } from '../api/keys';
import { addTrial, endTrial, extendTrial, listTrials, readSuggestedTrial } from '../api/offerCalls';
import type { Trial, TrialKind } from '../api/offerTypes';
import { addDays, useFormat } from '../format';
import { useToday } from '../format/useToday';
import form from '../team/form.module.css';
import { Card, CardError, CardLoading } from '../ui';
import { Item, type OfOpportunity, onSubmit, Trouble } from './CardParts';
import { useEdit } from './useEdit';

const kinds: readonly TrialKind[] = ['trial', 'demo', 'free_extra'];

const kindWords: Record<TrialKind, ReturnType<typeof msg>> = {
  trial: msg`Trial`,
  demo: msg`Demo`,
  free_extra: msg`Free extra`,
};

const trial_days = 14;

function TrialForm({ opportunity }: OfOpportunity) {
  const { t, i18n } = useLingui();
  const today = useToday();
  const { edit, busy, trouble } = useEdit(opportunity);
  const [kind, setKind] = useState<TrialKind>('trial');
  const [what, setWhat] = useState('');
  const [to, setTo] = useState(addDays(today, trial_days));
  const ready = what.trim() !== '' && to !== '';
  const save = () => {
    if (!ready) return;
    const body = { kind, what: what.trim(), from: today, to };
    edit(
      `trial ${JSON.stringify(body)}`,
      async ({ opportunity: id, key }) => {
        await addTrial(id, body, key);
      },
      () => setWhat(''),
    );
  };
  return (
    <form className={form.end} onSubmit={onSubmit(save)}>
      <NativeSelect
        aria-label={t`What kind`}
        value={kind}
        onChange={(event) =>
          setKind(kinds.find((each) => each === event.currentTarget.value) ?? 'trial')
        }
        data={kinds.map((value) => ({ value, label: i18n._(kindWords[value]) }))}
      />
      <TextInput
        aria-label={t`What they get`}
        placeholder={t`What they get`}
        maxLength={200}
        value={what}
        onChange={(event) => setWhat(event.currentTarget.value)}
      />
      <TextInput
        type="date"
        aria-label={t`Last day`}
        value={to}
        onChange={(event) => setTo(event.currentTarget.value)}
      />
      <Button type="submit" variant="default" loading={busy} disabled={!ready}>
        <Trans>Give</Trans>
      </Button>
      <Trouble words={trouble} />
    </form>
  );
}

function TrialItem({ opportunity, trial }: OfOpportunity & { trial: Trial }) {
  const { t, i18n } = useLingui();
  const { number, date } = useFormat();
  const { edit, busy, trouble } = useEdit(opportunity);
  const [longer, setLonger] = useState<string | null>(null);
  const { trial_id, kind, what, to_day, state, extensions, ended_day, version } = trial;
  const act = (how: string, call: (key: string) => Promise<unknown>) =>
    edit(
      `${how} ${trial_id} ${version}`,
      async ({ key }) => {
        await call(key);
      },
      () => setLonger(null),
    );
  const day = date.day(ended_day ?? to_day);
  const times = number.count(extensions);
  const stands = {
    open: t`until ${day}`,
    ended: t`ended on ${day}`,
    converted: t`kept and paid since ${day}`,
  }[state];
  const words = [i18n._(kindWords[kind]), stands, extensions > 0 && t`prolonged ${times}×`];
  return (
    <>
      <Item name={what} line={words.filter(Boolean).join(' · ')}>
        {state === 'open' && (
          <>
            <Button size="xs" variant="default" onClick={() => setLonger(addDays(to_day, 7))}>
              <Trans>Prolong</Trans>
            </Button>
            <Button
              size="xs"
              variant="default"
              disabled={busy}
              onClick={() => act('kept', (key) => endTrial(trial_id, 'converted', key))}
            >
              <Trans>They keep it</Trans>
            </Button>
            <Button
              size="xs"
              variant="default"
              disabled={busy}
              onClick={() => act('ended', (key) => endTrial(trial_id, 'ended', key))}
            >
              <Trans>It ended</Trans>
            </Button>
          </>
        )}
      </Item>
      {(longer !== null || trouble !== null) && (
        <li className={form.item}>
          {longer !== null && (
            <form
              className={form.end}
              onSubmit={onSubmit(() =>
                act(`longer ${longer}`, (key) => extendTrial(trial_id, longer, key)),
              )}
            >
              <TextInput
                type="date"
                aria-label={t`New last day`}
                value={longer}
                onChange={(event) => setLonger(event.currentTarget.value)}
              />
              <Button type="submit" variant="default" loading={busy} disabled={longer <= to_day}>
                <Trans>Prolong</Trans>
              </Button>
            </form>
          )}
          <Trouble words={trouble} />
        </li>
      )}
    </>
  );
}

/** Only when the data say so. */
function Hint({ opportunity }: OfOpportunity) {
  const { t } = useLingui();
  const { number } = useFormat();
  const { opportunity_id } = opportunity;
  const { data } = useQuery({
    queryKey: [...keys.trials, 'suggested', opportunity_id],
    queryFn: ({ signal }) => readSuggestedTrial(opportunity_id, signal),
  });
  if (!data?.suggested || data.usual_days === null) return null;
  const days = number.count(data.days_in_stage);
  const usual = number.count(data.usual_days);
  return (
    <p className={form.hint} role="note">
      {t`It stands in this stage for ${days} days; three of four left it within ${usual}. A trial may help them to decide.`}
    </p>
  );
}

/** Trials, demos and free extras, until somebody says what became of them. */
export function TrialsCard({ opportunity }: OfOpportunity) {
  const { t } = useLingui();
  const { opportunity_id, state } = opportunity;
  const query = useQuery({
    queryKey: [...keys.trials, 'of', opportunity_id],
    queryFn: ({ signal }) => listTrials(opportunity_id, signal),
  });
  const items = query.data?.items;
  return (
    <Card title={t`Trials and extras`}>
      {state === 'open' && <Hint opportunity={opportunity} />}
      {items === undefined && query.isError && <CardError onRetry={() => void query.refetch()} />}
      {items === undefined && !query.isError && <CardLoading shapes={[30]} />}
      {items?.length === 0 && <p className={form.hint}>{t`None so far.`}</p>}
      <ul className={form.list}>
        {items?.map((trial) => (
          <TrialItem key={trial.trial_id} opportunity={opportunity} trial={trial} />
        ))}
      </ul>
      {state === 'open' && <TrialForm opportunity={opportunity} />}
    </Card>
  );
}
