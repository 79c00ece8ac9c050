// What happens to a mail when the program, or the mail server, fails at the worst moment.

import { tell } from '../support/database';
import { expect, http as base } from '../support/fixtures';
import { register } from '../support/form';
import { House } from '../support/house';

/** A house for one test alone: it is killed in it. */
const test = base.extend<{ own: House }>({
  own: async ({}, use) => {
    const house = await House.open();
    await use(house);
    await house.close();
  },
});
test.describe.configure({ timeout: 60_000 });

/** Ends the lease on mails under way, instead of waiting five minutes for it. */
async function endLease(house: House): Promise<void> {
  const [[count]] = await tell(house.folder, ["select count(*) from outbox where status = 'sending'"]);
  expect(count, 'a mail under way').toBe(1);
  await tell(house.folder, ["update outbox set lease_until = 1 where status = 'sending'"]);
}

test('a mail whose sender was killed before it was given away arrives once', async ({ request, own }) => {
  const yusuf = own.person('Yusuf');
  const gate = own.inbox.hold('recipient');
  await register(request, own, yusuf, [{ name: yusuf.name, ticket: 'player' }]);
  await gate.reached;
  expect(await own.stop('SIGKILL')).toBe('SIGKILL');
  gate.open();
  await endLease(own);
  await own.start();
  await own.inbox.mail(yusuf.email);
  await expect.poll(() => sent(own)).toBe(1);
  expect(own.inbox.to(yusuf.email)).toHaveLength(1);
});

test('a mail whose sender was killed before it heard of the acceptance is recognised by its id', async ({ request, own }) => {
  const amara = own.person('Amara');
  const gate = own.inbox.hold('end');
  await register(request, own, amara, [{ name: amara.name, ticket: 'player' }]);
  await gate.reached;
  await own.stop('SIGKILL');
  gate.open();
  await endLease(own);
  await own.start();
  await own.inbox.mail(amara.email, 2);
  await expect.poll(() => sent(own)).toBe(1);
  const [first, second, ...more] = own.inbox.to(amara.email);
  expect(more).toEqual([]);
  expect(second.parsed.messageId).toBe(first.parsed.messageId);
  expect(second.parsed.text).toBe(first.parsed.text);
});

/** How many mails of the outbox are done, as the probe for the oldest one would tell. */
async function sent(house: House): Promise<number> {
  return house.log.split('\n').filter((line) => line.includes('"mail sent"')).length;
}

test('a mail server that is away delays mails and nothing else', async ({ request, own }) => {
  const [petra, lucia] = [own.person('Petra'), own.person('Lucía')];
  await own.inbox.close();
  await register(request, own, petra, [{ name: petra.name, ticket: 'player' }]);
  await expect.poll(() => own.log).toContain('the mail server is away');
  await register(request, own, lucia, [{ name: lucia.name, ticket: 'player' }]);
  expect((await fetch(`${own.url}/readyz`)).status).toBe(200);
  await own.inbox.open();
  await own.inbox.mail(petra.email);
  await own.inbox.mail(lucia.email);
  expect(own.inbox.mails).toHaveLength(2);
});

test('a mail that is refused for ever is not tried again, and stops no other', async ({ request, own }) => {
  const [wrong, right] = [own.person('Wrong'), own.person('Right')];
  own.inbox.refuse(wrong.email, 550, '5.1.1 no such mailbox');
  await register(request, own, wrong, [{ name: wrong.name, ticket: 'player' }]);
  await register(request, own, right, [{ name: right.name, ticket: 'player' }]);
  await own.inbox.mail(right.email);
  await expect.poll(() => own.log).toContain('mail refused');
  expect(own.inbox.attempts(wrong.email)).toBe(1);
});

test('a mail that is refused for now is tried again', async ({ request, own }) => {
  const later = own.person('Later');
  own.inbox.refuse(later.email, 451, '4.3.0 come back', 1);
  await register(request, own, later, [{ name: later.name, ticket: 'player' }]);
  await own.inbox.mail(later.email);
  expect(own.inbox.attempts(later.email)).toBe(2);
});

test('a mail that is being sent when the program is told to stop is sent', async ({ request, own }) => {
  const nils = own.person('Nils');
  const gate = own.inbox.hold('recipient');
  await register(request, own, nils, [{ name: nils.name, ticket: 'player' }]);
  await gate.reached;
  const ended = own.stop();
  await expect.poll(() => own.log).toContain('stopping');
  gate.open();
  expect(await ended).toBe(0);
  expect(own.inbox.to(nils.email)).toHaveLength(1);
});
