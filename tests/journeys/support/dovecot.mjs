// Debian's Dovecot submission service, unmodified: asks an OAuth2 provider whose token it is, and relays to a mail server behind it.
import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { connect, createServer } from 'node:net';
import { userInfo } from 'node:os';

/** On a port that was free a moment ago, and on another when somebody took it meanwhile: it cannot be asked for any. */
export async function openDovecot(options) {
  for (let tries = 1; ; ++tries) {
    const dovecot = await startDovecot(options, await freePort());
    if (dovecot.port || tries === 5) return dovecot;
  }
}

/** Answers without a port when that was taken. */
async function startDovecot({ folder, relayPort, lab }, port) {
  const base = path.join(folder, 'dovecot');
  mkdirSync(base, { recursive: true });
  chmodSync(folder, 0o755);  // its auth process is another user, who reads the certificate here
  const oauth2 = path.join(base, 'oauth2.conf');
  // The provider's userinfo is asked with the token itself; it answers 401 to one that is none.
  writeFileSync(oauth2, `introspection_mode = auth\nintrospection_url = ${lab.issuer}/me\nusername_attribute = email\nusername_format = %u\ntls_ca_cert_file = ${lab.ca}\n`);
  const me = userInfo();
  const own = me.uid === 0 ? '' : `default_internal_user = ${me.username}\ndefault_internal_group = ${me.username}\ndefault_login_user = ${me.username}\n`;
  const mailUser = me.uid === 0 ? 'uid=65534 gid=65534' : `uid=${me.uid} gid=${me.gid}`;
  const config = path.join(base, 'dovecot.conf');
  writeFileSync(config, `base_dir = ${base}/run
state_dir = ${base}/state
log_path = /dev/stderr
protocols = submission
listen = 127.0.0.1
first_valid_uid = 1
first_valid_gid = 1
ssl = required
ssl_cert = <${lab.ca}
ssl_key = <${lab.keyFile}
auth_mechanisms = xoauth2 oauthbearer
mail_location = maildir:${base}/mail/%u
hostname = localhost
submission_relay_host = 127.0.0.1
submission_relay_port = ${relayPort}
submission_relay_trusted = no
passdb {
  driver = oauth2
  mechanisms = xoauth2 oauthbearer
  args = ${oauth2}
}
userdb {
  driver = static
  args = ${mailUser} home=${base}/home/%u
}
service submission-login {
  chroot =
  inet_listener submission {
    port = ${port}
  }
}
service anvil {
  chroot =
}
service stats {
  chroot =
}
${own}`);
  const child = spawn('/usr/sbin/dovecot', ['-F', '-c', config], { stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (piece) => (output += piece));
  const exited = once(child, 'close').then(() => 'ended');
  for (const giveUp = Date.now() + 60_000; ;) {
    const socket = connect(port, '127.0.0.1');
    const open = await Promise.race([once(socket, 'data').then(() => true, () => false), exited]);
    socket.destroy();
    if (open === 'ended' && /Address already in use/.test(output)) return { output };
    if (open === 'ended' || Date.now() > giveUp) throw new Error(`dovecot does not answer: ${output}`);
    // What answers may be a stranger on that port: it is ours when it is still there.
    if (open && output.includes('starting up')) break;
    await new Promise((next) => setTimeout(next, 50));
  }
  return {
    port,
    get output() { return output; },
    async close() {
      child.kill('SIGTERM');
      await exited;
    },
  };
}

async function freePort() {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address();
  await new Promise((closed) => server.close(closed));
  return port;
}
