import { NativeSelect, TextInput } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { useId } from 'react';
import { useFormat } from '../format';
import form from '../team/form.module.css';
import css from './import.module.css';
import { hasTable, isMoment, needed, type CellRule, type Field } from './mapping';
import { forms, readMoment } from './momentForm';
import { ValueTable } from './ValueTable';
import { fieldWords } from './words';

export interface Word {
  value: string;
  label: string;
}

interface FieldRowProps {
  field: Field;
  rule: CellRule | undefined;
  columns: readonly string[];
  /** Of the column, in the preview. */
  values: readonly string[];
  /** The product's own words for this field; empty when any text will do. */
  offered: readonly Word[];
  fault: string | undefined;
  onChange: (rule: CellRule | null) => void;
}

/** Of another direction than the words around it, perhaps. */
const apart = (text: string) => `\u2068${text}\u2069`;

const constant = '=';
const column = 'c:';

function sourceOf(rule: CellRule | undefined): string {
  if (rule?.column !== undefined) return column + rule.column;
  return rule?.constant === undefined ? '' : constant;
}

function useMomentLine(rule: CellRule, values: readonly string[]): string {
  const { t } = useLingui();
  const { date } = useFormat();
  const found = values.find(
    (value) => readMoment(value, rule.form ?? '', rule.first_year) === null,
  );
  const wrong = apart(found ?? '');
  if (found !== undefined) return t`“${wrong}” is not of this form.`;
  const first = values[0];
  const read = first && readMoment(first, rule.form ?? '', rule.first_year);
  if (!read) return '';
  const example = apart(first);
  const words = [date.dayLong(read.day), date.year(read.day), read.time].filter(Boolean).join(', ');
  return t`“${example}” is read as: ${words}`;
}

function MomentFields({
  rule,
  values,
  fault,
  onChange,
}: Omit<FieldRowProps, 'field'> & { rule: CellRule }) {
  const { t } = useLingui();
  const list = useId();
  const line = useMomentLine(rule, values);
  return (
    <>
      <TextInput
        label={t`Form of the date`}
        dir="ltr"
        value={rule.form ?? ''}
        list={list}
        error={fault}
        description={
          <span role="status" className={css.example}>
            {line}
          </span>
        }
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        onChange={(event) => onChange({ ...rule, form: event.currentTarget.value })}
      />
      <datalist id={list}>
        {forms.map((each) => (
          <option key={each} value={each} aria-label={each} />
        ))}
      </datalist>
    </>
  );
}

function Constant({
  rule,
  offered,
  onChange,
}: Pick<FieldRowProps, 'offered' | 'onChange'> & { rule: CellRule }) {
  const { t } = useLingui();
  const value = rule.constant ?? '';
  const change = (next: string) => onChange({ ...rule, constant: next });
  return offered.length > 0 ? (
    <NativeSelect
      label={t`In every row`}
      value={value}
      data={[{ value: '', label: '–' }, ...offered]}
      onChange={(event) => change(event.currentTarget.value)}
    />
  ) : (
    <TextInput
      label={t`In every row`}
      dir="auto"
      value={value}
      onChange={(event) => change(event.currentTarget.value)}
    />
  );
}

function Unit({ rule, onChange }: Pick<FieldRowProps, 'onChange'> & { rule: CellRule }) {
  const { t } = useLingui();
  const units = {
    seconds: t`seconds`,
    minutes: t`minutes`,
    hours: t`hours`,
    milliseconds: t`milliseconds`,
  };
  return (
    <NativeSelect
      label={t`Unit`}
      value={rule.unit ?? 'seconds'}
      data={Object.entries(units).map(([value, label]) => ({ value, label }))}
      onChange={(event) =>
        onChange({ ...rule, unit: event.currentTarget.value as NonNullable<CellRule['unit']> })
      }
    />
  );
}

/** Where one member of an activity comes from. */
export function FieldRow(props: FieldRowProps) {
  const { field, rule, columns, values, offered, fault, onChange } = props;
  const { t, i18n } = useLingui();
  const isNeeded = needed.includes(field);
  const fromColumn = rule?.column !== undefined;

  function choose(source: string): void {
    if (source === '') return onChange(null);
    const { unit, form: kept } = rule ?? {};
    const rest = { ...(unit && { unit }), ...(isMoment(field) && { form: kept ?? '' }) };
    if (source === constant) return onChange({ constant: offered[0]?.value ?? '', ...rest });
    return onChange({
      column: source.slice(column.length),
      ...(hasTable(field) && { values: {} }),
      ...rest,
    });
  }

  return (
    <li className={css.field}>
      <div className={css.fieldHead}>
        <NativeSelect
          label={i18n._(fieldWords[field])}
          withAsterisk={isNeeded}
          value={sourceOf(rule)}
          error={isMoment(field) && rule ? undefined : fault}
          data={[
            { value: '', label: isNeeded ? t`choose` : t`not in the file` },
            { value: constant, label: t`the same in every row` },
            ...columns.map((name) => ({ value: column + name, label: t`column: ${name}` })),
          ]}
          onChange={(event) => choose(event.currentTarget.value)}
        />
        {rule && !fromColumn && <Constant rule={rule} offered={offered} onChange={onChange} />}
        {rule && isMoment(field) && <MomentFields {...props} rule={rule} />}
        {rule && field === 'duration_s' && <Unit rule={rule} onChange={onChange} />}
        {fromColumn && !isMoment(field) && values.length > 0 && !rule.values && (
          <p className={form.hint}>
            <Trans>
              In the file: <bdi>{values.slice(0, 4).join(' · ')}</bdi>
            </Trans>
          </p>
        )}
      </div>
      {fromColumn && hasTable(field) && (
        <ValueTable rule={rule} values={values} offered={offered} onChange={onChange} />
      )}
    </li>
  );
}
