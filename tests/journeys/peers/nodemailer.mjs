// nodemailer as it is: one message with the token given.  node nodemailer.mjs HOST PORT CA USER TOKEN TO
import { readFileSync } from 'node:fs';
import nodemailer from 'nodemailer';
import { say } from './loopback.mjs';

const [host, port, ca, user, accessToken, to] = process.argv.slice(2);
const transport = nodemailer.createTransport({ host, port: Number(port), secure: false, requireTLS: true, tls: { ca: readFileSync(ca) }, auth: { type: 'OAuth2', user, accessToken } });
try {
  const sent = await transport.sendMail({ from: user, to, subject: 'From nodemailer 你好', text: 'A line.\n.\n..two dots', attachments: [{ filename: '发票.txt', content: 'x'.repeat(100_000) }] });
  say({ response: sent.response, messageId: sent.messageId });
} catch (error) {
  say({ code: error.code, responseCode: error.responseCode, response: error.response });
  process.exitCode = 1;
}
