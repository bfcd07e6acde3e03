// The pages on which a company is set up: working time, teams, people, one person.

export class SetUpPages {
  constructor({ page }, { say }) {
    Object.assign(this, { page, say });
  }

  button = (words, values, context) =>
    this.page.getByRole('button', { name: this.say(words, values, context), exact: true });

  field = (words, values, context) =>
    this.page.getByLabel(this.say(words, values, context), { exact: true });

  card = (words) => this.page.getByRole('region', { name: this.say(words), exact: true });

  async open(path, title) {
    await this.page.goto(path);
    await this.page.getByRole('heading', { level: 1, name: this.say(title) }).waitFor();
  }

  async addCalendar(country) {
    await this.button('Add a calendar').click();
    await this.field('Public holidays of').selectOption(country);
    await this.button('Add the calendar').click();
    await this.button('Add a calendar').waitFor();
  }

  async addRamp(name) {
    await this.button('Add a ramp').click();
    await this.field('Name of the ramp').fill(name);
    await this.button('Add the ramp').click();
    await this.page.getByText(name, { exact: true }).waitFor();
  }

  async addTeam(name) {
    await this.field('Name of the team').fill(name);
    await this.page.keyboard.press('Enter');
    await this.page.locator('main li b').filter({ hasText: name }).waitFor();
  }

  /** As a list that is pasted. */
  async addPeople(people, { team, calendar }) {
    await this.button('Several at once').click();
    await this.field('One person a line: name, e-mail address').fill(
      people.map(({ name, email }) => `${name}, ${email}`).join('\n'),
    );
    await this.field('Team').selectOption(team);
    await this.field('Working calendar').selectOption(calendar);
    await this.page.locator('main form button[type="submit"]').click();
    await this.page.getByRole('link', { name: people.at(-1).name, exact: true }).waitFor();
  }

  async openPerson(name) {
    await this.open('/people', 'People');
    await this.page.getByRole('link', { name, exact: true }).click();
    await this.page.getByRole('heading', { level: 1, name }).waitFor();
  }

  async setHours(hours) {
    const card = this.card('Hours');
    await this.button('Other hours from a day on').click();
    const fields = card.locator('fieldset input');
    for (const [index, text] of hours.entries()) await fields.nth(index).fill(text);
    await this.button('Set these hours').click();
    await card.getByText(this.say('Saved.')).waitFor();
  }

  async enterLeave(from, to) {
    const card = this.card('Leave');
    await this.button('Enter a leave').click();
    await this.field('First day away').fill(from);
    await this.field('Last day away').fill(to);
    await this.button('Enter', {}, 'button, a leave').click();
    await card.getByRole('status').first().waitFor();
  }

  async setRamp(name, from) {
    await this.field('Ramp').selectOption(name);
    await this.field('Ramp begins').fill(from);
    await this.card('Person').locator('button[type="submit"]').click();
    await this.card('Person').getByText(this.say('Saved.')).waitFor();
  }

  /** The link that is shown once. */
  async invite() {
    await this.button('Make an invitation').click();
    return this.field('The link, shown only now').inputValue();
  }
}
