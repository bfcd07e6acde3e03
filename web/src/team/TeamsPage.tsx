import { Button, NativeSelect, TextInput } from '@mantine/core';
import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import { useState, type SubmitEvent } from 'react';
import { useToday } from '../format/useToday';
import { Card, CardEmpty, PageHead, QueryCard } from '../ui';
import css from './form.module.css';
import { FormEnd } from './FormEnd';
import { OnlyAdmins } from './OnlyAdmins';
import { type Branch, possibleParents, teamTree } from './people';
import tree from './teams.module.css';
import { useApply } from './useApply';
import { useCompany, usePeople } from './useCompany';
import { useFaults } from './useFaults';

interface TeamFormProps {
  /** Null: a new team. */
  team: Branch | null;
  branches: readonly Branch[];
  onDone: () => void;
  onCancel?: () => void;
}

function TeamForm({ team, branches, onDone, onCancel }: TeamFormProps) {
  const { t } = useLingui();
  const [name, setName] = useState(team?.name ?? '');
  const [parent, setParent] = useState(team?.parent ?? '');
  const apply = useApply(() => {
    if (team === null) setName('');
    onDone();
  });
  const faults = useFaults(apply.error);
  const parents = possibleParents(team?.name ?? null, branches);
  const none = { value: '', label: t({ message: 'none', context: 'team above' }) };

  function submit(event: SubmitEvent): void {
    event.preventDefault();
    apply.mutate({ teams: [{ name: name.trim(), ...(parent !== '' && { parent }) }] });
  }

  return (
    <form onSubmit={submit} noValidate>
      <div className={css.fields}>
        {team === null && (
          <TextInput
            label={t`Name of the team`}
            dir="auto"
            autoFocus={branches.length === 0}
            value={name}
            error={faults.at('name')}
            onChange={(event) => setName(event.currentTarget.value)}
          />
        )}
        {parents.length > 0 && (
          <NativeSelect
            label={t`A part of`}
            value={parent}
            data={
              team !== null && team.parent !== null
                ? parents
                : [none, ...parents.map((each) => ({ value: each, label: each }))]
            }
            error={faults.at('parent')}
            onChange={(event) => setParent(event.currentTarget.value)}
          />
        )}
      </div>
      <FormEnd
        does={team === null ? t`Add the team` : t`Save`}
        quiet={team !== null}
        busy={apply.isPending}
        disabled={name.trim() === ''}
        trouble={faults.rest(['name', 'parent'])}
        done={team === null && apply.isSuccess && t`Saved.`}
        onCancel={onCancel}
      />
    </form>
  );
}

function Members({ branch }: { branch: Branch }) {
  if (branch.members.length === 0) {
    return (
      <p className={css.itemLine}>
        <Trans>Nobody is in this team itself.</Trans>
      </p>
    );
  }
  return (
    <ul className={tree.members}>
      {branch.members.map(({ user_id, name, role }) => (
        <li key={user_id}>
          <Link to="/people/$user" params={{ user: user_id }} dir="auto">
            {name}
          </Link>
          {role === 'manager' && (
            <span className={css.itemLine}>
              {' '}
              <Trans context="of a team">manager</Trans>
            </span>
          )}
        </li>
      ))}
    </ul>
  );
}

function Team({ branch, branches }: { branch: Branch; branches: readonly Branch[] }) {
  const { t } = useLingui();
  const [editing, setEditing] = useState(false);
  const { name, members, all } = branch;
  return (
    <li
      className={tree.team}
      style={{ '--depth': branch.depth }}
      data-inside={branch.depth > 0 || undefined}
    >
      <div className={tree.head}>
        <span>
          <b dir="auto">{name}</b>{' '}
          <span className={css.itemLine}>
            <Plural value={members.length} _0="nobody" one="# person" other="# people" />
            {all > members.length && (
              <>
                , <Plural value={all} one="# with its parts" other="# with its parts" />
              </>
            )}
          </span>
        </span>
        {!editing && (
          <Button
            size="xs"
            variant="default"
            aria-label={t`Move the team ${name} in the tree`}
            onClick={() => setEditing(true)}
          >
            <Trans context="a team in the tree">Move</Trans>
          </Button>
        )}
      </div>
      {editing ? (
        <TeamForm
          team={branch}
          branches={branches}
          onDone={() => setEditing(false)}
          onCancel={() => setEditing(false)}
        />
      ) : (
        <Members branch={branch} />
      )}
    </li>
  );
}

/** Who belongs where: teams in a tree with their people of today. */
export default function TeamsPage() {
  const { t } = useLingui();
  const today = useToday();
  const company = useCompany();
  const people = usePeople().data?.items ?? [];
  const branches = teamTree(company.data?.teams ?? [], people, today);
  const loose = people.filter(
    ({ team, role, active }) => active && team === null && role === 'rep',
  );
  return (
    <OnlyAdmins of={company}>
      <PageHead
        title={<Trans>Teams</Trans>}
        line={<Trans>A team sees itself together; a team above sees all of its parts.</Trans>}
      />
      <div className={css.columns}>
        <div className={css.column}>
          <QueryCard query={company} label={t`Teams`} shapes={[40, 40]}>
            {() =>
              branches.length === 0 ? (
                <CardEmpty
                  missing={t`There is no team yet.`}
                  then={t`Add one, then give each person a team on the page of people.`}
                />
              ) : (
                <ul>
                  {branches.map((branch) => (
                    <Team key={branch.name} branch={branch} branches={branches} />
                  ))}
                </ul>
              )
            }
          </QueryCard>
        </div>
        <div className={css.column}>
          {company.data && (
            <Card title={t`A new team`}>
              <TeamForm team={null} branches={branches} onDone={() => undefined} />
            </Card>
          )}
          {loose.length > 0 && (
            <Card title={t`In no team`}>
              <ul className={tree.members}>
                {loose.map(({ user_id, name }) => (
                  <li key={user_id}>
                    <Link to="/people/$user" params={{ user: user_id }} dir="auto">
                      {name}
                    </Link>
                  </li>
                ))}
              </ul>
            </Card>
          )}
        </div>
      </div>
    </OnlyAdmins>
  );
}
