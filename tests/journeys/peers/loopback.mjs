// What native apps do: a listener on this machine that the sign-in page sends the browser back to.
import { once } from 'node:events';
import { createServer } from 'node:http';

export const say = (what) => process.stdout.write(`${JSON.stringify(what)}\n`);

export async function catchCode() {
  const server = createServer().listen(0, 'localhost');
  await once(server, 'listening');
  const redirectUri = `http://localhost:${server.address().port}/`;
  const redirected = once(server, 'request').then(([request, response]) => {
    response.end('You may close this window.');
    server.close();
    return new URL(request.url, redirectUri);
  });
  return { redirectUri, redirected };
}
