import { Trans, useLingui } from '@lingui/react/macro';
import { Card, PageHead, QueryCard } from '../ui';
import { useSession } from '../session/useSession';
import { useRoleWord } from '../session/useRoleWord';
import { CalendarAddressCard } from './CalendarAddressCard';
import css from './form.module.css';
import { LeaveItem } from './LeaveCard';
import { useLeave } from './useCompany';

function OwnLeave() {
  const { t } = useLingui();
  const leave = useLeave('me');
  return (
    <QueryCard
      query={leave}
      title={t`My leave`}
      note={t`Your manager enters it, and your quotas ask for less. Why you are away is kept nowhere.`}
    >
      {({ items }) =>
        items.length === 0 ? (
          <p>
            <Trans>No leave is entered.</Trans>
          </p>
        ) : (
          <ul className={css.list}>
            {items
              .toSorted((a, b) => b.from.localeCompare(a.from))
              .map((each) => (
                <LeaveItem key={each.leave_id} leave={each} />
              ))}
          </ul>
        )
      }
    </QueryCard>
  );
}

function OwnNumbers() {
  const { t } = useLingui();
  const { phones } = useSession().user;
  return (
    <Card
      title={t`My telephone numbers`}
      note={t`By them call records find you. An administrator changes them.`}
    >
      {phones.length === 0 ? (
        <p>
          <Trans>No number is entered: calls that come in by records are not yours yet.</Trans>
        </p>
      ) : (
        <ul className={css.list}>
          {phones.map((phone) => (
            <li key={phone} className={css.item}>
              <bdi dir="ltr" className={css.itemName}>
                {phone}
              </bdi>
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}

/** What the company keeps about whoever looks, as far as it has no page of its own. */
export default function AboutMePage() {
  const { t } = useLingui();
  const roleWord = useRoleWord();
  const { user } = useSession();
  return (
    <>
      <PageHead
        title={t`About me`}
        line={
          <>
            <bdi>{user.name}</bdi> · {roleWord(user.role)} · <bdi dir="ltr">{user.email}</bdi>
          </>
        }
      />
      <div className={css.stack}>
        {user.role === 'rep' && <OwnLeave />}
        <OwnNumbers />
        <CalendarAddressCard />
      </div>
    </>
  );
}
