import { Button, NativeSelect, TextInput } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { type FormEvent, useState } from 'react';
import type { NewAmount, Opportunity, Stage } from '../api/pipelineTypes';
import { useSession } from '../session/useSession';
import form from '../team/form.module.css';
import { Dialog } from '../ui/Dialog';
import { fieldOf, minorOf } from '../format/money';
import { type Asked, needsFor } from './moves';
import { useProductLines } from './useOpportunities';

interface MoveDialogProps {
  opportunity: Opportunity;
  to: Stage;
  onMove: (asked: Asked) => void;
  onClose: () => void;
}

interface Row {
  line: string;
  typed: string;
  currency: string;
}

function rowsOf({ amounts }: Opportunity, currency: string): Row[] {
  if (amounts.length === 0) return [{ line: '', typed: '', currency }];
  return amounts.map(({ product_line, amount }) => ({
    line: product_line?.key ?? '',
    typed: fieldOf(amount),
    currency: amount.currency,
  }));
}

function amountsOf(rows: readonly Row[]): NewAmount[] | null {
  const amounts = rows.map(({ line, typed, currency }) => {
    const amount_minor = minorOf(typed, currency);
    if (amount_minor === null) return null;
    return { ...(line !== '' && { product_line: line }), amount: { amount_minor, currency } };
  });
  return amounts.includes(null) ? null : amounts.filter((each) => each !== null);
}

function Amounts({ rows, onRows }: { rows: readonly Row[]; onRows: (rows: Row[]) => void }) {
  const { t } = useLingui();
  const lines = useProductLines().data?.items ?? [];
  const set = (at: number, part: Partial<Row>) =>
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
        value={row.typed}
        data-autofocus={at === 0 || undefined}
        onChange={(event) => set(at, { typed: event.currentTarget.value })}
      />
    </div>
  ));
}

/** Asks only what the stage requires: why it ends, or what was agreed. */
export default function MoveDialog({ opportunity, to, onMove, onClose }: MoveDialogProps) {
  const { t } = useLingui();
  const { currency } = useSession().organisation;
  const needs = needsFor(opportunity, to);
  const [reason, setReason] = useState('');
  const [rows, setRows] = useState(() => rowsOf(opportunity, currency));
  const amounts = amountsOf(rows);
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
    <Dialog title={t`${opportunity.name}: ${to.name}`} width={460} onClose={onClose}>
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
        <div className={form.end}>
          <Button type="submit" disabled={!ready}>
            {to.name}
          </Button>
          <Button variant="default" onClick={onClose}>
            <Trans>Cancel</Trans>
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
