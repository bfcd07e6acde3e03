import { Button, NativeSelect, TextInput } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { Check } from '../team/Check';
import form from '../team/form.module.css';
import css from './import.module.css';
import { withMember, type CellRule } from './mapping';
import { offering, Otherwise, type RuleProps, type Word } from './RuleFields';

interface ValueTableProps extends RuleProps {
  values: readonly string[];
  /** The product's own words; empty when any text will do. */
  offered: readonly Word[];
}

const unnamed = '?';
const nothing = '-';
const most_values = 60;

function without(values: NonNullable<CellRule['values']>, value: string) {
  const { [value]: _, ...others } = values;
  return others;
}

/** In its place, or behind the others. */
function named(rule: CellRule, value: string, word: string | null): CellRule {
  const known = rule.values ?? {};
  return { ...rule, values: { ...known, [value]: word } };
}

/** A word of the file that its first rows do not have. */
function AnotherValue({ onAdd }: { onAdd: (value: string) => void }) {
  const { t } = useLingui();
  const [value, setValue] = useState('');
  const add = () => {
    onAdd(value.trim());
    setValue('');
  };
  return (
    <div className={form.link}>
      <TextInput
        label={t`Another word of the file`}
        dir="auto"
        value={value}
        onChange={(event) => setValue(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Enter') return;
          event.preventDefault(); // it is no answer to the whole form
          if (value.trim() !== '') add();
        }}
      />
      <Button variant="default" disabled={value.trim() === ''} onClick={add}>
        <Trans>Add the word</Trans>
      </Button>
    </div>
  );
}

function Meaning({
  rule,
  value,
  offered,
  onChange,
}: Omit<ValueTableProps, 'values'> & { value: string }) {
  const { t } = useLingui();
  const known = rule.values ?? {};
  const isNamed = Object.hasOwn(known, value);
  const word = known[value] ?? '';
  const label = t`“${value}” stands for`;
  if (offered.length === 0) {
    return (
      <TextInput
        aria-label={label}
        dir="auto"
        placeholder={isNamed ? t`nothing` : t`not said`}
        value={word}
        onChange={(event) => onChange(named(rule, value, event.currentTarget.value || null))}
      />
    );
  }
  return (
    <NativeSelect
      aria-label={label}
      value={isNamed ? word || nothing : unnamed}
      data={[
        { value: unnamed, label: t`not said` },
        { value: nothing, label: t`nothing` },
        ...offering(offered, word),
      ]}
      onChange={({ currentTarget: { value: next } }) =>
        onChange(
          next === unnamed
            ? { ...rule, values: without(known, value) }
            : named(rule, value, next === nothing ? null : next),
        )
      }
    />
  );
}

/** The words of the file on one side, those of the product on the other. */
export function ValueTable(props: ValueTableProps) {
  const { rule, values, onChange } = props;
  const { t } = useLingui();
  const known = rule.values;
  const named_values = Object.keys(known ?? {});
  const shown = [...new Set([...values.slice(0, most_values), ...named_values])];

  function changeTable(isNeeded: boolean): void {
    const bare = withMember(withMember(rule, 'otherwise', undefined), 'report', undefined);
    onChange(isNeeded ? { ...rule, values: {} } : withMember(bare, 'values', undefined));
  }

  return (
    <div className={css.values}>
      <Check
        label={t`The words of the file stand for others`}
        checked={known !== undefined}
        onChange={changeTable}
      />
      {known && (
        <>
          <ul className={css.valueList}>
            {shown.map((value) => (
              <li
                key={value}
                className={css.value}
                data-open={!Object.hasOwn(known, value) || undefined}
              >
                <bdi className={css.valueName}>{value}</bdi>
                <Meaning {...props} value={value} />
              </li>
            ))}
          </ul>
          <AnotherValue onAdd={(value) => onChange(named(rule, value, known[value] ?? null))} />
          <Otherwise {...props} />
          <Check
            label={t`The report says as what each word was read`}
            checked={rule.report === true}
            onChange={(isOn) => onChange(withMember(rule, 'report', isOn ? true : undefined))}
          />
        </>
      )}
    </div>
  );
}
