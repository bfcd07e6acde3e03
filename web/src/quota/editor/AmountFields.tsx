import { TextInput } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import type { PeriodKind } from '../../api/types';
import { Choice } from './Choice';
import { type FieldsProps, isMoney } from './draft';
import css from './editor.module.css';
import { PERIODS } from './words';

const PERIOD_KINDS: readonly PeriodKind[] = ['day', 'week', 'month', 'quarter', 'span'];

function Amounts({ draft, onChange }: FieldsProps) {
  const { t } = useLingui();
  const money = isMoney(draft.unit);
  const shared = {
    inputMode: money ? 'decimal' : 'numeric',
    pattern: money ? '[0-9., ]*' : '[0-9]*',
    maxLength: 16,
    ...(money && { rightSection: <bdi className={css.currency}>{draft.currency}</bdi> }),
  } as const;
  return (
    <div className={css.three}>
      <TextInput
        {...shared}
        label={t({ message: 'Floor', context: 'grade of a quota' })}
        value={draft.floor}
        onChange={(event) => onChange({ floor: event.currentTarget.value })}
      />
      <TextInput
        {...shared}
        required
        label={t({ message: 'Amount', context: 'of a quota' })}
        value={draft.amount}
        onChange={(event) => onChange({ amount: event.currentTarget.value })}
      />
      <TextInput
        {...shared}
        label={t({ message: 'Stretch', context: 'grade of a quota' })}
        value={draft.stretch}
        onChange={(event) => onChange({ stretch: event.currentTarget.value })}
      />
    </div>
  );
}

function Span({ draft, isNew, onChange }: FieldsProps & { isNew: boolean }) {
  const { t } = useLingui();
  return (
    <div className={css.two}>
      <TextInput
        type="date"
        label={t`First day`}
        value={draft.spanFrom}
        disabled={!isNew}
        onChange={(event) => onChange({ spanFrom: event.currentTarget.value })}
      />
      <TextInput
        type="date"
        label={t`Last day`}
        value={draft.spanLast}
        disabled={!isNew}
        onChange={(event) => onChange({ spanLast: event.currentTarget.value })}
      />
    </div>
  );
}

/** Name, period, amount and grades, and since when. */
export function AmountFields({ draft, isNew, onChange }: FieldsProps & { isNew: boolean }) {
  const { t, i18n } = useLingui();
  const kinds = isNew ? PERIOD_KINDS : [draft.period];
  return (
    <>
      <TextInput
        required
        label={t({ message: 'Name', context: 'of a quota' })}
        dir="auto"
        data-autofocus
        maxLength={200}
        value={draft.name}
        onChange={(event) => onChange({ name: event.currentTarget.value })}
      />
      <Choice
        name={t`Period`}
        label={<Trans>Period</Trans>}
        options={kinds.map((value) => ({ value, label: i18n._(PERIODS[value]) }))}
        chosen={[draft.period]}
        onToggle={(period) => onChange({ period })}
      />
      {draft.period === 'span' && <Span draft={draft} isNew={isNew} onChange={onChange} />}
      <Amounts draft={draft} onChange={onChange} />
      {!isNew && (
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
      )}
    </>
  );
}
