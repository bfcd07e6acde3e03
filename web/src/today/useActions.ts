import { useQuery } from '@tanstack/react-query';
import { paceOfRepQuery, signalsQuery, waitingQuery } from '../api/queries';
import { actionsOf, type ActionList } from './actions';
import { useToday } from '../format/useToday';
import { useVerdicts } from '../quota/useVerdicts';
import { useSession } from '../session/useSession';

export interface TodayActions {
  list: ActionList | undefined;
  failed: boolean;
  retry: () => void;
}

export function useActions(): TodayActions {
  const me = useSession().user.user_id;
  const contacts = useQuery(waitingQuery());
  const signals = useQuery(signalsQuery('me'));
  const pace = useQuery(paceOfRepQuery('me'));
  const { countedToday } = useVerdicts(useToday());
  const queries = [contacts, signals, pace];
  const list =
    contacts.data &&
    signals.data &&
    pace.data &&
    actionsOf({
      me,
      contacts: contacts.data.items,
      signals: signals.data.items,
      pace: pace.data.items,
      countedToday,
    });
  return {
    list,
    failed: list === undefined && queries.some(({ isError }) => isError),
    retry: () => queries.filter(({ isError }) => isError).forEach((query) => void query.refetch()),
  };
}
