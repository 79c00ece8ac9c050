// Passkeys, the browser's half: asks the server what to ask, asks the browser, sends the answer.
// A button stays hidden where browser or page cannot do it; signing in by mail always works.

const octets = (text) =>
  Uint8Array.from(atob(text.replace(/-/g, '+').replace(/_/g, '/')), (letter) => letter.charCodeAt(0));
const text = (buffer) =>
  btoa(String.fromCharCode(...new Uint8Array(buffer)))
    .replace(/\+/g, '-').replace(/\//g, '_').replace(/=+$/, '');

async function post(endpoint, fields = {}) {
  const answer = await fetch(`/api/${endpoint}`, { method: 'POST', body: new URLSearchParams(fields) });
  if (!answer.ok) throw Object.assign(new Error(`${endpoint}: ${answer.status}`), { status: answer.status });
  return answer.json();
}

/** Names of octets become octets (WebAuthn level 3, 5.1.8 and 5.1.9). */
function readable({ publicKey }) {
  const named = (list) => (list || []).map((one) => ({ ...one, id: octets(one.id) }));
  const user = publicKey.user && { ...publicKey.user, id: octets(publicKey.user.id) };
  const options = { ...publicKey, challenge: octets(publicKey.challenge) };
  if (user) options.user = user;
  if (publicKey.allowCredentials) options.allowCredentials = named(publicKey.allowCredentials);
  if (publicKey.excludeCredentials) options.excludeCredentials = named(publicKey.excludeCredentials);
  return options;
}

/** And back again. */
function written(credential) {
  const response = {};
  for (const name of ['clientDataJSON', 'attestationObject', 'authenticatorData', 'signature', 'userHandle']) {
    if (credential.response[name]) response[name] = text(credential.response[name]);
  }
  const { id, type } = credential;
  const extensions = credential.getClientExtensionResults();
  return JSON.stringify({ id, rawId: text(credential.rawId), type, response, extensions });
}

const ways = {
  async create() {
    const publicKey = readable(JSON.parse(await post('passkey-creation')));
    // The browser finds it by itself later on, without being told an address.
    publicKey.authenticatorSelection = {
      ...publicKey.authenticatorSelection, residentKey: 'required', requireResidentKey: true,
    };
    await post('passkey', { answer: written(await navigator.credentials.create({ publicKey })) });
  },
  async get(to = 'passkey-session') {
    const publicKey = readable(JSON.parse(await post('passkey-request')));
    await post(to, { answer: written(await navigator.credentials.get({ publicKey })) });
  },
  prove: () => ways.get('passkey-proof'),
};

for (const part of document.querySelectorAll('[data-passkey]')) {
  if (!window.PublicKeyCredential) break;
  const [button, failed] = [part.querySelector('button'), part.querySelector('.error')];
  part.hidden = false;
  button.addEventListener('click', async () => {
    button.disabled = true;
    failed.hidden = true;
    try {
      await ways[part.dataset.passkey]();
      location.assign(part.dataset.next);
    } catch (error) {
      // Too long ago that its owner showed who they are.
      if (error.status === 401 && part.dataset.confirm) return location.assign(part.dataset.confirm);
      console.info('passkey:', error.message);
      failed.hidden = false;
      button.disabled = false;
      button.focus();
    }
  });
}
