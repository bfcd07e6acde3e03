import { ActionIcon, NativeSelect, TextInput } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { IconX } from '@tabler/icons-react';
import { repsQuery } from '../../api/queries';
import type { Rep } from '../../api/types';
import { useSession } from '../../session/useSession';
import { type FieldsProps, sameSubject, type Subject } from './draft';
import css from './editor.module.css';
import { subjectWord } from './words';

const subject = (kind: Subject['kind'], name: string, email: string | null = null): Subject => ({
  kind,
  name,
  email,
  amount: '',
});

const codeOf = ({ kind, name, email }: Subject) => `${kind}/${email ?? name}`;

/** Teams, each rep by themself, teams as one, roles: in groups. */
function useSubjects(reps: readonly Rep[]): { group: string; items: Subject[] }[] {
  const { t } = useLingui();
  const { user } = useSession();
  const teams = [...new Set(reps.flatMap(({ team }) => (team ? [team.name] : [])))].sort();
  const everybody = user.role === 'manager' ? [] : [subject('role', 'rep')];
  return [
    { group: t`Each rep of`, items: [...everybody, ...teams.map((name) => subject('team', name))] },
    { group: t`A team as one number`, items: teams.map((name) => subject('team_together', name)) },
    { group: t`Single reps`, items: reps.map(({ name, email }) => subject('rep', name, email)) },
  ];
}

function Row({
  of,
  onAmount,
  onRemove,
}: {
  of: Subject;
  onAmount: (amount: string) => void;
  onRemove: () => void;
}) {
  const { t, i18n } = useLingui();
  const word = subjectWord(of);
  const name = typeof word === 'string' ? word : i18n._(word);
  return (
    <li className={css.subject}>
      <bdi>{name}</bdi>
      <TextInput
        size="xs"
        inputMode="numeric"
        aria-label={t`Own amount of ${name}`}
        placeholder={t`as above`}
        value={of.amount}
        onChange={(event) => onAmount(event.currentTarget.value)}
      />
      <ActionIcon variant="default" aria-label={t`Do not ask ${name}`} onClick={onRemove}>
        <IconX size={16} stroke={1.8} aria-hidden />
      </ActionIcon>
    </li>
  );
}

/** Whom it asks; of several that are about one person the most special decides the amount. */
export function SubjectFields({ draft, onChange }: FieldsProps) {
  const { t, i18n } = useLingui();
  const reps = useQuery(repsQuery()).data?.items ?? [];
  const groups = useSubjects(reps);
  const { subjects } = draft;
  const add = (code: string) => {
    const found = groups.flatMap(({ items }) => items).find((each) => codeOf(each) === code);
    if (found && !subjects.some((each) => sameSubject(each, found))) {
      onChange({ subjects: [...subjects, found] });
    }
  };
  return (
    <div className={css.choice}>
      <span className={css.label}>
        <Trans>Who is asked</Trans>
      </span>
      <ul className={css.subjects}>
        {subjects.map((each) => (
          <Row
            key={codeOf(each)}
            of={each}
            onAmount={(amount) =>
              onChange({
                subjects: subjects.map((other) => (other === each ? { ...other, amount } : other)),
              })
            }
            onRemove={() => onChange({ subjects: subjects.filter((other) => other !== each) })}
          />
        ))}
      </ul>
      <NativeSelect
        aria-label={t`Add who is asked`}
        value=""
        onChange={(event) => add(event.currentTarget.value)}
        data={[
          { value: '', label: t`Add a team or a rep` },
          ...groups
            .filter(({ items }) => items.length > 0)
            .map(({ group, items }) => ({
              group,
              items: items.map((each) => {
                const word = subjectWord(each);
                return {
                  value: codeOf(each),
                  label: typeof word === 'string' ? word : i18n._(word),
                };
              }),
            })),
        ]}
      />
    </div>
  );
}
