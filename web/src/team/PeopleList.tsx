import { Trans } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import type { Person } from '../api/setUpTypes';
import type { Day } from '../api/types';
import { useFormat } from '../format';
import { useRoleWord } from '../session/useRoleWord';
import { Avatar, Chip } from '../ui';
import { peopleInOrder, standingOf } from './people';
import css from './people.module.css';
import { useStandingWord } from './useStandingWord';

function Row({ person, today }: { person: Person; today: Day }) {
  const roleWord = useRoleWord();
  const standingWord = useStandingWord();
  const { date } = useFormat();
  const standing = standingOf(person, today);
  const seen = person.last_sign_in ? date.dayTime(person.last_sign_in) : '–';
  return (
    <li className={css.row} data-row tabIndex={-1}>
      <span className={css.who}>
        <Avatar name={person.name} />
        <span className={css.words}>
          <Link
            to="/people/$user"
            params={{ user: person.user_id }}
            dir="auto"
            className={css.name}
            title={person.name}
            data-primary
          >
            {person.name}
          </Link>
          <bdi dir="ltr" className={css.email} title={person.email}>
            {person.email}
          </bdi>
        </span>
      </span>
      <span className={`${css.cell} ${css.role}`}>{roleWord(person.role)}</span>
      <span dir="auto" className={`${css.cell} ${css.team}`} title={person.team?.name}>
        {person.team?.name ?? '–'}
      </span>
      <span className={`${css.cell} ${css.seen}`}>{seen}</span>
      <span>
        {standing === 'active' ? (
          <Chip>{standingWord(standing)}</Chip>
        ) : (
          <Chip outline>{standingWord(standing)}</Chip>
        )}
      </span>
    </li>
  );
}

export function PeopleList({ people, today }: { people: readonly Person[]; today: Day }) {
  return (
    <>
      <div className={css.head} aria-hidden>
        <span>
          <Trans context="of a person">Name</Trans>
        </span>
        <span className={css.role}>
          <Trans>Role</Trans>
        </span>
        <span className={css.team}>
          <Trans>Team</Trans>
        </span>
        <span className={css.seen}>
          <Trans>Last signed in</Trans>
        </span>
        <span>
          <Trans>State</Trans>
        </span>
      </div>
      <ul>
        {peopleInOrder(people, today).map((person) => (
          <Row key={person.user_id} person={person} today={today} />
        ))}
      </ul>
    </>
  );
}
