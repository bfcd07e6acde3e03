import { Button } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { quotasQuery } from '../../api/queries';
import type { Quota } from '../../api/types';
import { useMayManage } from '../../session/useSession';
import { ExportLinks, PageHead, QueryCard } from '../../ui';
import { Definitions } from './Definitions';
import css from './editor.module.css';
import { EditorDialog } from './EditorDialog';
import { OwnQuotas } from './OwnQuotas';
import { Proposals } from './Proposals';
import { Templates } from './Templates';

/** What is asked of whom, and who agreed. */
export default function QuotasPage() {
  const { t } = useLingui();
  const manages = useMayManage();
  const quotas = useQuery(quotasQuery());
  const [edited, edit] = useState<Quota | 'new' | null>(null);
  if (!manages) return <OwnQuotas />;
  const none = quotas.data?.items.length === 0;
  return (
    <>
      <PageHead
        title={t`Quotas`}
        line={t`What is asked of whom, from which day on, and who agreed.`}
        end={
          <Button size="xs" onClick={() => edit('new')}>
            <Trans>New quota</Trans>
          </Button>
        }
      />
      <div className={css.cards}>
        <Proposals />
        {none ? (
          <Templates onOwn={() => edit('new')} />
        ) : (
          <QueryCard query={quotas} label={t`Quotas`} flush shapes={[48, 48, 48]}>
            {({ items }) => <Definitions quotas={items} onEdit={edit} />}
          </QueryCard>
        )}
      </div>
      {!none && <ExportLinks table="quotas" />}
      {edited !== null && <EditorDialog quota={edited} onClose={() => edit(null)} />}
    </>
  );
}
