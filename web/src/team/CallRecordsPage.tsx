import { Trans, useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { settingsQuery } from '../api/queries';
import { PageHead, QueryCard } from '../ui';
import css from './form.module.css';
import { NumbersCard } from './NumbersCard';
import { OnlyAdmins } from './OnlyAdmins';
import { WebhooksCard } from './WebhooksCard';

/** Where calls come from by themselves: how numbers are read, and which switchboards deliver. */
export default function CallRecordsPage() {
  const { t } = useLingui();
  const query = useQuery(settingsQuery());
  return (
    <OnlyAdmins of={query}>
      <PageHead
        title={t`Call records`}
        line={
          <Trans>
            Calls that a switchboard tells of become activities of the contacts whose numbers they
            have. A rep’s own numbers stand on the page of the person.
          </Trans>
        }
      />
      <div className={css.stack}>
        {query.data ? (
          <NumbersCard settings={query.data} />
        ) : (
          <QueryCard query={query} label={t`Telephone numbers`}>
            {() => null}
          </QueryCard>
        )}
        <WebhooksCard />
      </div>
    </OnlyAdmins>
  );
}
