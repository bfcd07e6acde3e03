import { NativeSelect } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { Check } from '../team/Check';
import form from '../team/form.module.css';
import type { Word } from './FieldRow';
import css from './import.module.css';
import type { CellRule } from './mapping';

interface ValueTableProps {
  rule: CellRule;
  values: readonly string[];
  offered: readonly Word[];
  onChange: (rule: CellRule) => void;
}

const unnamed = '?';
const nothing = '-';
const most_values = 60;

function without(values: NonNullable<CellRule['values']>, value: string) {
  const { [value]: _, ...others } = values;
  return others;
}

/** The words of the file on one side, those of the product on the other. */
export function ValueTable({ rule, values, offered, onChange }: ValueTableProps) {
  const { t } = useLingui();
  const known = rule.values;
  const asThey = !known;
  const shown = [...new Set([...values, ...Object.keys(known ?? {})])].slice(0, most_values);
  const chosen = (value: string) => {
    if (known === undefined || !(value in known)) return unnamed;
    return known[value] || nothing;
  };

  function choose(value: string, word: string): void {
    const others = without(known ?? {}, value);
    if (word === unnamed) onChange({ ...rule, values: others });
    else onChange({ ...rule, values: { ...others, [value]: word === nothing ? null : word } });
  }

  function changeOtherwise(isEmpty: boolean): void {
    const { otherwise: _, ...rest } = rule;
    onChange(isEmpty ? { ...rest, otherwise: '' } : rest);
  }

  function changeTable(isNeeded: boolean): void {
    const { values: _, otherwise: __, ...rest } = rule;
    onChange(isNeeded ? { ...rest, values: {} } : rest);
  }

  return (
    <div className={css.values}>
      <Check
        label={t`The words of the file stand for others`}
        checked={!asThey}
        onChange={changeTable}
      />
      {!asThey && (
        <>
          <ul className={css.valueList}>
            {shown.map((value) => (
              <li
                key={value}
                className={css.value}
                data-open={chosen(value) === unnamed || undefined}
              >
                <bdi className={css.valueName}>{value}</bdi>
                <NativeSelect
                  aria-label={t`“${value}” stands for`}
                  value={chosen(value)}
                  data={[
                    { value: unnamed, label: t`not said` },
                    { value: nothing, label: t`nothing` },
                    ...offered,
                  ]}
                  onChange={(event) => choose(value, event.currentTarget.value)}
                />
              </li>
            ))}
          </ul>
          <Check
            label={t`A value that is not said here stands for nothing`}
            checked={rule.otherwise === ''}
            onChange={changeOtherwise}
          />
          {rule.otherwise === undefined && (
            <p className={form.hint}>
              <Trans>Without this its row is refused.</Trans>
            </p>
          )}
        </>
      )}
    </div>
  );
}
