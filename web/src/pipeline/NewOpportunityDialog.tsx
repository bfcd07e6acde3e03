import { NativeSelect, TextInput } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { addOpportunity } from '../api/pipelineCalls';
import type { NewOpportunity, Opportunity, Pipeline } from '../api/pipelineTypes';
import { keys } from '../api/keys';
import { refreshTouched } from '../api/touched';
import { ApiFault } from '../api/fault';
import { useFormat } from '../format';
import { useSession } from '../session/useSession';
import { FormEnd } from '../team/FormEnd';
import form from '../team/form.module.css';
import { useKeyOf } from '../team/useApply';
import { Dialog } from '../ui/Dialog';
import { useProductLines } from './useOpportunities';
import { useRefusal } from './useRefusal';

interface NewOpportunityDialogProps {
  pipeline: Pipeline | undefined;
  onDone: (opportunity: Opportunity) => void;
  onClose: () => void;
}

const blank = { name: '', account: '', line: '', amount: '', close: '' };

function bodyOf(
  typed: typeof blank,
  minor: number | null,
  pipeline: Pipeline | undefined,
  currency: string,
): NewOpportunity {
  const line = typed.line === '' ? {} : { product_line: typed.line };
  const amount = minor === null ? {} : { amount: { amount_minor: minor, currency } };
  const named = typed.line !== '' || minor !== null;
  return {
    name: typed.name.trim(),
    ...(pipeline && { pipeline: pipeline.pipeline_id }),
    ...(typed.account.trim() !== '' && { account_name: typed.account.trim() }),
    ...(typed.close !== '' && { close_day: typed.close }),
    ...(named && { amounts: [{ ...line, ...amount }] }),
  };
}

export default function NewOpportunityDialog({
  pipeline,
  onDone,
  onClose,
}: NewOpportunityDialogProps) {
  const { t } = useLingui();
  const queries = useQueryClient();
  const { currency } = useSession().organisation;
  const lines = useProductLines().data?.items ?? [];
  const refusal = useRefusal();
  const keyOf = useKeyOf();
  const { amount } = useFormat();
  const [typed, setTyped] = useState(blank);
  const minor = amount.read(typed.amount, currency);
  const set = (part: Partial<typeof blank>) => setTyped({ ...typed, ...part });
  const adding = useMutation({
    mutationFn: () => {
      const body = bodyOf(typed, minor, pipeline, currency);
      return addOpportunity(body, keyOf(body));
    },
    onSuccess: async (made) => {
      if (pipeline === undefined) await queries.invalidateQueries({ queryKey: keys.pipelines });
      await refreshTouched(queries, ['opportunity']);
      onDone(made);
    },
  });
  const badAmount = typed.amount.trim() !== '' && minor === null;
  const trouble = adding.isError
    ? adding.error instanceof ApiFault
      ? refusal(adding.error.problem)
      : t`No answer. Trying again is safe.`
    : null;
  return (
    <Dialog title={t`New opportunity`} width={520} onClose={onClose}>
      <form
        className={form.stack}
        onSubmit={(event: FormEvent) => {
          event.preventDefault();
          if (typed.name.trim() !== '' && !badAmount) adding.mutate();
        }}
      >
        <TextInput
          label={t`Name`}
          data-autofocus
          required
          maxLength={200}
          value={typed.name}
          onChange={(event) => set({ name: event.currentTarget.value })}
        />
        <TextInput
          label={t`Account`}
          description={t`An account of this name is found, or made.`}
          maxLength={200}
          value={typed.account}
          onChange={(event) => set({ account: event.currentTarget.value })}
        />
        <div className={form.fields}>
          {lines.length > 0 && (
            <NativeSelect
              label={t`Product line`}
              value={typed.line}
              onChange={(event) => set({ line: event.currentTarget.value })}
              data={[
                { value: '', label: t`None in particular` },
                ...lines.map(({ key, name }) => ({ value: key, label: name })),
              ]}
            />
          )}
          <TextInput
            label={t`Amount, ${currency}`}
            inputMode="decimal"
            error={badAmount ? t`This is not an amount.` : undefined}
            value={typed.amount}
            onChange={(event) => set({ amount: event.currentTarget.value })}
          />
          <TextInput
            label={t`Expected to close`}
            type="date"
            value={typed.close}
            onChange={(event) => set({ close: event.currentTarget.value })}
          />
        </div>
        <FormEnd
          does={<Trans>Add</Trans>}
          busy={adding.isPending}
          trouble={trouble}
          disabled={typed.name.trim() === ''}
          onCancel={onClose}
        />
      </form>
    </Dialog>
  );
}
