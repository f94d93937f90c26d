// Somebody else's identity provider, npm oidc-provider, with its own certificate authority: where the printer signs in by a provider file alone.
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:https';
import path from 'node:path';
import Provider from 'oidc-provider';
import { follow, openPage } from './browser.mjs';
import { run } from './peer.mjs';
import { askForCode, logInToWebConfig, pressOk } from './walks.mjs';

export const user = 'printer@lab.example';

/** @param {object} [settings]  oidc-provider's own, beside those here */
export async function openLab(folder, settings = {}) {
  const keyFile = path.join(folder, 'key.pem'), ca = path.join(folder, 'lab-ca.pem');
  const made = await run('openssl', ['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes', '-days', '30', '-subj', '/CN=Lab', '-addext', 'subjectAltName=DNS:localhost,IP:127.0.0.1',
                                    '-keyout', keyFile, '-out', ca]);
  assert.equal(made.code, 0, made.text);
  const key = readFileSync(keyFile), cert = readFileSync(ca);
  const web = createServer({ key, cert }).listen(0, '127.0.0.1');
  await once(web, 'listening');
  const issuer = `https://localhost:${web.address().port}`;
  const provider = new Provider(issuer, {
    clients: [{ client_id: 'paneltwin', token_endpoint_auth_method: 'none', redirect_uris: [], response_types: [],
                grant_types: ['urn:ietf:params:oauth:grant-type:device_code', 'refresh_token'] }],
    features: { deviceFlow: { enabled: true } },
    scopes: ['openid', 'offline_access', 'email'], claims: { openid: ['sub'], email: ['email'] }, conformIdTokenClaims: false,
    findAccount: (_, sub) => ({ accountId: sub, claims: () => ({ sub, email: user }) }),
    ...settings,
  });
  web.on('request', provider.callback());
  return {
    key, cert, keyFile, ca, issuer, provider,
    close: () => web.close(),
    /** A provider file: sign-in here, mail at `smtpPort`. */
    providerFile(smtpPort) {
      const file = path.join(folder, `provider-${smtpPort}.yaml`);
      writeFileSync(file, `name: Lab\nissuer: ${issuer}\nclient_id: paneltwin\nscope: openid offline_access email\n`
                        + `smtp: {host: localhost, port: ${smtpPort}, security: starttls, auth: xoauth2}\nca: lab-ca.pem\n`);
      return file;
    },
  };
}

/** Web Config, the lab's own pages, OK: as the guide has it, at another provider. */
export async function signInAtLab(browser, machine, operator) {
  const page = await openPage(browser);
  await logInToWebConfig(page, machine.ready);
  const { address, code } = await askForCode(page, machine.ready);
  const person = await openPage(browser);
  const submit = () => follow(person.locator('button[type=submit]').first());
  await person.goto(address);
  await person.locator('[name=user_code]').fill(code);
  await submit();  // continue
  await submit();  // confirm the code
  await person.locator('[name=login]').fill(user);
  await person.locator('[name=password]').fill('any');
  await submit();  // sign in
  await submit();  // consent
  await operator.clock({ run: 20 });
  await pressOk(page, { user });
  await operator.clock({ run: 1 });
}
