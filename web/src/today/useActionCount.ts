import { useActions } from './useActions';

/** Null while it is not known, and when nothing is due. */
export function useActionCount(): number | null {
  const { list } = useActions();
  return list?.due ? list.actions.length : null;
}
