import { NativeSelect, TextInput } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { useSession } from '../session/useSession';
import { Card } from '../ui';
import { Check } from '../team/Check';
import form from '../team/form.module.css';
import css from './import.module.css';
import { intoOf, withKey, withMember } from './mapping';
import type { MappingProps } from './MappingCard';
import { offering } from './RuleFields';
import { useRepWords } from './useFieldWords';

type RowsCardProps = Omit<MappingProps, 'rows'>;

/** Whose the rows are, on which clock, and by what they are known again. */
export function RowsCard({ mapping, columns, faultAt, onChange }: RowsCardProps) {
  const { t } = useLingui();
  const { user } = useSession();
  const reps = useRepWords();
  const key = mapping.key ?? [];
  return (
    <Card title={t`All rows together`}>
      <div className={form.stack}>
        <div className={form.fields}>
          {reps.length === 0 && mapping.rep !== undefined && (
            <TextInput
              label={t`Whose they are, where a row names no rep`}
              dir="ltr"
              value={mapping.rep}
              error={faultAt('/rep')}
              onChange={({ currentTarget: { value } }) =>
                onChange(withMember(mapping, 'rep', value || undefined))
              }
            />
          )}
          {reps.length > 0 && (
            <NativeSelect
              label={t`Whose they are, where a row names no rep`}
              value={mapping.rep ?? ''}
              error={faultAt('/rep')}
              data={[{ value: '', label: t`yours` }, ...offering(reps, mapping.rep)]}
              onChange={({ currentTarget: { value } }) =>
                onChange(withMember(mapping, 'rep', value || undefined))
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
              onChange(withMember(mapping, 'zone', value || undefined))
            }
          />
          <TextInput
            label={t`Name of the mapping`}
            dir="ltr"
            value={mapping.name}
            error={faultAt('/name')}
            onChange={(event) => onChange({ ...mapping, name: event.currentTarget.value })}
          />
          <TextInput
            label={t`What the mapping is for`}
            dir="auto"
            maxLength={500}
            value={mapping.about ?? ''}
            onChange={({ currentTarget: { value } }) =>
              onChange(withMember(mapping, 'about', value || undefined))
            }
          />
        </div>
        <p className={form.hint}>
          <Trans>
            Under this name rows are known again: a file that is imported twice adds nothing, as
            long as the name stays.
          </Trans>
        </p>
        {intoOf(mapping) === 'activities' && (
          <Check
            label={t`The rows are call records: only those of known contacts are kept, found by both numbers`}
            checked={mapping.match === 'numbers'}
            onChange={(isOn) =>
              onChange(withMember(mapping, 'match', isOn ? 'numbers' : undefined))
            }
          />
        )}
        <Check
          label={t`Paceline exported this file: its ids are known here`}
          checked={mapping.exported === true}
          onChange={(isOn) => onChange(withMember(mapping, 'exported', isOn ? true : undefined))}
        />
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
            {[...new Set([...columns, ...key])].map((name) => (
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
