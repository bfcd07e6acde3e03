import { Button, TextInput } from '@mantine/core';
import { plural } from '@lingui/core/macro';
import { Trans, useLingui } from '@lingui/react/macro';
import { type SubmitEvent, useState } from 'react';
import { ApiFault } from '../../api/fault';
import type { ManyQuotas, Quota } from '../../api/types';
import { useFormat } from '../../format';
import { Dialog } from '../../ui/Dialog';
import { Choice } from './Choice';
import css from './editor.module.css';
import { changeOf, type ManyChange, type ManyDraft, manyBody, placeOf } from './many';
import { Faults } from './Faults';
import { useManyPreview, useStoreMany } from './useMany';
import { Who } from './Who';
import { faultWord } from './words';

function Change({ change, ends }: { change: ManyChange; ends: boolean }) {
  const { date, number } = useFormat();
  const { before, after, name } = change;
  const from = date.day(after.from);
  const amounts = (
    <bdi dir="ltr">
      {before && `${number.much(before.rule.currency).count(before.amount)} → `}
      <b>{number.much(after.rule.currency).count(after.amount)}</b>
    </bdi>
  );
  return (
    <li className={css.change}>
      <p className={css.name}>
        <bdi>{name}</bdi>
      </p>
      <p>{ends ? <Trans>asks nobody from {from} on</Trans> : amounts}</p>
      <p className={css.small}>
        {!ends && <Trans>from {from} on:</Trans>}{' '}
        <Who subjects={(ends ? before : after)?.subjects ?? []} currency={after.rule.currency} />
      </p>
    </li>
  );
}

/** Each fault with the quota that it is about. */
function ManyFaults({ error, asked }: { error: unknown; asked: readonly Quota[] }) {
  const { i18n } = useLingui();
  const faults = error instanceof ApiFault ? error.problem.faults : [];
  const placed = faults.flatMap(({ pointer, code }) => {
    const quota = asked[placeOf(pointer) ?? -1];
    return quota ? [{ quota, code }] : [];
  });
  if (placed.length === 0) return <Faults error={error} />;
  return (
    <ul role="alert" className={`${css.templateList} ${css.fault}`}>
      {placed.map(({ quota, code }) => {
        const word = faultWord(code);
        return (
          <li key={`${quota.key} ${code}`}>
            <bdi>{quota.name}</bdi>: {word ? i18n._(word) : <bdi dir="ltr">{code}</bdi>}
          </li>
        );
      })}
    </ul>
  );
}

function Fields({
  draft,
  onChange,
}: {
  draft: ManyDraft;
  onChange: (part: Partial<ManyDraft>) => void;
}) {
  const { t } = useLingui();
  return (
    <>
      <Choice
        name={t`What to do`}
        label={<Trans>What to do</Trans>}
        options={[
          { value: 'percent', label: t`Change the amounts` },
          { value: 'end', label: t`End them` },
        ]}
        chosen={[draft.act]}
        onToggle={(act) => onChange({ act })}
      />
      {draft.act === 'percent' && (
        <TextInput
          label={t`By how many percent`}
          description={t`10 is a tenth more, -10 a tenth less. Floor, stretch and own amounts go with it.`}
          data-autofocus
          dir="ltr"
          value={draft.percent}
          onChange={(event) => onChange({ percent: event.currentTarget.value })}
        />
      )}
      <div className={css.two}>
        <TextInput
          type="date"
          label={t`Holds from`}
          description={t`Empty: the next period.`}
          value={draft.from}
          onChange={(event) => onChange({ from: event.currentTarget.value })}
        />
        <TextInput
          label={t`Reason`}
          description={t`Needed for a period that is over.`}
          dir="auto"
          maxLength={500}
          value={draft.reason}
          onChange={(event) => onChange({ reason: event.currentTarget.value })}
        />
      </div>
    </>
  );
}

function Found({
  body,
  draft,
  asked,
}: {
  body: ManyQuotas;
  draft: ManyDraft;
  asked: readonly Quota[];
}) {
  const preview = useManyPreview(body);
  if (preview.isError) return <ManyFaults error={preview.error} asked={asked} />;
  const changes = preview.data?.items.map((item) => changeOf(item, draft.from)) ?? [];
  return (
    <ul className={css.subjects}>
      {changes.map(
        (change) =>
          change && <Change key={change.key} change={change} ends={draft.act === 'end'} />,
      )}
    </ul>
  );
}

/** Several quotas at once, all of them or none: each is named with what it becomes before anything is stored. */
export function ManyDialog({
  quotas,
  onDone,
  onClose,
}: {
  quotas: readonly Quota[];
  onDone: () => void;
  onClose: () => void;
}) {
  const { t } = useLingui();
  const { number } = useFormat();
  const [draft, setDraft] = useState<ManyDraft>({
    act: 'percent',
    percent: '',
    from: '',
    reason: '',
  });
  const store = useStoreMany(onDone);
  const asked = quotas.filter(({ subjects }) => subjects.length > 0);
  const body = manyBody(asked, draft);
  const n = number.count(asked.length);
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    if (body) store.mutate(body);
  };
  return (
    <Dialog
      title={t`${plural(asked.length, { one: `Change ${n} quota`, other: `Change ${n} quotas` })}`}
      line={t`All of them or none.`}
      width={820}
      onClose={onClose}
    >
      <form className={css.form} onSubmit={submit}>
        <div className={css.fields}>
          <Fields draft={draft} onChange={(part) => setDraft((now) => ({ ...now, ...part }))} />
        </div>
        <div className={css.fields}>
          <section className={css.preview} aria-live="polite">
            <h3 className={css.previewTitle}>
              <Trans>What they become</Trans>
            </h3>
            {body ? (
              <Found body={body} draft={draft} asked={asked} />
            ) : (
              <p className={css.hint}>
                <Trans>Say by how many percent.</Trans>
              </p>
            )}
          </section>
          <ManyFaults error={store.error} asked={asked} />
          <div className={css.foot}>
            <Button type="submit" loading={store.isPending} disabled={body === null}>
              {draft.act === 'end'
                ? t`${plural(asked.length, { one: `End ${n} quota`, other: `End ${n} quotas` })}`
                : t`${plural(asked.length, { one: `Change ${n} quota`, other: `Change ${n} quotas` })}`}
            </Button>
          </div>
        </div>
      </form>
    </Dialog>
  );
}
