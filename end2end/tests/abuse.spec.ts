// While machines press on an event: browsers prove work unseen, others get a code by mail.

import { createHash } from 'node:crypto';
import { expect, test } from '../support/fixtures';
import { OPEN } from '../support/form';
import type { House } from '../support/house';

/** Starts the house anew, asking for proofs always, or never. */
async function asking(house: House, when = 'never'): Promise<void> {
  house.more = when === 'never' ? {} : { CONCORD_PROOF_OF_WORK: when };
  await house.stop();
  await house.start();
}

test('who registers proves work, or types a code', async ({ page, house, form, language, script, audit }) => {
  await asking(house, 'always');
  try {
    const amina = house.person('Amina');
    await form.open(language);
    await form.fill(amina, [{ name: amina.name }]);
    await form.submit.click();
    if (!script) {
      await expect(form.problems).toBeVisible();
      await expect(form.email).toHaveValue(amina.email);
      const mail = await house.inbox.mail(amina.email);
      const code = /^\d{4} \d{4}$/m.exec(mail.parsed.text!)![0];
      await page.locator('#code').fill('1111 1111');
      await form.submit.click();
      await expect(page.locator('#code-error')).toBeVisible();
      await audit();
      await page.locator('#code').fill(code);
      await form.submit.click();
    }
    await expect(page).toHaveURL(/\/registrations\//);
  } finally {
    await asking(house);
  }
});

test('a program proves work, and no proof works twice', async ({ house, script }) => {
  test.skip(!script, 'no browser is needed: once is enough');
  await asking(house, 'always');
  try {
    const event = await (await fetch(`${house.url}/api/v1/events/${OPEN}`)).json();
    const date = event.dates.find((date: { registration: { open: boolean } }) => date.registration.open);
    const person = house.person('Chen');
    const register = async (key: string, proof = '') => {
      const answer = await fetch(`${house.url}/api/v1/events/${OPEN}/registrations`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'idempotency-key': key, 'registration-proof': proof },
        body: JSON.stringify({
          date: date.starts,
          contact: person,
          attendees: [{ name: person.name, ticket: event.tickets[0].code }],
        }),
      });
      return { status: answer.status, value: await answer.json() };
    };
    const keys = ['a-key-of-one-program', 'a-key-of-the-same-one'];
    const asked = await register(keys[0]);
    expect([asked.status, asked.value.code]).toEqual([403, 'proof-required']);
    const { algorithm, challenge, maxnumber, salt, signature } = asked.value.challenge;
    let number = 0;
    while (createHash('sha256').update(salt + number).digest('hex') !== challenge && number < maxnumber) number++;
    const proof = btoa(JSON.stringify({ algorithm, challenge, number, salt, signature }));
    expect((await register(keys[1], proof)).status).toBe(403);
    expect((await register(keys[0], proof)).status).toBe(201);
  } finally {
    await asking(house);
  }
});

test('who lost the link gets it by mail, and nobody learns who registered', async ({
  page, house, form, language, audit,
}) => {
  const leila = house.person('Leila');
  await form.open(language);
  await form.fill(leila, [{ name: leila.name }]);
  await form.submit.click();
  await expect(page).toHaveURL(/\/registrations\//);
  await house.inbox.mail(leila.email);

  const stranger = house.person('Stranger');
  for (const { email } of [stranger, leila]) {
    await page.goto(`/${language}/registrations`);
    await audit();
    await page.locator('#email').fill(email);
    await page.locator('form[action="/api/lost-links"] button').click();
    await expect(page).toHaveURL(/\/registrations\?sent=1$/);
  }
  const mail = await house.inbox.mail(leila.email, 2);
  const link = /https?:\S+\/registrations\/[\w-]{43}/.exec(mail.parsed.text!)![0];
  await page.goto(`${link}/data`);
  await audit();
  await expect(page.locator('main')).toContainText(leila.email);
  const file = await (await fetch(`${link}/data.json`)).json();
  expect(file.contact_email).toBe(leila.email);
});
