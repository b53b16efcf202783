// A server of its own, which knows another site that signs people in.

import { freeAddress, serve } from "./own-server.mjs";

const issuer = `http://${await freeAddress()}`;
process.env.AECT_E2E_OPENID = issuer;
await serve([
  "--openid-issuer", issuer, "--openid-client-id", "aect", "--openid-client-secret", "only-in-tests",
  "--openid-acr-values", "eidas1", "--openid-trusted",
]);
