import { Button, NativeSelect, TextInput } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { addEstimate } from '../api/offerCalls';
import type { Estimate } from '../api/offerTypes';
import type { OpportunityDetail } from '../api/pipelineTypes';
import { useFormat } from '../format';
import { useSession } from '../session/useSession';
import form from '../team/form.module.css';
import { onSubmit, Trouble } from './CardParts';
import { blankLine, linesOf, type TypedLine } from './estimate';
import { useEdit } from './useEdit';
import { useProductLines } from './useOpportunities';

interface LineFieldsProps {
  typed: TypedLine;
  currency: string;
  onType: (part: Partial<TypedLine>) => void;
}

function LineFields({ typed, currency, onType }: LineFieldsProps) {
  const { t } = useLingui();
  const lines = useProductLines().data?.items ?? [];
  return (
    <div className={form.fields}>
      {lines.length > 0 && (
        <NativeSelect
          label={t`Product line`}
          value={typed.line}
          onChange={(event) => onType({ line: event.currentTarget.value })}
          data={[
            { value: '', label: t`None in particular` },
            ...lines.map(({ key, name }) => ({ value: key, label: name })),
          ]}
        />
      )}
      <TextInput
        label={t`Description`}
        maxLength={500}
        value={typed.description}
        onChange={(event) => onType({ description: event.currentTarget.value })}
      />
      <TextInput
        label={t`Quantity`}
        inputMode="decimal"
        value={typed.quantity}
        onChange={(event) => onType({ quantity: event.currentTarget.value })}
      />
      <TextInput
        label={t`Price of one, ${currency}`}
        inputMode="decimal"
        value={typed.price}
        onChange={(event) => onType({ price: event.currentTarget.value })}
      />
      <TextInput
        label={t`Discount, %`}
        inputMode="decimal"
        value={typed.discount}
        onChange={(event) => onType({ discount: event.currentTarget.value })}
      />
    </div>
  );
}

interface EstimateFormProps {
  opportunity: OpportunityDetail;
  /** The edition before, when there is one. */
  replaces: Estimate | null;
  onDone: () => void;
}

export function EstimateForm({ opportunity, replaces, onDone }: EstimateFormProps) {
  const { t } = useLingui();
  const own = useSession().organisation.currency;
  const currency = replaces?.worth.currency ?? own;
  const { edit, busy, trouble } = useEdit(opportunity);
  const [typed, setTyped] = useState<readonly TypedLine[]>([blankLine]);
  const [until, setUntil] = useState('');
  const { amount } = useFormat();
  const lines = linesOf(typed, (text) => amount.read(text, currency));
  const save = (send: boolean) => {
    if (lines === null) return;
    const body = {
      lines,
      currency,
      send,
      ...(replaces && { replaces: replaces.estimate_id }),
      ...(send && until !== '' && { valid_until: until }),
    };
    edit(
      `estimate ${JSON.stringify(body)}`,
      async ({ opportunity: id, key }) => {
        await addEstimate(id, body, key);
      },
      onDone,
    );
  };
  return (
    <form className={form.apart} onSubmit={onSubmit(() => save(true))}>
      {typed.map((each, at) => (
        // Lines are only added, at the end.
        // oxlint-disable-next-line react/no-array-index-key
        <div key={at} className={form.above}>
          <LineFields
            typed={each}
            currency={currency}
            onType={(part) =>
              setTyped(typed.map((line, index) => (index === at ? { ...line, ...part } : line)))
            }
          />
        </div>
      ))}
      <TextInput
        type="date"
        label={t`Valid until`}
        value={until}
        onChange={(event) => setUntil(event.currentTarget.value)}
      />
      <div className={form.end}>
        <Button type="submit" loading={busy} disabled={lines === null}>
          <Trans>Send</Trans>
        </Button>
        <Button variant="default" disabled={busy || lines === null} onClick={() => save(false)}>
          <Trans>Keep as a draft</Trans>
        </Button>
        <Button variant="default" onClick={() => setTyped([...typed, blankLine])}>
          <Trans>One more line</Trans>
        </Button>
        <Button variant="default" onClick={onDone}>
          <Trans>Cancel</Trans>
        </Button>
      </div>
      <Trouble words={trouble} />
    </form>
  );
}
