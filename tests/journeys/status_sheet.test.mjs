// The printed network status sheet, read as text: every block, in the panel's language, with page numbers; the fax server and
// both networks where the model has them.
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, test } from 'node:test';
import { Machine } from './support/machine.mjs';
import { Operator } from './support/operator.mjs';
import { run } from './support/peer.mjs';

const folder = mkdtempSync(path.join(tmpdir(), 'paneltwin-sheet-'));
after(() => rmSync(folder, { recursive: true, force: true }));

const words = {
  en: { email: ['Email Server', 'OAuth2', 'Signed in', 'admin@contoso.example'], fax: ['Fax Server Domain Name', 'fax.example'],
        additional: ['Additional Network', '127.0.0.2', 'Email Server (Additional Network)'], rest: ['Protocol', 'Bonjour', 'SNMPv3', 'IPsec/IP Filtering', '1/'] },
  'zh-CN': { email: ['电子邮件服务器', 'OAuth2', '已登录', 'admin@contoso.example'], fax: ['传真服务器域名', 'fax.example'],
             additional: ['其他网络', '127.0.0.2', '电子邮件服务器（其他网络）'], rest: ['协议', 'Bonjour', 'SNMPv3', 'IPsec/IP过滤', '1/'] },
};

async function sheetOf(model, language) {
  const machine = await Machine.start({ arguments: ['--model', model, '--language', language, '--scenario', model === 'no-fax' ? 'signed-in' : 'fax-ready'] });
  const operator = new Operator(machine.ready);
  await operator.tap('settings', 'general-settings', 'network-settings', 'network-status', 'status-sheet', 'print');
  const [name] = await operator.until(() => operator.get('tray'), (papers) => papers.length > 0, 'the sheet');
  const file = path.join(folder, `${model}-${language}.pdf`);
  writeFileSync(file, await operator.get(`tray/${encodeURIComponent(name.name ?? name)}`));
  await machine.stop();
  const { text } = await run('pdftotext', ['-layout', file, '-']);
  return text.replaceAll(/\s+/g, ' ');
}

for (const language of ['en', 'zh-CN']) {
  test(`all of its blocks (${language})`, async () => {
    const { email, fax, additional, rest } = words[language];
    const whole = await sheetOf('office-board', language);
    for (const word of [...email, ...fax, ...additional, ...rest]) assert.ok(whole.includes(word), `${word} in ${whole}`);
    const plain = await sheetOf('no-fax', language);
    for (const word of [...email, ...rest]) assert.ok(plain.includes(word), `${word} in ${plain}`);
    for (const word of [...fax, additional[1]]) assert.ok(!plain.includes(word), `no ${word} in ${plain}`);
  });
}
