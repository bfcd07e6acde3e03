const openLog = (page) =>
  page.evaluate(() =>
    window.dispatchEvent(new KeyboardEvent('keydown', { key: 'l', code: 'KeyL' })),
  );

export const shots = [
  { name: 'today' },
  { name: 'sign-in', environment: { MOCK_SIGNED_OUT: '1' } },
  {
    name: 'log',
    async act(page) {
      await openLog(page);
      await page.waitForSelector('[role=combobox]');
      await page.keyboard.type('bri');
      await page.waitForTimeout(400);
    },
  },
  {
    name: 'log-outcome',
    async act(page) {
      await openLog(page);
      await page.waitForSelector('[role=combobox]');
      await page.keyboard.type('bri');
      await page.waitForTimeout(300);
      await page.keyboard.press('Enter');
      await page.waitForTimeout(200);
      await page.keyboard.press('KeyG');
    },
  },
  {
    name: 'saved',
    async act(page) {
      await openLog(page);
      await page.waitForSelector('[role=combobox]');
      await page.keyboard.type('bri');
      await page.keyboard.press('Enter');
      await page.waitForTimeout(200);
      await page.keyboard.press('KeyG');
      await page.keyboard.press('Enter');
      await page.waitForTimeout(700);
    },
  },
  {
    name: 'palette',
    act: async (page) => {
      await page.keyboard.press('Control+k');
      await page.waitForTimeout(300);
      await page.keyboard.type('a');
    },
  },
  { name: 'help', act: (page) => page.keyboard.press('?'), only: ['en', 'ar'] },
  {
    name: 'person',
    act: (page) => page.locator('aside button').last().click(),
    only: ['en', 'dark', 'ar'],
  },
  { name: 'why', act: (page) => page.getByText(/Why this order|لماذا/).click(), only: ['en'] },
  {
    name: 'fast',
    only: ['en'],
    async act(page) {
      await page.waitForTimeout(500);
      await page.keyboard.press('l');
      await page.keyboard.type('bri\nG\n', { delay: 30 });
    },
  },
  {
    name: 'evidence',
    act: async (page) => {
      await page.locator('[data-figure]').first().click();
    },
  },
  {
    name: 'offline',
    only: ['en', 'phone'],
    async act(page) {
      await page.route('**/api/v1/activities', (route) =>
        route.request().method() === 'POST' ? route.abort() : route.continue(),
      );
      await page.context().setOffline(true);
      await openLog(page);
      await page.waitForSelector('[role=combobox]');
      await page.keyboard.type('bri\n');
      await page.waitForTimeout(300);
      await page.keyboard.type('G\n');
      await page.waitForTimeout(300);
    },
  },
  {
    name: 'refused',
    only: ['en'],
    async act(page) {
      await openLog(page);
      await page.waitForSelector('[role=combobox]');
      await page.keyboard.type('bri\n');
      await page.waitForTimeout(300);
      await page.locator('[name=duration]').fill('99999');
      await page.keyboard.press('Enter');
      await page.waitForTimeout(400);
      await page.locator('[role=radio]').nth(5).click();
      await page.locator('[type=submit]').click();
      await page.waitForTimeout(600);
      await page.getByText('Mend').click();
    },
  },
  { name: 'day-off', environment: { MOCK_DAY_OFF: '1' }, only: ['en', 'ar', 'phone'] },
  { name: 'pace', path: '/pace' },
  { name: 'grades', path: '/pace/11' },
  { name: 'stretch', path: '/pace/12', only: ['en', 'ar', 'phone'] },
  {
    name: 'days-table',
    path: '/pace/11',
    only: ['en', 'phone-ar-dark'],
    async act(page) {
      await page.locator('main [aria-haspopup=menu]').first().click();
      await page.waitForTimeout(300);
      await page.getByRole('menuitem').first().click();
    },
  },
  { name: 'team', path: '/team', role: 'manager', only: ['en', 'ar'] },
];
