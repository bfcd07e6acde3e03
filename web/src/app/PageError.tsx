import { useRouter, type ErrorComponentProps } from '@tanstack/react-router';
import { Card, CardError } from '../ui';

export function PageError({ reset }: ErrorComponentProps) {
  const router = useRouter();
  return (
    <Card>
      <CardError
        onRetry={() => {
          reset();
          void router.invalidate();
        }}
      />
    </Card>
  );
}
