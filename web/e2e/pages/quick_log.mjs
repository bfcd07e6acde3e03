export class QuickLog {
  constructor({ page, keys }, { say }) {
    Object.assign(this, { page, keys });
    this.dialog = page.locator('[role="dialog"][aria-modal="true"]');
    this.who = page.getByRole('combobox', { name: say('Who'), exact: true });
    this.outcomes = page.getByRole('radiogroup', { name: say('Outcome'), exact: true });
    this.chosen = this.dialog.locator('b bdi').first();
    this.agreed = say('G', {}, 'key for agreed');
  }

  /** L, three letters, Enter, the letter of "agreed", Enter: as fast as a quick typist, without looking. */
  async logAgreedCall(letters) {
    await this.keys.shortcut('l');
    await this.keys.pause();
    await this.keys.type(letters);
    await this.keys.press('Enter');
    await this.keys.pause();
    await this.keys.sign(this.agreed);
    await this.keys.pause();
    await this.keys.press('Enter');
  }
}
