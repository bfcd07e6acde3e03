import { Button, NativeSelect } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { useRef, useState } from 'react';
import { Card } from '../ui';
import form from '../team/form.module.css';
import { FieldRow } from './FieldRow';
import type { Word } from './RuleFields';
import css from './import.module.css';
import {
  fieldsOf,
  intoOf,
  isDelimited,
  isInto,
  isNeeded,
  readMapping,
  valuesOf,
  withField,
  withInto,
  type Field,
  type Mapping,
} from './mapping';
import { saveText } from './saveText';
import { useFieldWords } from './useFieldWords';
import { useShippedMappings } from './useImports';
import { intoWords } from './words';

export interface MappingProps {
  mapping: Mapping;
  columns: readonly string[];
  /** Without the header. */
  rows: readonly (readonly string[])[];
  faultAt: (pointer: string) => string | undefined;
  onChange: (mapping: Mapping) => void;
}

const first_fields = 6;

function Files({ mapping, onChange }: Pick<MappingProps, 'mapping' | 'onChange'>) {
  const { t } = useLingui();
  const field = useRef<HTMLInputElement>(null);
  const [isWrong, setWrong] = useState(false);
  async function load(file: File) {
    const read = readMapping(await file.text());
    setWrong(read === null);
    if (read) onChange(read);
  }
  return (
    <div className={form.end}>
      <input
        ref={field}
        type="file"
        hidden
        accept=".json,application/json"
        aria-label={t`File of a mapping`}
        onChange={(event) => {
          const file = event.currentTarget.files?.[0];
          event.currentTarget.value = '';
          if (file) void load(file);
        }}
      />
      <Button variant="default" onClick={() => field.current?.click()}>
        <Trans>Load a mapping</Trans>
      </Button>
      <Button
        variant="default"
        onClick={() => saveText(JSON.stringify(mapping, null, 2), `${mapping.name}.json`)}
      >
        <Trans>Save the mapping</Trans>
      </Button>
      {isWrong && (
        <p role="alert" className={form.trouble}>
          <Trans>This file is no mapping.</Trans>
        </p>
      )}
    </div>
  );
}

function Shipped({ mapping, onChange }: Pick<MappingProps, 'mapping' | 'onChange'>) {
  const shipped = useShippedMappings() ?? [];
  const fits = (each: Mapping) =>
    isDelimited(mapping) ? isDelimited(each) : each.format === mapping.format;
  const others = shipped.filter((each) => each.name !== mapping.name && fits(each));
  if (others.length === 0) return null;
  return (
    <p className={css.choices}>
      <span className={form.hint}>
        <Trans>Use one that comes with the program:</Trans>
      </span>
      {others.map((each) => (
        <Button key={each.name} variant="default" size="xs" onClick={() => onChange(each)}>
          <bdi>{each.name}</bdi>
        </Button>
      ))}
    </p>
  );
}

/** What the columns mean. */
export function MappingCard({ mapping, columns, rows, faultAt, onChange }: MappingProps) {
  const { t, i18n } = useLingui();
  const wordsOf = useFieldWords(mapping);
  const fields: readonly Field[] = fieldsOf[intoOf(mapping)];
  const row = (field: Field) => {
    const rule = mapping.fields[field];
    const offered: readonly Word[] = wordsOf(field);
    return (
      <FieldRow
        key={field}
        field={field}
        isNeeded={isNeeded(field, mapping)}
        rule={rule}
        columns={columns}
        values={valuesOf(rule?.column, columns, rows)}
        offered={offered}
        fault={faultAt(`/fields/${field}`)}
        onChange={(next) => onChange(withField(mapping, field, next))}
      />
    );
  };
  return (
    <Card
      title={t`What the columns mean`}
      note={t`Guessed from the headings and the first rows. Look at each before you go on.`}
    >
      <div className={form.stack}>
        <div className={form.fields}>
          <NativeSelect
            label={t`What the rows become`}
            value={intoOf(mapping)}
            data={Object.entries(intoWords).map(([value, word]) => ({
              value,
              label: i18n._(word),
            }))}
            onChange={({ currentTarget: { value } }) => {
              if (isInto(value)) onChange(withInto(mapping, value));
            }}
          />
        </div>
        <ul className={css.fieldList}>{fields.slice(0, first_fields).map(row)}</ul>
      </div>
      {fields.length > first_fields && (
        <details className={css.more}>
          <summary>
            <Trans>More that a row can say</Trans>
          </summary>
          <ul className={css.fieldList}>{fields.slice(first_fields).map(row)}</ul>
        </details>
      )}
      <Shipped mapping={mapping} onChange={onChange} />
      <Files mapping={mapping} onChange={onChange} />
    </Card>
  );
}
