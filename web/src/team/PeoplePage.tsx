import { Button, TextInput } from '@mantine/core';
import { plural } from '@lingui/core/macro';
import { Trans, useLingui } from '@lingui/react/macro';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import type { Person } from '../api/setUpTypes';
import { useToday } from '../format/useToday';
import { ExportLinks, PageHead, QueryCard } from '../ui';
import { AddPeople } from './AddPeople';
import { OnlyAdmins } from './OnlyAdmins';
import { standingOf } from './people';
import css from './people.module.css';
import { PeopleList } from './PeopleList';
import { useCompany, usePeople } from './useCompany';

const searched_from = 12;

function Line({ people }: { people: readonly Person[] }) {
  const { t } = useLingui();
  const today = useToday();
  const here = people.filter((person) => standingOf(person, today) !== 'left');
  const waiting = here.filter((person) => standingOf(person, today) === 'invited').length;
  const count = t`${plural(here.length, { one: '# person', other: '# people' })}`;
  if (waiting === 0) return count;
  const rest = t`${plural(waiting, {
    one: '# has no password yet: open the person and make an invitation',
    other: '# have no password yet: open each and make an invitation',
  })}`;
  return `${count}. ${rest}.`;
}

const fits = ({ name, email, team }: Person, text: string) =>
  `${name} ${email} ${team?.name ?? ''}`.toLocaleLowerCase().includes(text);

/** Who is here, and who is to be. */
export default function PeoplePage() {
  const { t } = useLingui();
  const people = usePeople();
  const company = useCompany();
  const today = useToday();
  const [adding, setAdding] = useState(false);
  const [text, setText] = useState('');
  const all = people.data?.items;
  const first = all !== undefined && all.length <= 1;
  return (
    <OnlyAdmins of={people}>
      <PageHead
        title={<Trans>People</Trans>}
        line={all && <Line people={all} />}
        end={
          !adding &&
          !first && (
            <Button
              leftSection={<IconPlus size={16} stroke={2} aria-hidden />}
              onClick={() => setAdding(true)}
            >
              <Trans>Add people</Trans>
            </Button>
          )
        }
      />
      {(adding || first) && company.data && (
        <div className={css.above}>
          <AddPeople company={company.data} onDone={first ? undefined : () => setAdding(false)} />
        </div>
      )}
      {all && all.length > searched_from && (
        <TextInput
          className={css.above}
          aria-label={t`Find a person`}
          placeholder={t`Name, address or team`}
          dir="auto"
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
        />
      )}
      <QueryCard query={people} label={t`People`} flush shapes={[40, 40, 40]}>
        {({ items }) => (
          <PeopleList
            people={items.filter((person) => fits(person, text.trim().toLocaleLowerCase()))}
            today={today}
          />
        )}
      </QueryCard>
      <ExportLinks table="users" />
    </OnlyAdmins>
  );
}
