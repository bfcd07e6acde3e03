import { Button, NativeSelect, TextInput } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { type FormEvent, useState } from 'react';
import type { Opportunity, Stage } from '../api/pipelineTypes';
import { type Format, useFormat } from '../format';
import { useSession } from '../session/useSession';
import form from '../team/form.module.css';
import { Dialog } from '../ui/Dialog';
import { agreedAmounts, type AmountRow } from './agreed';
import { type Asked, needsFor } from './moves';
import { SharedAsBeforeOf } from './Sharers';
import { stageName } from './stageName';
import { useProductLines } from './useOpportunities';

interface MoveDialogProps {
  opportunity: Opportunity;
  to: Stage;
  onMove: (asked: Asked) => void;
  onClose: () => void;
}

function rowsOf({ amounts }: Opportunity, currency: string, words: Format['amount']): AmountRow[] {
  if (amounts.length === 0) return [{ line: '', typed: '', currency }];
  return amounts.map(({ product_line, amount }) => ({
    line: product_line?.key ?? '',
    typed: words.write(amount),
    currency: amount.currency,
  }));
}

function Amounts({
  rows,
  onRows,
}: {
  rows: readonly AmountRow[];
  onRows: (rows: AmountRow[]) => void;
}) {
  const { t } = useLingui();
  const { amount: words } = useFormat();
  const lines = useProductLines().data?.items ?? [];
  const set = (at: number, part: Partial<AmountRow>) =>
    onRows(rows.map((row, index) => (index === at ? { ...row, ...part } : row)));
  return rows.map((row, at) => (
    // Rows are neither added nor moved here.
    // oxlint-disable-next-line react/no-array-index-key
    <div key={at} className={form.fields}>
      {lines.length > 0 && (
        <NativeSelect
          label={t`Product line`}
          value={row.line}
          onChange={(event) => set(at, { line: event.currentTarget.value })}
          data={[
            { value: '', label: t`None in particular` },
            ...lines.map(({ key, name }) => ({ value: key, label: name })),
          ]}
        />
      )}
      <TextInput
        label={t`Agreed amount, ${row.currency}`}
        inputMode="decimal"
        error={
          row.typed.trim() !== '' && words.read(row.typed, row.currency) === null
            ? t`This is not an amount.`
            : undefined
        }
        value={row.typed}
        data-autofocus={at === 0 || undefined}
        onChange={(event) => set(at, { typed: event.currentTarget.value })}
      />
    </div>
  ));
}

/** Asks only what the stage requires: why it ends, or what was agreed. */
export default function MoveDialog({ opportunity, to, onMove, onClose }: MoveDialogProps) {
  const { t, i18n } = useLingui();
  const { currency } = useSession().organisation;
  const needs = needsFor(opportunity, to);
  const [reason, setReason] = useState('');
  const { amount: words } = useFormat();
  const [rows, setRows] = useState(() => rowsOf(opportunity, currency, words));
  const amounts = agreedAmounts(rows, opportunity, words.read);
  const ready = (!needs.reason || reason.trim() !== '') && (!needs.amounts || amounts !== null);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!ready) return;
    onMove({
      to,
      ...(needs.reason && { reason: reason.trim() }),
      ...(needs.amounts && amounts !== null && { amounts }),
    });
  };
  return (
    <Dialog title={t`${opportunity.name}: ${stageName(to, i18n)}`} width={460} onClose={onClose}>
      <form onSubmit={submit} className={form.stack}>
        {needs.reason && (
          <TextInput
            label={t`Why`}
            data-autofocus
            maxLength={500}
            value={reason}
            onChange={(event) => setReason(event.currentTarget.value)}
          />
        )}
        {needs.amounts && <Amounts rows={rows} onRows={setRows} />}
        {to.ends === 'won' && <SharedAsBeforeOf opportunity={opportunity.opportunity_id} />}
        <div className={form.end}>
          <Button type="submit" disabled={!ready}>
            {stageName(to, i18n)}
          </Button>
          <Button variant="default" onClick={onClose}>
            <Trans>Cancel</Trans>
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
