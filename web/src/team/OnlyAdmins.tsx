import { Trans } from '@lingui/react/macro';
import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { hasStatus } from '../api/fault';
import { PageHead } from '../ui';

/** The page, or whom to ask for it. */
export function OnlyAdmins({ of, children }: { of: UseQueryResult<unknown>; children: ReactNode }) {
  if (!hasStatus(of.error, 403)) return children;
  return <PageHead title={<Trans>You cannot see this. Ask an administrator.</Trans>} />;
}
