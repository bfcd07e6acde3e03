import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { repsQuery } from '../api/queries';
import type { StandingAsked } from '../api/pipelineCalls';
import { addDays } from '../format';
import { useToday } from '../format/useToday';
import { instantAt } from '../format/wallTime';
import { useMayManage, useSession } from '../session/useSession';
import { useTerritories } from '../pipeline/useOpportunities';
import { type StandingPlace, standingPlace } from './place';

/** Whose standing, of which period and product line, as it was known when, against which quota. */
export function useStandingPlace() {
  const navigate = useNavigate();
  const place = standingPlace(useSearch({ strict: false }));
  const { user, organisation } = useSession();
  const today = useToday();
  const mayChoose = useMayManage();
  const reps = useQuery({ ...repsQuery(), enabled: mayChoose }).data?.items ?? [];
  const teams = new Map<string, string>();
  if (mayChoose && user.team) teams.set(user.team.team_id, user.team.name);
  for (const { team } of reps) if (team) teams.set(team.team_id, team.name);
  const territories = useTerritories().data?.items ?? [];
  const people = [
    ...[...teams].map(([id, name]) => ({ value: `team ${id}`, name })),
    ...reps.map(({ rep_id, name }) => ({ value: `rep ${rep_id}`, name })),
  ];
  const choices = [
    ...(mayChoose ? people : []),
    ...territories
      .filter(({ active }) => active)
      .map(({ territory_id, name }) => ({ value: `territory ${territory_id}`, name })),
  ];
  const onPlace = (part: Partial<Record<keyof StandingPlace, string | undefined>>) => {
    const all = Object.entries({ ...place, ...part }).filter(([, value]) => value);
    void navigate({ to: '/standing', search: Object.fromEntries(all), replace: true });
  };
  const [kind, id] = place.whose?.split(' ') ?? [];
  const past = place.as_of !== undefined && place.as_of < today ? place.as_of : undefined;
  const asked: StandingAsked = {
    ...(kind === 'rep' && id && { rep: id }),
    ...(kind === 'team' && id && { team: id }),
    ...(kind === 'territory' && id && { territory: id }),
    ...(place.line && { product_line: place.line }),
    ...(place.period && { period: place.period }),
    ...(past && { as_of: instantAt(`${addDays(past, 1)}T00:00`, organisation.zone) }),
  };
  return { place, onPlace, asked, choices, today, day: past ?? today };
}

export type Place = ReturnType<typeof useStandingPlace>;
