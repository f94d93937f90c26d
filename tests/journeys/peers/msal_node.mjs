// @azure/msal-node as it is: signs in at `authority` by device code or by code and PKCE, then renews silently.
// Says on standard output, a JSON line each: where the person must go, then what it got.
import { PublicClientApplication, CryptoProvider } from '@azure/msal-node';
import { catchCode, say } from './loopback.mjs';

const [flow, authority, clientId, ...asked] = process.argv.slice(2);
const scopes = asked.length > 0 ? asked : ['https://outlook.office.com/SMTP.Send'];
const app = new PublicClientApplication({ auth: { clientId, authority, knownAuthorities: [new URL(authority).host] } });

let result;
if (flow === 'device-code') {
  result = await app.acquireTokenByDeviceCode({
    scopes, deviceCodeCallback: ({ userCode, verificationUri, expiresIn, interval }) => say({ userCode, verificationUri, expiresIn, interval }),
  });
} else {
  const { verifier, challenge } = await new CryptoProvider().generatePkceCodes();
  const waiting = await catchCode();
  say({ url: await app.getAuthCodeUrl({ scopes, redirectUri: waiting.redirectUri, codeChallenge: challenge, codeChallengeMethod: 'S256' }) });
  const redirected = await waiting.redirected;
  result = await app.acquireTokenByCode({ scopes, redirectUri: waiting.redirectUri, code: redirected.searchParams.get('code'), codeVerifier: verifier });
}
const renewed = await app.acquireTokenSilent({ scopes, account: result.account, forceRefresh: true });
say({ account: result.account.username, accessToken: result.accessToken, renewedToken: renewed.accessToken, expires: result.expiresOn.toISOString() });
