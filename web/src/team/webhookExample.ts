/** How a program signs a delivery, as a command that can be tried (docs/call_records.md). */
export function webhookExample(origin: string, webhook: string, source: string): string {
  const record = {
    external_id: '96aa82fe',
    began_at: '2026-03-09T10:00:40+02:00',
    from: '101',
    to: '+359 2 123 4567',
    duration_s: 90,
  };
  // The body stands between single quotes: one of its own would end it.
  const body = JSON.stringify({ source, items: [record] }).replaceAll("'", String.raw`'\''`);
  return [
    `body='${body}'`,
    'now=$(date +%s)',
    `signature=$(printf '%s.%s' "$now" "$body" | openssl dgst -sha256 -hmac "$SECRET" | sed 's/.*= //')`,
    `curl ${origin}/api/v1/call-records -H 'Content-Type: application/json' \\`,
    `  -H 'X-Paceline-Webhook: ${webhook}' -H "X-Paceline-Timestamp: $now" \\`,
    `  -H "X-Paceline-Signature: sha256=$signature" -d "$body"`,
  ].join('\n');
}
