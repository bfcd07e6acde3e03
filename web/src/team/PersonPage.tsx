import { Trans, useLingui } from '@lingui/react/macro';
import { Link, useParams } from '@tanstack/react-router';
import { useToday } from '../format/useToday';
import { useRoleWord } from '../session/useRoleWord';
import { Card, CardEmpty, CardError, CardLoading, PageHead } from '../ui';
import { DepartureCard } from './DepartureCard';
import css from './form.module.css';
import { HoursCard } from './HoursCard';
import { InviteCard } from './InviteCard';
import { LeaveCard } from './LeaveCard';
import { MoveCard } from './MoveCard';
import { OnlyAdmins } from './OnlyAdmins';
import { standingOf } from './people';
import { PersonCard } from './PersonCard';
import { useCompany, usePeople } from './useCompany';

function useShownPerson() {
  const { user } = useParams({ strict: false });
  const people = usePeople();
  const company = useCompany();
  const person = people.data?.items.find(({ user_id }) => user_id === user);
  const known = company.data?.users?.find(({ email }) => email === person?.email);
  return { people, company, person, known };
}

function Waiting({ shown }: { shown: ReturnType<typeof useShownPerson> }) {
  const { t } = useLingui();
  const { people, company } = shown;
  const failed = people.isError ? people : company.isError ? company : null;
  const loaded = people.isSuccess && company.isSuccess;
  return (
    <Card label={t`Person`}>
      {failed && <CardError onRetry={() => void failed.refetch()} />}
      {!failed && !loaded && <CardLoading shapes={[40, 40, 40]} />}
      {!failed && loaded && (
        <CardEmpty
          missing={<Trans>There is nobody at this address.</Trans>}
          action={
            <Link to="/people">
              <Trans>All people</Trans>
            </Link>
          }
        />
      )}
    </Card>
  );
}

/** Everything about one person that an administrator keeps. */
export default function PersonPage() {
  const roleWord = useRoleWord();
  const shown = useShownPerson();
  const today = useToday();
  const { people, company, person, known } = shown;
  const all = people.data?.items ?? [];
  if (!person || !known || !company.data) {
    return (
      <OnlyAdmins of={people}>
        <Waiting shown={shown} />
      </OnlyAdmins>
    );
  }
  const isRep = person.role === 'rep';
  const isHere = standingOf(person, today) !== 'left';
  return (
    <>
      <PageHead
        title={person.name}
        line={
          <>
            {roleWord(person.role)} · <bdi dir="ltr">{person.email}</bdi>
          </>
        }
        end={
          <Link to="/people">
            <Trans>All people</Trans>
          </Link>
        }
      />
      <div className={css.columns} key={person.user_id}>
        <div className={css.column}>
          <PersonCard company={company.data} known={known} />
          {isHere && <MoveCard person={person} known={known} company={company.data} people={all} />}
          {isRep && isHere && (
            <HoursCard
              person={person}
              company={company.data}
              calendar={known.calendar ?? company.data.calendars?.[0]?.name ?? ''}
            />
          )}
        </div>
        <div className={css.column}>
          {isHere && <InviteCard person={person} />}
          {isRep && <LeaveCard rep={person.user_id} />}
          <DepartureCard person={person} people={all} />
        </div>
      </div>
    </>
  );
}
