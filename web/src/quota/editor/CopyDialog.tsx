import { Button, TextInput } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { type SubmitEvent, useState } from 'react';
import { copyQuota } from '../../api/quotaCalls';
import type { CopyQuota, Quota } from '../../api/types';
import { Dialog } from '../../ui/Dialog';
import { Choice } from './Choice';
import { dayBeside, keyOf } from './draft';
import css from './editor.module.css';
import { Faults } from './Faults';
import { useQuotaAct } from './useQuotaEditor';

type Amounts = NonNullable<CopyQuota['amounts']>;

interface Copy {
  name: string;
  amounts: Amounts;
  first: string;
  last: string;
}

/** Null as long as a name, or a day of a campaign, is missing. */
function bodyOf(copy: Copy, isSpan: boolean): CopyQuota | null {
  const name = copy.name.trim();
  if (name === '' || (isSpan && (copy.first === '' || copy.last === ''))) return null;
  return {
    key: keyOf(name),
    name,
    amounts: copy.amounts,
    ...(isSpan && { span: { from: copy.first, to: dayBeside(copy.last, 1) } }),
    ...(!isSpan && copy.first !== '' && { from: copy.first }),
  };
}

/** A new quota with the rule and the amounts of one that there is: the campaign of last year, for this year. */
export function CopyDialog({ quota, onClose }: { quota: Quota; onClose: () => void }) {
  const { t } = useLingui();
  const isSpan = quota.period_kind === 'span';
  const [copy, setCopy] = useState<Copy>({ name: '', amounts: 'as_defined', first: '', last: '' });
  const store = useQuotaAct((body: CopyQuota, key) => copyQuota(quota.key, body, key));
  const body = bodyOf(copy, isSpan);
  const change = (part: Partial<Copy>) => setCopy((before) => ({ ...before, ...part }));
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    if (body) store.mutate(body, { onSuccess: onClose });
  };
  const { name } = quota;
  return (
    <Dialog
      title={t`Copy of ${name}`}
      line={t`What counts stays as it is.`}
      width={560}
      onClose={onClose}
    >
      <form className={css.fields} onSubmit={submit}>
        <TextInput
          required
          label={t`Name of the new quota`}
          dir="auto"
          data-autofocus
          maxLength={200}
          value={copy.name}
          onChange={(event) => change({ name: event.currentTarget.value })}
        />
        <Choice
          name={t`Amounts`}
          label={<Trans>Amounts</Trans>}
          options={[
            { value: 'as_defined', label: t`As they are set` },
            { value: 'as_asked', label: t`What each rep was asked last` },
          ]}
          chosen={[copy.amounts]}
          onToggle={(amounts) => change({ amounts })}
        />
        <p className={css.hint}>
          {copy.amounts === 'as_asked' ? (
            <Trans>
              Each rep who was asked on its last day so far gets that amount as an own one.
            </Trans>
          ) : (
            <Trans>The same teams, roles and reps are asked.</Trans>
          )}
        </p>
        <div className={css.two}>
          <TextInput
            type="date"
            label={isSpan ? t`First day` : t`Holds from`}
            description={isSpan ? undefined : t`Empty: the period that runs.`}
            value={copy.first}
            onChange={(event) => change({ first: event.currentTarget.value })}
          />
          {isSpan && (
            <TextInput
              type="date"
              label={t`Last day`}
              value={copy.last}
              onChange={(event) => change({ last: event.currentTarget.value })}
            />
          )}
        </div>
        <Faults error={store.error} />
        <div className={css.foot}>
          <Button type="submit" loading={store.isPending} disabled={body === null}>
            <Trans>Make the copy</Trans>
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
