import { expect, test } from 'vitest';
import { exportPath } from './ExportLinks';

test('what the screen asks by is in the address, what is undefined is not', () => {
  expect(exportPath('reports', 'csv', { rep: undefined, quota: 'a b', from: '' })).toBe(
    '/api/v1/export/reports?format=csv&quota=a+b',
  );
  expect(exportPath('quotas', 'xlsx')).toBe('/api/v1/export/quotas?format=xlsx');
});
