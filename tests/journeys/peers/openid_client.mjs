// openid-client as it is, against the standards alone: discovery, device code or code and PKCE, refresh. The issuer must be the tenant's own.
import * as client from 'openid-client';
import { catchCode, say } from './loopback.mjs';

const [flow, issuer, clientId] = process.argv.slice(2);
const scope = 'openid profile offline_access https://outlook.office.com/SMTP.Send';
const configuration = await client.discovery(new URL(issuer), clientId, undefined, client.None());

let tokens;
if (flow === 'device-code') {
  const grant = await client.initiateDeviceAuthorization(configuration, { scope });
  say({ userCode: grant.user_code, verificationUri: grant.verification_uri, expiresIn: grant.expires_in, interval: grant.interval });
  tokens = await client.pollDeviceAuthorizationGrant(configuration, grant);
} else {
  const pkceCodeVerifier = client.randomPKCECodeVerifier();
  const expectedState = client.randomState();
  const waiting = await catchCode();
  say({ url: client.buildAuthorizationUrl(configuration, {
    redirect_uri: waiting.redirectUri, scope, state: expectedState, code_challenge: await client.calculatePKCECodeChallenge(pkceCodeVerifier), code_challenge_method: 'S256',
  }).href });
  tokens = await client.authorizationCodeGrant(configuration, await waiting.redirected, { pkceCodeVerifier, expectedState });
}
const renewed = await client.refreshTokenGrant(configuration, tokens.refresh_token, { scope });
say({ account: tokens.claims().preferred_username, accessToken: tokens.access_token, renewedToken: renewed.access_token });
