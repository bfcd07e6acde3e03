import { Trans } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import { Card, CardEmpty } from '../ui';

export function NotFound() {
  return (
    <Card>
      <CardEmpty
        missing={<Trans>There is no page at this address.</Trans>}
        action={
          <Link to="/">
            <Trans>Go to Today</Trans>
          </Link>
        }
      />
    </Card>
  );
}
