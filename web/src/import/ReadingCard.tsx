import { NativeSelect, TextInput } from '@mantine/core';
import { useLingui } from '@lingui/react/macro';
import { Card } from '../ui';
import { Check } from '../team/Check';
import form from '../team/form.module.css';
import css from './import.module.css';
import {
  isDelimited,
  separatorOf,
  withFormat,
  withMember,
  withSeparator,
  type Format,
  type Mapping,
} from './mapping';
import { encodings, isEncoding, separators } from './sample';
import { encodingWords } from './words';

interface ReadingCardProps {
  mapping: Mapping;
  rows: readonly (readonly string[])[];
  onChange: (mapping: Mapping) => void;
}

const formats: readonly Format[] = ['csv', 'tsv', 'json', 'jsonl', 'ics', 'vcard'];

const shown_rows = 6;
const shown_columns = 40;

/** Rows of a file may be equal: the place is what they are known by. */
const placed = <Item,>(items: readonly Item[]) => items.map((item, place) => ({ item, place }));

function Preview({ rows, header }: { rows: ReadingCardProps['rows']; header: boolean }) {
  const { t } = useLingui();
  const shown = placed(rows.slice(0, shown_rows));
  return (
    // A wide table is scrolled, also by keyboard.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div className={css.scroll} tabIndex={0} role="region" aria-label={t`First rows of the file`}>
      <table className={css.table}>
        <tbody>
          {shown.map(({ item, place }) => (
            <tr key={place}>
              {placed(item.slice(0, shown_columns)).map((cell) => {
                const Cell = header && place === 0 ? 'th' : 'td';
                return (
                  <Cell key={cell.place} {...(Cell === 'th' && { scope: 'col' })} dir="auto">
                    {cell.item}
                  </Cell>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** How the file is to be read, with its first rows: what is wrong is seen at once. */
export function ReadingCard({ mapping, rows, onChange }: ReadingCardProps) {
  const { t, i18n } = useLingui();
  const header = mapping.header ?? true;
  const delimited = isDelimited(mapping);
  const separator = separatorOf(mapping);
  const separatorNames: Record<string, string> = {
    ',': t`comma`,
    ';': t`semicolon`,
    '\t': t`tab`,
    '|': t`vertical bar`,
  };
  const formatNames: Record<Format, string> = {
    csv: t`table (CSV)`,
    tsv: t`table with tabs (TSV)`,
    json: 'JSON',
    jsonl: t`JSON, an object a line`,
    ics: t`calendar (ICS)`,
    vcard: t`address book (vCard)`,
  };
  const offered = [...new Set([...separators, separator])];
  return (
    <Card
      title={t`How the file is read`}
      note={
        delimited
          ? t`Letters that look wrong mean another encoding; one wide column another separator.`
          : t`Letters that look wrong mean another encoding.`
      }
    >
      <div className={form.stack}>
        <div className={form.fields}>
          <NativeSelect
            label={t`Form of the file`}
            value={mapping.format ?? 'csv'}
            data={formats.map((value) => ({ value, label: formatNames[value] }))}
            onChange={(event) => onChange(withFormat(mapping, event.currentTarget.value as Format))}
          />
          <NativeSelect
            label={t`Encoding`}
            value={mapping.encoding ?? 'utf_8'}
            data={Object.keys(encodings).map((value) => ({
              value,
              label: isEncoding(value) ? i18n._(encodingWords[value]) : value,
            }))}
            onChange={(event) => {
              const encoding = event.currentTarget.value;
              if (isEncoding(encoding)) onChange({ ...mapping, encoding });
            }}
          />
          {mapping.format === 'json' && (
            <TextInput
              label={t`Where the list is in the file`}
              dir="ltr"
              placeholder="/value"
              value={mapping.records ?? ''}
              onChange={({ currentTarget: { value } }) =>
                onChange(withMember(mapping, 'records', value || undefined))
              }
            />
          )}
          {delimited && (
            <NativeSelect
              label={t`Between the values`}
              value={separator}
              data={offered.map((value) => ({ value, label: separatorNames[value] ?? value }))}
              onChange={(event) => onChange(withSeparator(mapping, event.currentTarget.value))}
            />
          )}
          {delimited && mapping.format !== 'tsv' && (
            <TextInput
              label={t`Another sign between the values`}
              dir="ltr"
              maxLength={1}
              value={separators.some((each) => each === separator) ? '' : separator}
              onChange={({ currentTarget: { value } }) =>
                onChange(withSeparator(mapping, value.trim() === '' ? ',' : value))
              }
            />
          )}
          <NativeSelect
            label={t`Decimal sign`}
            value={mapping.decimal ?? '.'}
            data={[
              { value: '.', label: t`point: 1.5` },
              { value: ',', label: t`comma: 1,5` },
            ]}
            onChange={(event) => onChange({ ...mapping, decimal: event.currentTarget.value })}
          />
        </div>
        {delimited && (
          <Check
            label={t`The first row has the names of the columns`}
            checked={header}
            onChange={(checked) => onChange({ ...mapping, header: checked })}
          />
        )}
        <Preview rows={rows} header={header} />
      </div>
    </Card>
  );
}
