// WebDriver without a client: the wire as the standard has it.
import { request } from 'node:http';

export const elementKey = 'element-6066-11e4-a52e-4f735466cecf';

/** One request; answers status, text, and the JSON's `value` if there is one. */
export function send(base, method, path, body, headers = {}) {
  return new Promise((answered, failed) => {
    const text = body === undefined || typeof body === 'string' || Buffer.isBuffer(body) ? body : JSON.stringify(body);
    const sent = request(`${base}${path}`, { method, headers: { ...(text === undefined ? {} : { 'Content-Length': Buffer.byteLength(text) }), ...headers } }, (response) => {
      const pieces = [];
      response.on('data', (piece) => pieces.push(piece)).on('end', () => {
        const whole = Buffer.concat(pieces).toString('utf8');
        let value;
        try { value = JSON.parse(whole).value; } catch { /* no JSON */ }
        answered({ status: response.statusCode, headers: response.headers, text: whole, value });
      });
    });
    sent.on('error', failed);
    sent.end(text);
  });
}

/** A session by hand. */
export class RawSession {
  static async open(base, alwaysMatch = {}) {
    const { status, text, value } = await send(base, 'POST', '/session', { capabilities: { alwaysMatch } });
    if (status !== 200) throw new Error(text);
    const session = new RawSession();
    Object.assign(session, { base, id: value.sessionId, capabilities: value.capabilities, ready: value.capabilities['paneltwin:ready'] });
    return session;
  }
  call(method, path, body) { return send(this.base, method, `/session/${this.id}${path}`, body); }
  /** The value of a command that must work. */
  async value(method, path, body) {
    const answer = await this.call(method, path, body);
    if (answer.status !== 200) throw new Error(`${method} ${path}: ${answer.status} ${answer.text}`);
    return answer.value;
  }
  async find(using, value) { return (await this.value('POST', '/element', { using, value }))[elementKey]; }
  end() { return this.call('DELETE', ''); }
}
