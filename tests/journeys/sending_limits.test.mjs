// What Exchange limits, over real sockets: three connections of a mailbox at once, thirty messages a minute.
import assert from 'node:assert/strict';
import net from 'node:net';
import { readFileSync } from 'node:fs';
import { after, before, test } from 'node:test';
import tls from 'node:tls';
import { Machine } from './support/machine.mjs';
import { Operator } from './support/operator.mjs';
import { accountOf } from './support/walks.mjs';

/** One session with the submission service, line by line. */
class Session {
  #text = '';
  #wake = () => {};

  static async signedIn(ready, account) {
    const session = new Session();
    session.#use(net.connect(ready.smtp.port, ready.smtp.host));
    await session.reply();
    await session.say('EHLO client.example');
    await session.say('STARTTLS');
    session.#use(tls.connect({ socket: session.socket, ca: readFileSync(ready.ca), servername: 'localhost' }));
    await session.say('EHLO client.example');
    await session.say('AUTH LOGIN');
    await session.say(btoa(account.user));
    assert.match(await session.say(btoa(account.password)), /^235 /);
    return session;
  }
  #use(socket) {
    this.socket?.removeAllListeners('data');
    this.socket = socket;
    socket.on('data', (piece) => { this.#text += piece; this.#wake(); });
  }
  async reply() {
    for (;;) {
      const whole = this.#text.match(/^(?:\d{3}-.*\r\n)*\d{3} .*\r\n/);
      if (whole) {
        this.#text = this.#text.slice(whole[0].length);
        return whole[0];
      }
      await new Promise((wake) => (this.#wake = wake));
    }
  }
  say(line) {
    this.socket.write(`${line}\r\n`);
    return this.reply();
  }
  async send(from, to, subject) {
    await this.say(`MAIL FROM:<${from}>`);
    for (const one of [to].flat()) await this.say(`RCPT TO:<${one}>`);
    await this.say('DATA');
    return this.say(`From: ${from}\r\nTo: ${[to].flat()[0]}\r\nSubject: ${subject}\r\n\r\nA line.\r\n.`);
  }
  async quit() {
    await this.say('QUIT');
    this.socket.destroy();
  }
}

let machine, operator, account;
before(async () => {
  machine = await Machine.start();
  operator = new Operator(machine.ready);
  account = accountOf(machine.ready);
});
after(async () => { await machine?.stop(); });

test('the fourth connection of a mailbox is told so at the end of its message', async () => {
  const sessions = [];
  for (let i = 0; i < 4; ++i) sessions.push(await Session.signedIn(machine.ready, account));
  for (const [i, session] of sessions.entries()) {
    const answer = await session.send(account.user, account.user, `connection ${i + 1}`);
    assert.match(answer, i < 3 ? /^250 2\.0\.0 OK </ : /^432 4\.3\.2 Concurrent connections limit exceeded\./, `connection ${i + 1}`);
  }
  for (const session of sessions) await session.quit();
  const again = await Session.signedIn(machine.ready, account);
  assert.match(await again.send(account.user, account.user, 'after the others'), /^250 /);
  await again.quit();
});

test('the thirty-first message of a minute is taken, and comes a minute later', async () => {
  await operator.post('clock', { stand: true });
  const other = machine.ready.tenant.accounts.find((one) => one.user !== account.user && one.user.endsWith(machine.ready.tenant.domain));
  const session = await Session.signedIn(machine.ready, other);
  for (let i = 1; i <= 31; ++i) assert.match(await session.send(other.user, account.user, `message ${i}`), /^250 /);
  await session.quit();
  const arrived = async () => (await operator.mails()).filter((mail) => mail.from === other.user).length;
  assert.equal(await arrived(), 30);
  await operator.post('clock', { advance: '61s' });
  await operator.until(arrived, (count) => count === 31, 'the thirty-first');
});

test('more than ten thousand recipients a day are refused', async () => {
  const third = machine.ready.tenant.accounts[2];
  await operator.post('clock', { advance: '2m' });
  const session = await Session.signedIn(machine.ready, third);
  const many = Array.from({ length: 500 }, (_, i) => `somebody${i}@elsewhere.example`);
  for (let i = 0; i < 20; ++i) assert.match(await session.send(third.user, many, `round ${i}`), /^250 /, `round ${i}`);
  assert.match(await session.send(third.user, account.user, 'one more'), /^554 5\.2\.0 .*SubmissionQuotaExceeded/);
  await session.quit();
});
