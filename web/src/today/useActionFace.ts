import { useLingui } from '@lingui/react/macro';
import { IconMail, IconPencil, IconPhone, type Icon } from '@tabler/icons-react';
import { kindLabel, kindTitle } from '../kind/kinds';
import { kindNamed, useKinds } from '../kind/useKinds';
import type { LogStart } from '../activity/openLog';
import { listOf } from '../format';
import type { Action } from './actions';
import { quotaTitle } from './quotaTitle';

export interface ActionFace {
  title: string;
  button: string;
  icon: Icon;
  log: LogStart;
}

const icons: Record<string, Icon> = { call: IconPhone, email: IconMail };

/** The title starts with a verb and names the person; the button does it. */
export function useActionFace(): (action: Action) => ActionFace {
  const { i18n, t } = useLingui();
  const kinds = useKinds();
  return (action) => {
    if (action.do === 'quota') {
      const kind = action.pace.rule.kinds[0] ?? 'call';
      return {
        title: quotaTitle(action.pace, action.n, i18n),
        button: kindTitle(kindNamed(kinds, kind), i18n),
        icon: icons[kind] ?? IconPencil,
        log: { kind },
      };
    }
    const { contact } = action;
    const writes = contact.phone === null && contact.email !== null;
    const who = listOf([contact.name, contact.account_name ?? ''].filter(Boolean), i18n);
    const kind = writes ? 'email' : 'call';
    return {
      title: writes ? t`Write to ${who}` : t`Call ${who}`,
      button: kindLabel(kindNamed(kinds, kind), i18n),
      icon: icons[kind] ?? IconPencil,
      log: { contact, kind },
    };
  };
}
