// Microsoft's own Graph client as it is, pointed at another host: reads the mailbox.  node graph_client.mjs URL TOKEN SUBJECT
import { Client, PageIterator, ResponseType } from '@microsoft/microsoft-graph-client';
import { say } from './loopback.mjs';

const [baseUrl, token, subject] = process.argv.slice(2);
const client = Client.init({ baseUrl, customHosts: new Set([new URL(baseUrl).hostname]), authProvider: (done) => done(null, token) });
try {
  const me = await client.api('/me').get();
  const found = await client.api('/me/mailFolders/inbox/messages').search(`"${subject}"`).select(['subject', 'hasAttachments', 'from']).get();
  const [message] = found.value;
  const source = await client.api(`/me/messages/${message.id}/$value`).responseType(ResponseType.TEXT).get();
  const attachments = await client.api(`/me/messages/${message.id}/attachments`).get();
  let everything = 0;
  const pages = new PageIterator(client, await client.api('/me/messages').top(1).get(), () => (everything += 1, true));
  await pages.iterate();
  say({ me: me.userPrincipalName, message, source, everything,
        files: attachments.value.map((file) => ({ name: file.name, content: Buffer.from(file.contentBytes, 'base64').toString() })) });
} catch (error) {
  say({ status: error.statusCode, code: error.code, message: error.message });
  process.exitCode = 1;
}
