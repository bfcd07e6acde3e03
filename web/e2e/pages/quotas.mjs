// The list of quotas, and the editor of one and of many.

export class QuotasPage {
  constructor({ page }, { say }) {
    Object.assign(this, { page, say });
    this.dialog = page.getByRole('dialog');
    this.rows = page.locator('main li[data-row]');
  }

  async open() {
    await this.page.goto('/quotas');
    await this.page.getByRole('heading', { level: 1, name: this.say('Quotas') }).waitFor();
  }

  button = (words, values) =>
    this.page.getByRole('button', { name: this.say(words, values), exact: true });

  async openEditor() {
    await this.button('New quota').click();
    await this.dialog.waitFor();
  }

  async fill({ name, amount, period }) {
    await this.dialog.getByRole('textbox').first().fill(name);
    const field = this.say('Amount', {}, 'of a quota');
    await this.dialog.getByRole('textbox', { name: field }).fill(String(amount));
    if (period === undefined) return;
    const word = this.say(period, {}, 'period of a quota');
    await this.dialog.getByRole('button', { name: word, exact: true }).click();
  }

  /** "team/North", "role/rep": by the code that the page gives each. */
  async ask(...subjects) {
    const select = this.dialog.getByRole('combobox');
    for (const code of subjects) await select.selectOption(code);
    await this.dialog.getByRole('table').waitFor();
  }

  async set() {
    await this.dialog.getByRole('button', { name: this.say('Set the quota'), exact: true }).click();
    await this.dialog.waitFor({ state: 'detached' });
  }

  async choose(...names) {
    for (const name of names) {
      await this.page.getByRole('checkbox', { name: this.say('Choose {name}', { name }) }).check();
    }
    await this.button('Change or end them').click();
    await this.dialog.waitFor();
  }

  /** Once the preview names each of them. */
  async changeBy(percent, count) {
    await this.dialog.getByLabel(this.say('By how many percent')).fill(String(percent));
    await this.dialog
      .locator('section li')
      .nth(count - 1)
      .waitFor();
  }
}
