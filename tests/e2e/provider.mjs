// A site that signs people in, as ProConnect does: the certified `oidc-provider`, which asks who one is on a page of its
// own, believes every word of it, and tells it in a signed JWT.

import { randomUUID } from "node:crypto";
import { createServer } from "node:http";
import { once } from "node:events";
import Provider from "oidc-provider";
import { SITE } from "./harness.mjs";

/** Where the server was told that it is. */
export const ISSUER = process.env.AECT_E2E_OPENID;

const CLAIMS = ["given_name", "usual_name", "email", "uid", "siret"];
const FIELDS = CLAIMS.map((name) => `<label>${name} <input name="${name}"></label>`).join("");
const FORM = `<!doctype html><html lang="en"><title>Who are you?</title>
  <form method="post">${FIELDS}<button name="done" value="yes">Go on</button><button name="done" value="no">Refuse</button></form>`;

/** Says on its page who one is, and goes on. */
export async function agree(page, claims) {
  const said = { uid: randomUUID(), ...claims };
  for (const [name, value] of Object.entries(said)) await page.fill(`[name=${name}]`, value);
  await page.click("text=Go on");
}

/** Refuses on its page. */
export const refuse = (page) => page.click("text=Refuse");

/** Starts it; what it gives ends it. */
export async function start() {
  const people = new Map();
  const provider = new Provider(ISSUER, {
    clients: [{
      client_id: "aect",
      client_secret: "only-in-tests",
      redirect_uris: [`${SITE}/openid/return`],
      userinfo_signed_response_alg: "RS256",
    }],
    claims: Object.fromEntries([["openid", ["sub"]], ...CLAIMS.map((name) => [name, [name]])]),
    scopes: ["openid"],
    acrValues: ["eidas1"],
    features: { devInteractions: { enabled: false }, jwtUserinfo: { enabled: true } },
    pkce: { required: () => true },
    cookies: { keys: ["only in tests"] },
    interactions: { url: (_, interaction) => `/interaction/${interaction.uid}` },
    findAccount: (_, id) => ({ accountId: id, claims: () => ({ sub: id, ...people.get(id) }) }),
    // Whoever signs in agrees.
    loadExistingGrant: async ({ oidc }) => {
      const grant = new oidc.provider.Grant({ clientId: oidc.client.clientId, accountId: oidc.session.accountId });
      grant.addOIDCScope(["openid", ...CLAIMS].join(" "));
      await grant.save();
      return grant;
    },
  });
  const answer = provider.callback();
  const server = createServer(async (request, response) => {
    if (!request.url.startsWith("/interaction/")) return answer(request, response);
    if (request.method === "GET") return response.setHeader("content-type", "text/html").end(FORM);
    let body = "";
    for await (const part of request) body += part;
    const { done, ...said } = Object.fromEntries(new URLSearchParams(body));
    people.set(`sub-${said.uid}`, said);
    const result = done === "yes" ? { login: { accountId: `sub-${said.uid}` } } : { error: "access_denied" };
    return provider.interactionFinished(request, response, result);
  });
  await once(server.listen(Number(new URL(ISSUER).port), "127.0.0.1"), "listening");
  return () => {
    server.closeAllConnections();
    return new Promise((ended) => server.close(ended));
  };
}
