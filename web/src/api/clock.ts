let offset = 0;

/** Follows the server's clock, so that a wrong device clock cannot place an activity in the future. */
export function followServerClock(dateHeader: string | null): void {
  const server = dateHeader === null ? Number.NaN : Date.parse(dateHeader);
  if (!Number.isNaN(server)) offset = server - Date.now();
}

export function now(): Date {
  return new Date(Date.now() + offset);
}
