import { Button, NativeSelect, TextInput } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { changeAmounts } from '../api/pipelineCalls';
import { useFormat } from '../format';
import { useSession } from '../session/useSession';
import form from '../team/form.module.css';
import { Card } from '../ui';
import { Item, type OfOpportunity, onSubmit, Trouble } from './CardParts';
import { useEdit } from './useEdit';
import { useProductLines } from './useOpportunities';

function AmountForm({ opportunity }: OfOpportunity) {
  const { t } = useLingui();
  const { currency } = useSession().organisation;
  const lines = useProductLines().data?.items ?? [];
  const { edit, busy, trouble } = useEdit(opportunity);
  const [line, setLine] = useState('');
  const { amount: words } = useFormat();
  const [typed, setTyped] = useState('');
  const amount_minor = words.read(typed, currency);
  const save = () => {
    if (amount_minor === null) return;
    const amount = { amount: { amount_minor, currency } };
    const amounts = [{ ...(line !== '' && { product_line: line }), ...amount }];
    edit(
      JSON.stringify(amounts),
      (of) => changeAmounts(of, amounts),
      () => setTyped(''),
    );
  };
  return (
    <form className={form.end} onSubmit={onSubmit(save)}>
      {lines.length > 0 && (
        <NativeSelect
          aria-label={t`Product line`}
          value={line}
          onChange={(event) => setLine(event.currentTarget.value)}
          data={[
            { value: '', label: t`None in particular` },
            ...lines.map(({ key, name }) => ({ value: key, label: name })),
          ]}
        />
      )}
      <TextInput
        aria-label={t`Amount, ${currency}`}
        placeholder={t`Amount, ${currency}`}
        inputMode="decimal"
        error={typed.trim() !== '' && amount_minor === null ? t`This is not an amount.` : undefined}
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
      />
      <Button type="submit" variant="default" loading={busy} disabled={amount_minor === null}>
        <Trans>Set</Trans>
      </Button>
      <Trouble words={trouble} />
    </form>
  );
}

/** By product line: agreed, or assumed from the list price as long as nobody names an amount. */
export function AmountsCard({ opportunity }: OfOpportunity) {
  const { t } = useLingui();
  const { number } = useFormat();
  const { edit, busy } = useEdit(opportunity);
  const { amounts, state } = opportunity;
  const open = state === 'open';
  return (
    <Card title={t`What it is worth`}>
      {amounts.length === 0 && <p className={form.hint}>{t`No amount yet.`}</p>}
      <ul className={form.list}>
        {amounts.map(({ product_line, amount, assumed }) => (
          <Item
            key={product_line?.key ?? ''}
            name={number.moneyExact(amount)}
            line={
              <>
                {product_line?.name ?? t`no product line`}
                {assumed && <>, {t`assumed from the list price`}</>}
              </>
            }
          >
            {open && amounts.length > 1 && (
              <Button
                size="xs"
                variant="default"
                disabled={busy}
                onClick={() =>
                  edit(`off ${product_line?.key ?? ''}`, (of) =>
                    changeAmounts(of, [
                      { ...(product_line && { product_line: product_line.key }), taken_off: true },
                    ]),
                  )
                }
              >
                <Trans>Take off</Trans>
              </Button>
            )}
          </Item>
        ))}
      </ul>
      {open && <AmountForm key={opportunity.version} opportunity={opportunity} />}
    </Card>
  );
}
