import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { LeadsToAsked } from '../api/calls';
import { repsQuery } from '../api/queries';
import { useToday } from '../format/useToday';
import { useMayManage, useSession } from '../session/useSession';
import { spanOf } from './leads';

export interface WhoseLeads {
  value: string;
  name: string;
}

/** Whose activities, which days, and how long something may take to follow. */
export function useLeadsPlace() {
  const { user } = useSession();
  const mayChoose = useMayManage();
  const today = useToday();
  const reps = useQuery({ ...repsQuery(), enabled: mayChoose }).data?.items ?? [];
  const [chosen, setChosen] = useState<string>();
  const [days, setDays] = useState<number>(28);
  const [within, setWithin] = useState<number>(14);

  const teams = new Map<string, string>();
  if (mayChoose && user.team) teams.set(user.team.team_id, user.team.name);
  for (const { team } of mayChoose ? reps : []) if (team) teams.set(team.team_id, team.name);
  const choices: WhoseLeads[] = mayChoose
    ? [
        ...[...teams].map(([id, name]) => ({ value: `team ${id}`, name })),
        ...reps.map(({ rep_id, name }) => ({ value: `rep ${rep_id}`, name })),
      ]
    : [];
  const whose = chosen ?? choices[0]?.value ?? 'rep me';
  const id = whose.slice(whose.indexOf(' ') + 1);
  const asked: LeadsToAsked = {
    ...(whose.startsWith('team ') ? { team: id } : { rep: id }),
    ...spanOf(today, days),
    within_days: within,
  };
  return { asked, choices, whose, setChosen, days, setDays, within, setWithin };
}

export type LeadsPlace = ReturnType<typeof useLeadsPlace>;
