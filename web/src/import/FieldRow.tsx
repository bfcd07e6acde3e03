import { NativeSelect, TextInput } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { useId } from 'react';
import { useFormat } from '../format';
import form from '../team/form.module.css';
import css from './import.module.css';
import { columnsIn, hasTable, isMoment, type CellRule, type Field } from './mapping';
import { forms, readMoment } from './momentForm';
import { CellChoices, FirstYear, JoinedColumns, offering, type Word } from './RuleFields';
import { ValueTable } from './ValueTable';
import { fieldWords } from './words';

interface RuleRowProps {
  /** As the screen calls it. */
  name: string;
  isMoment: boolean;
  isDuration: boolean;
  isNeeded: boolean;
  /** Begins with a table of values. */
  hasTable: boolean;
  rule: CellRule | undefined;
  columns: readonly string[];
  /** Of the column, in the preview. */
  values: readonly string[];
  /** The product's own words for this field; empty when any text will do. */
  offered: readonly Word[];
  fault: string | undefined;
  onChange: (rule: CellRule | null) => void;
}

interface FieldRowProps extends Omit<
  RuleRowProps,
  'name' | 'isMoment' | 'isDuration' | 'hasTable'
> {
  field: Field;
}

/** Of another direction than the words around it, perhaps. */
const apart = (text: string) => `\u2068${text}\u2069`;

const constant = '=';
const column = 'c:';
const several = '+';

function sourceOf(rule: CellRule | undefined): string {
  if (rule?.columns !== undefined) return several;
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
}: Pick<RuleRowProps, 'values' | 'fault' | 'onChange'> & { rule: CellRule }) {
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
      <FirstYear rule={rule} onChange={onChange} />
    </>
  );
}

function Constant({
  rule,
  offered,
  onChange,
}: Pick<RuleRowProps, 'offered' | 'onChange'> & { rule: CellRule }) {
  const { t } = useLingui();
  const value = rule.constant ?? '';
  const change = (next: string) => onChange({ ...rule, constant: next });
  return offered.length > 0 ? (
    <NativeSelect
      label={t`In every row`}
      value={value}
      data={[{ value: '', label: '–' }, ...offering(offered, value)]}
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

function Unit({ rule, onChange }: Pick<RuleRowProps, 'onChange'> & { rule: CellRule }) {
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

/** Where one member of a record comes from, and how its cells are read. */
export function RuleRow(props: RuleRowProps) {
  const { name, rule, columns, values, offered, fault, onChange } = props;
  const { t } = useLingui();
  const isMade = rule !== undefined;
  const isFromFile = isMade && rule.constant === undefined;

  function choose(source: string): void {
    if (source === '') return onChange(null);
    const { column: _, columns: __, constant: ___, ...rest } = rule ?? {};
    const kept = props.isMoment ? { ...rest, form: rest.form ?? '' } : rest;
    if (source === constant) {
      const { values: ____, otherwise: _____, report: ______, ...plain } = kept;
      return onChange({ constant: offered[0]?.value ?? '', ...plain });
    }
    if (source === several) return onChange({ columns: [...columnsIn(rule ?? {})], ...kept });
    const table = props.hasTable && { values: {} };
    return onChange({ column: source.slice(column.length), ...kept, ...table });
  }

  const names = columns.map((each) => ({ value: column + each, label: t`column: ${each}` }));
  const own = rule?.column;
  const isUnknown = own !== undefined && !columns.includes(own);
  return (
    <li className={css.field}>
      <div className={css.fieldHead}>
        <NativeSelect
          label={name}
          withAsterisk={props.isNeeded}
          value={sourceOf(rule)}
          error={props.isMoment && rule ? undefined : fault}
          data={[
            { value: '', label: props.isNeeded ? t`choose` : t`not in the file` },
            { value: constant, label: t`the same in every row` },
            { value: several, label: t`several columns together` },
            ...names,
            ...(isUnknown ? [{ value: column + own, label: t`column: ${own}` }] : []),
          ]}
          onChange={(event) => choose(event.currentTarget.value)}
        />
        {isMade && !isFromFile && <Constant rule={rule} offered={offered} onChange={onChange} />}
        {rule && props.isMoment && <MomentFields {...props} rule={rule} />}
        {rule && props.isDuration && <Unit rule={rule} onChange={onChange} />}
        {isFromFile && !props.isMoment && values.length > 0 && !rule.values && (
          <p className={form.hint}>
            <Trans>
              In the file: <bdi>{values.slice(0, 4).join(' · ')}</bdi>
            </Trans>
          </p>
        )}
      </div>
      {rule?.columns && <JoinedColumns rule={rule} columns={columns} onChange={onChange} />}
      {isFromFile && props.hasTable && (
        <ValueTable rule={rule} values={values} offered={offered} onChange={onChange} />
      )}
      {isMade && (
        <details className={css.more}>
          <summary>
            <Trans>How its values are read</Trans>
          </summary>
          {!props.isMoment && !(isFromFile && props.hasTable) && (
            <ValueTable rule={rule} values={values} offered={offered} onChange={onChange} />
          )}
          <CellChoices rule={rule} onChange={onChange} />
        </details>
      )}
    </li>
  );
}

/** One that the product knows. */
export function FieldRow({ field, ...props }: FieldRowProps) {
  const { i18n } = useLingui();
  return (
    <RuleRow
      {...props}
      name={i18n._(fieldWords[field])}
      isMoment={isMoment(field)}
      isDuration={field === 'duration_s'}
      hasTable={hasTable(field)}
    />
  );
}
