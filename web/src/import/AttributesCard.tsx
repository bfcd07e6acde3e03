import { Button, TextInput } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { Card } from '../ui';
import form from '../team/form.module.css';
import { RuleRow } from './FieldRow';
import css from './import.module.css';
import { hasAttributes, most_attributes, valuesOf, withAttribute } from './mapping';
import type { MappingProps } from './MappingCard';

/** Further words of the file, under names of one's own. */
export function AttributesCard({ mapping, columns, rows, faultAt, onChange }: MappingProps) {
  const { t } = useLingui();
  const [name, setName] = useState('');
  const attributes = Object.entries(mapping.attributes ?? {});
  if (!hasAttributes(mapping)) return null;
  const wanted = name.trim();
  const isTaken = attributes.some(([each]) => each === wanted);
  const add = () => {
    const all = mapping.attributes ?? {};
    const column = columns.find((each) => each === wanted) ?? columns[0] ?? wanted;
    onChange({ ...mapping, attributes: { ...all, [wanted]: { column } } });
    setName('');
  };
  return (
    <Card
      title={t`Words of your own`}
      note={t`What else the file says of a row is kept under names that you choose; activities can be put into groups by them.`}
    >
      <ul className={css.fieldList}>
        {attributes.map(([each, rule]) => (
          <RuleRow
            key={each}
            name={each}
            isMoment={false}
            isDuration={false}
            isNeeded={false}
            hasTable={false}
            rule={rule}
            columns={columns}
            values={valuesOf(rule.column, columns, rows)}
            offered={[]}
            fault={faultAt(`/attributes/${each}`)}
            onChange={(next) =>
              onChange(withAttribute(mapping, each, next && { name: each, rule: next }))
            }
          />
        ))}
      </ul>
      <div className={`${form.link} ${form.apart}`}>
        <TextInput
          label={t`Name of another word`}
          dir="auto"
          value={name}
          error={isTaken && t`This name is there already.`}
          onChange={(event) => setName(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key === 'Enter') event.preventDefault();
          }}
        />
        <Button
          variant="default"
          disabled={wanted === '' || isTaken || attributes.length >= most_attributes}
          onClick={add}
        >
          <Trans>Add it</Trans>
        </Button>
      </div>
    </Card>
  );
}
