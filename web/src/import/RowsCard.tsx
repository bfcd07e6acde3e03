import { NativeSelect, TextInput } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { useSession } from '../session/useSession';
import { Card } from '../ui';
import { Check } from '../team/Check';
import form from '../team/form.module.css';
import css from './import.module.css';
import { withKey } from './mapping';
import type { MappingProps } from './MappingCard';
import { useRepWords } from './useFieldWords';

type RowsCardProps = Omit<MappingProps, 'rows'>;

/** Whose the rows are, on which clock, and by what they are known again. */
export function RowsCard({ mapping, columns, faultAt, onChange }: RowsCardProps) {
  const { t } = useLingui();
  const { user } = useSession();
  const reps = useRepWords();
  const key = mapping.key ?? [];
  const { rep: _, zone: __, ...rest } = mapping;
  const rep = mapping.rep ? { rep: mapping.rep } : {};
  const zone = mapping.zone ? { zone: mapping.zone } : {};
  return (
    <Card title={t`All rows together`}>
      <div className={form.stack}>
        <div className={form.fields}>
          {reps.length > 0 && (
            <NativeSelect
              label={t`Whose they are, where a row names no rep`}
              value={mapping.rep ?? ''}
              error={faultAt('/rep')}
              data={[{ value: '', label: t`yours` }, ...reps]}
              onChange={({ currentTarget: { value } }) =>
                onChange({ ...rest, ...zone, ...(value !== '' && { rep: value }) })
              }
            />
          )}
          <TextInput
            label={t`Time zone of the file`}
            dir="ltr"
            placeholder={user.zone}
            value={mapping.zone ?? ''}
            error={faultAt('/zone')}
            onChange={({ currentTarget: { value } }) =>
              onChange({ ...rest, ...rep, ...(value !== '' && { zone: value }) })
            }
          />
          <TextInput
            label={t`Name of the mapping`}
            dir="ltr"
            value={mapping.name}
            error={faultAt('/name')}
            onChange={(event) => onChange({ ...mapping, name: event.currentTarget.value })}
          />
        </div>
        <p className={form.hint}>
          <Trans>
            Under this name rows are known again: a file that is imported twice adds nothing, as
            long as the name stays.
          </Trans>
        </p>
        <details className={css.more} open={key.length > 0 || undefined}>
          <summary>
            <Trans>Columns that name a row</Trans>
          </summary>
          <p className={form.hint}>
            <Trans>
              Such as the number of a call. With them a row that says something else later corrects
              its activity; without them a row is known by its content.
            </Trans>
          </p>
          <div className={css.keys}>
            {columns.map((name) => (
              <Check
                key={name}
                label={<bdi>{name}</bdi>}
                checked={key.includes(name)}
                onChange={(checked) =>
                  onChange(
                    withKey(
                      mapping,
                      checked ? [...key, name] : key.filter((each) => each !== name),
                    ),
                  )
                }
              />
            ))}
          </div>
        </details>
      </div>
    </Card>
  );
}
