// The built-in cloud against other people's servers, in one run and by the same clients:  node tests/bench/cloud.mjs [release folder]
// Mails: over TLS, 4 connections, 10 kB each, pipelined; ours are in SQLite, synced, when they are acknowledged; smtp-server and smtp-sink
// (Debian's package postfix, installed, or unpacked with SMTP_SINK naming the program; left out when it is not there) keep nothing. Tokens: refresh grants by wrk over TLS, 8 connections.
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { connect as connectTls } from 'node:tls';

const build = path.resolve(process.argv[2] ?? path.join(import.meta.dirname, '../../build/release'));
process.env.PANELTWIN = path.join(build, 'paneltwin');
const journeys = path.join(import.meta.dirname, '../journeys');
const { Machine } = await import(`${journeys}/support/machine.mjs`);

const { openLab } = await import(`${journeys}/support/lab.mjs`);
const { openMailServer } = await import(`${journeys}/support/mail_server.mjs`);
const { approve, accountOf } = await import(`${journeys}/support/walks.mjs`);
const { follow, openBrowser, openPage } = await import(`${journeys}/support/browser.mjs`);

const folder = mkdtempSync(path.join(tmpdir(), 'paneltwin-bench-'));
const seconds = 10, connections = 4;
const row = (name, figure, how) => console.log(`${name.padEnd(40)} ${String(figure).padEnd(16)} ${how}`);
const body = `Subject: bench\r\n\r\n${`${'x'.repeat(76)}\r\n`.repeat(128)}.\r\n`;

/** One connection: signs in where the server wants it, then one message after the other until the time is over. Answers how many were taken. */
async function sendFor({ port, tls, user, password, from, to }) {
  let socket = connect(port, '127.0.0.1');
  let text = '';
  let wake = () => {};
  const listen = () => socket.on('data', (piece) => { text += piece; wake(); });
  const reply = async () => {
    for (;;) {
      const found = /^(\d{3}) .*\r\n/m.exec(text);
      if (found) {
        text = text.slice(found.index + found[0].length);
        return Number(found[1]);
      }
      await new Promise((next) => { wake = next; });
    }
  };
  const want = async (code) => { const got = await reply(); if (got !== code) throw new Error(`${got} for ${code}`); };
  listen();
  await want(220);
  socket.write('EHLO bench.example\r\n');
  await want(250);
  if (tls) {
    socket.write('STARTTLS\r\n');
    await want(220);
    socket.removeAllListeners('data');
    socket = connectTls({ socket, rejectUnauthorized: false });
    await once(socket, 'secureConnect');
    listen();
    socket.write('EHLO bench.example\r\n');
    await want(250);
  }
  if (user) {
    socket.write('AUTH LOGIN\r\n');
    await want(334);
    socket.write(`${Buffer.from(user).toString('base64')}\r\n`);
    await want(334);
    socket.write(`${Buffer.from(password).toString('base64')}\r\n`);
    await want(235);
  }
  const end = performance.now() + seconds * 1000;
  let taken = 0;
  while (performance.now() < end) {
    socket.write(`MAIL FROM:<${from}>\r\nRCPT TO:<${to}>\r\nDATA\r\n`);
    for (const code of [250, 250, 354]) await want(code);
    socket.write(body);
    await want(250);
    ++taken;
  }
  socket.end('QUIT\r\n');
  return taken;
}

async function mails(name, how, targets) {
  const taken = await Promise.all(targets.map(sendFor));
  const rate = taken.reduce((sum, one) => sum + one, 0) / seconds;
  row(`mails a second, ${name}`, rate.toFixed(0), how);
  return rate;
}

const machine = await Machine.start({ state: path.join(folder, 'state') });
const people = machine.ready.tenant.accounts.filter((account) => account.user.endsWith(machine.ready.tenant.domain)).slice(0, connections);
await mails('ours, durable', `${connections} connections, ${seconds} s`,
            people.map((one) => ({ port: machine.ready.smtp.port, tls: true, user: one.user, password: one.password, from: one.user, to: one.user })));

const lab = await openLab(folder);
const node = await openMailServer((stream, done) => stream.on('end', () => done()).resume(), { key: lab.key, cert: lab.cert, hideSTARTTLS: false, authOptional: true });
await mails('npm smtp-server', 'keeps nothing; in the same process as the client', Array(connections).fill({ port: node.port, tls: true, from: 'a@b.example', to: 'c@d.example' }));
await node.close();

const sink = [process.env.SMTP_SINK ?? '', '/usr/sbin/smtp-sink', '/usr/lib/postfix/sbin/smtp-sink'].find(existsSync);
if (sink) {
  const port = 20000 + (process.pid % 20000);
  const libraries = path.resolve(path.dirname(sink), '../lib/postfix');  // beside it, when it was only unpacked
  const child = spawn(sink, ['-u', 'nobody', `127.0.0.1:${port}`, '100'], { stdio: 'ignore', env: { ...process.env, LD_LIBRARY_PATH: libraries } });
  await new Promise((listening) => setTimeout(listening, 500));
  await mails("Postfix's smtp-sink", 'keeps nothing, no TLS', Array(connections).fill({ port, tls: false, from: 'a@b.example', to: 'c@d.example' }));
  child.kill();
}

function tokens(name, endpoint, form) {
  const script = path.join(folder, 'post.lua');
  writeFileSync(script, `wrk.method = "POST"\nwrk.headers["Content-Type"] = "application/x-www-form-urlencoded"\nwrk.body = ${JSON.stringify(new URLSearchParams(form).toString())}\n`);
  const { stdout } = spawnSync('wrk', ['-t1', '-c8', `-d${seconds}s`, '--latency', '-s', script, endpoint], { encoding: 'utf8' });
  const failed = /Non-2xx[^\d]*(\d+)/.exec(stdout)?.[1] ?? 0;
  row(`refreshed tokens a second, ${name}`, /Requests\/sec:\s+([\d.]+)/.exec(stdout)?.[1] ?? 'none', `p99 ${/99%\s+(\S+)/.exec(stdout)?.[1]}, ${failed} refused`);
}

async function grantOf(base, client, scope, walk) {
  const post = (address, form) => fetch(address, { method: 'POST', body: new URLSearchParams(form) }).then((response) => response.json());
  process.env.NODE_TLS_REJECT_UNAUTHORIZED = '0';
  const found = await (await fetch(`${base}/.well-known/openid-configuration`)).json();
  const grant = await post(found.device_authorization_endpoint, { client_id: client, scope });
  await walk(grant);
  const answer = await post(found.token_endpoint, { grant_type: 'urn:ietf:params:oauth:grant-type:device_code', client_id: client, device_code: grant.device_code });
  return { endpoint: found.token_endpoint, form: { grant_type: 'refresh_token', client_id: client, refresh_token: answer.refresh_token } };
}

const browser = await openBrowser();
const ours = await grantOf(`${machine.ready.cloud}/${machine.ready.tenant.id}/v2.0`, machine.ready.tenant.client_id, 'https://outlook.office.com/SMTP.Send offline_access openid',
                           async (grant) => approve(await openPage(browser), grant.verification_uri, grant.user_code, accountOf(machine.ready)));
tokens('ours', ours.endpoint, ours.form);
await machine.stop();

// In a process of its own, as it would be run.
const peer = spawn(process.execPath, [path.join(import.meta.dirname, 'oidc_peer.mjs'), folder], { stdio: ['ignore', 'pipe', 'ignore'] });
const issuer = String((await once(peer.stdout, 'data'))[0]).trim();
const theirs = await grantOf(issuer, 'paneltwin', 'openid offline_access email', async (grant) => {
  const page = await openPage(browser);
  await page.goto(grant.verification_uri);
  await page.locator('[name=user_code]').fill(grant.user_code);
  const submit = () => follow(page.locator('button[type=submit]').first());
  await submit();
  await submit();
  await page.locator('[name=login]').fill('bench');
  await page.locator('[name=password]').fill('any');
  await submit();
  await submit();
});
tokens('oidc-provider', theirs.endpoint, theirs.form);
peer.kill();
await browser.close();
lab.close();
rmSync(folder, { recursive: true, force: true });
process.exit(0);
