import { useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import {
  IconAddressBook,
  IconBuilding,
  IconLayoutKanban,
  IconUser,
  type Icon,
} from '@tabler/icons-react';
import { repsQuery } from '../api/queries';
import { folded, matches } from '../contact/match';
import { useFoundContacts } from '../contact/useFoundContacts';
import { useFoundNames } from '../pipeline/useFoundNames';
import { useMayManage, useSession } from '../session/useSession';
import { pagesFor } from './pages';

export interface Place {
  id: string;
  icon: Icon;
  name: string;
  line: string;
  open: () => void;
}

const shown_reps = 5;

/** Pages first, then reps, contacts, accounts and opportunities: each opens its page. */
export function useFoundPlaces(typed: string): Place[] {
  const { i18n, t } = useLingui();
  const navigate = useNavigate();
  const mayManage = useMayManage();
  const { role } = useSession().user;
  const { contacts } = useFoundContacts(typed);
  const names = useFoundNames(typed);
  const reps = useQuery({ ...repsQuery(), enabled: mayManage }).data?.items ?? [];
  const asked = folded(typed);

  const pages = pagesFor(role).map(({ to, name, icon }) => ({
    id: to,
    icon,
    name: i18n._(name),
    line: t`page`,
    open: () => void navigate({ to }),
  }));
  const people = reps.map(({ rep_id, name, team }) => ({
    id: `rep ${rep_id}`,
    icon: IconUser,
    name,
    line: team === null ? t`pace` : t`pace, ${team.name}`,
    open: () => void navigate({ to: '/pace', search: { rep: rep_id } }),
  }));
  const known = contacts.map((contact) => ({
    id: `contact ${contact.contact_id}`,
    icon: IconAddressBook,
    name: contact.name,
    line: contact.account_name === null ? t`contact` : t`contact, ${contact.account_name}`,
    open: () =>
      void navigate({ to: '/contacts/$contact', params: { contact: contact.contact_id } }),
  }));
  const accounts = names.flatMap(({ kind, account_id, name }) =>
    kind !== 'account' || account_id === null
      ? []
      : {
          id: `account ${account_id}`,
          icon: IconBuilding,
          name,
          line: t`account`,
          open: () => void navigate({ to: '/accounts/$account', params: { account: account_id } }),
        },
  );
  const opportunities = names.flatMap(({ opportunity_id, name, account_name }) =>
    opportunity_id === null
      ? []
      : {
          id: `opportunity ${opportunity_id}`,
          icon: IconLayoutKanban,
          name,
          line: account_name === null ? t`opportunity` : t`opportunity, ${account_name}`,
          open: () =>
            void navigate({
              to: '/pipeline/$opportunity',
              params: { opportunity: opportunity_id },
            }),
        },
  );
  const begins = (place: Place) =>
    matches({ name: place.name, account_name: null, phone: null }, asked);
  return [
    ...pages.filter(begins),
    ...(asked === '' ? [] : people.filter(begins).slice(0, shown_reps)),
    ...(asked === '' ? [] : known),
    ...accounts,
    ...opportunities,
  ];
}
