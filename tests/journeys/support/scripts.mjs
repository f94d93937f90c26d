// Web Config as programs made for the real machine's pages use it: plain requests, cookies by hand, no browser.
import https from 'node:https';

export class ScriptSession {
  #cookies = new Map();
  constructor(base) { this.base = base; }

  clearCookies() { this.#cookies.clear(); }
  cookie(name) { return this.#cookies.get(name); }

  /** One request; the body as text, or as bytes when `binary`. Certificates are not looked at: such programs do not. */
  request(method, path, { body, headers = {}, binary = false } = {}) {
    const cookie = [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    return new Promise((resolve, reject) => {
      const request = https.request(new URL(path, this.base), {
        method, rejectUnauthorized: false, agent: false,
        headers: { ...(cookie && { Cookie: cookie }), ...(body && { 'Content-Length': Buffer.byteLength(body) }), ...headers },
      }, (response) => {
        for (const line of response.headers['set-cookie'] ?? []) {
          const [name, value] = line.split(';')[0].split(/=(.*)/s);
          this.#cookies.set(name, value);
        }
        const pieces = [];
        response.on('data', (piece) => pieces.push(piece));
        response.on('end', () => {
          const bytes = Buffer.concat(pieces);
          resolve({ status: response.statusCode, headers: response.headers, body: binary ? bytes : bytes.toString('utf8'), peer: request.socket });
        });
      });
      request.on('error', reject);
      request.end(body);
    });
  }

  get(path, options) { return this.request('GET', path, options); }

  post(path, fields, headers = {}) {
    const body = new URLSearchParams(fields).toString();
    return this.request('POST', path, { body, headers: { 'Content-Type': 'application/x-www-form-urlencoded', ...headers } });
  }

  /** multipart/form-data as Python's requests writes it; `files` by name: text or bytes. */
  upload(path, fields, files) {
    const boundary = 'd9f1c2b3a4958675';
    const parts = [];
    for (const [name, value] of Object.entries(fields)) parts.push(`--${boundary}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`);
    for (const [name, content] of Object.entries(files)) {
      parts.push(`--${boundary}\r\nContent-Disposition: form-data; name="${name}"; filename="${name}"\r\n\r\n`, content, '\r\n');
    }
    parts.push(`--${boundary}--\r\n`);
    const body = Buffer.concat(parts.map((part) => Buffer.from(part)));
    return this.request('POST', path, { body, headers: { 'Content-Type': `multipart/form-data; boundary=${boundary}` } });
  }

  /** The certificate tools' way. */
  logIn(password, user = '') {
    return this.post('PRESENTATION/ADVANCED/PASSWORD/SET', { INPUTT_USERNAME: user, access: 'https', INPUTT_PASSWORD: password, INPUTT_ACCSESSMETHOD: '0', INPUTT_DUMMY: '' });
  }
  /** The job log fetcher's way. */
  logInBySessionType(password, user = '') {
    return this.post('PRESENTATION/ADVANCED/PASSWORD/SET', { SEL_SESSIONTYPE: 'ADMIN', INPUTT_USERNAME: user, INPUTT_PASSWORD: password, access: 'https' });
  }

  /** All inputs of a page that have a name and a value, as those programs collect them. */
  async inputs(path) {
    const { body } = await this.get(path);
    const found = {};
    for (const [tag] of body.matchAll(/<input\b[^>]*>/g)) {
      const name = /\bname="([^"]*)"/.exec(tag)?.[1], value = /\bvalue="([^"]*)"/.exec(tag)?.[1];
      if (name !== undefined && value !== undefined) found[name] = value;
    }
    return found;
  }
}
