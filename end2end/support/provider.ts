// A provider that people sign in through, on this machine: oidc-provider, which is not ours. It asks
// for no password: who comes is whom the test says.

import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import Provider from 'oidc-provider';
import type { Settings } from './concord';

const SECRET = 'a-secret-between-concord-and-its-provider';

/** What the provider says of a person. */
export interface Known {
  sub: string;
  email: string;
  email_verified: boolean;
}

export class TestProvider {
  /** Who comes next. */
  person: Known = { sub: 'nobody', email: 'nobody@example.org', email_verified: false };
  private readonly people = new Map<string, Known>();

  private constructor(
    private readonly server: Server,
    readonly issuer: string,
  ) {}

  /** Claims about addresses stand in the ID token, as most providers do it, or at another address, as
   * the standard would have it. */
  static async open(concord: string, { inToken }: { inToken: boolean }): Promise<TestProvider> {
    const server = createServer();
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const issuer = `http://localhost:${(server.address() as AddressInfo).port}`;
    const own = new TestProvider(server, issuer);
    const provider = new Provider(issuer, {
      clients: [
        {
          client_id: 'concord',
          client_secret: SECRET,
          redirect_uris: [`${concord}/oidc/callback`],
          grant_types: ['authorization_code'],
          response_types: ['code'],
        },
      ],
      claims: { openid: ['sub'], email: ['email', 'email_verified'] },
      conformIdTokenClaims: !inToken,
      pkce: { required: () => true },
      cookies: { keys: ['a key of the test'] },
      features: { devInteractions: { enabled: false } },
      interactions: { url: (_, { uid }) => `/interaction/${uid}` },
      findAccount: (_, id) => ({ accountId: id, claims: () => ({ ...own.people.get(id)! }) }),
      loadExistingGrant: async (context) => {
        const { client, session } = context.oidc;
        const grant = new provider.Grant({ clientId: client!.clientId, accountId: session!.accountId });
        grant.addOIDCScope('openid email');
        await grant.save();
        return grant;
      },
    });
    const answer = provider.callback();
    server.on('request', (request, response) => {
      if (!request.url!.startsWith('/interaction/')) return answer(request, response);
      own.people.set(own.person.sub, own.person);
      void provider.interactionFinished(request, response, { login: { accountId: own.person.sub } });
    });
    return own;
  }

  /** What Concord has to be told of it. */
  get settings(): Settings {
    return {
      CONCORD_OIDC_ISSUER: this.issuer,
      CONCORD_OIDC_CLIENT_ID: 'concord',
      CONCORD_OIDC_CLIENT_SECRET: SECRET,
      CONCORD_OIDC_NAME: 'Club House',
    };
  }

  async close(): Promise<void> {
    this.server.closeAllConnections();
    this.server.close();
    await once(this.server, 'close');
  }
}
