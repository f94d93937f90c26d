// npm oidc-provider in a process of its own, for cloud.mjs; says its issuer.  node oidc_peer.mjs FOLDER
import path from 'node:path';

const { openLab } = await import(path.join(import.meta.dirname, '../journeys/support/lab.mjs'));
const lab = await openLab(process.argv[2], { rotateRefreshToken: false });
console.log(lab.issuer);
