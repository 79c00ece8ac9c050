// Computes the proof of work that a form is asked for: the number that, behind the salt, has the
// hash that the server chose (SHA-256, as ALTCHA has it). In a worker, so that the page stays quick;
// without one, a little at a time. The challenge stands in `data-challenge` of #proof; the proof goes
// into its value, or `-` if there is none, and `change` tells.

(() => {
  const bytes = (text) => new TextEncoder().encode(text);

  const K = [];
  const START = [];
  for (let n = 2; K.length < 64; n++) {
    let prime = true;
    for (let d = 2; d * d <= n; d++) if (n % d === 0) prime = false;
    if (!prime) continue;
    const part = (x) => ((x - Math.floor(x)) * 4294967296) | 0;
    if (START.length < 8) START.push(part(Math.sqrt(n)));
    K.push(part(Math.cbrt(n)));
  }

  /** SHA-256 (FIPS 180-4) in hexadecimal digits. `crypto.subtle` is not there on plain http. */
  function sha256(message) {
    const blocks = ((message.length + 8) >> 6) + 1;
    const words = new Int32Array(blocks * 16);
    for (let i = 0; i < message.length; i++) words[i >> 2] |= message[i] << (24 - (i % 4) * 8);
    words[message.length >> 2] |= 0x80 << (24 - (message.length % 4) * 8);
    words[blocks * 16 - 1] = message.length * 8;
    const turn = (x, n) => (x >>> n) | (x << (32 - n));
    const hash = START.slice();
    const w = new Int32Array(64);
    for (let at = 0; at < words.length; at += 16) {
      for (let i = 0; i < 64; i++) {
        if (i < 16) w[i] = words[at + i];
        else {
          const a = w[i - 15];
          const b = w[i - 2];
          const s0 = turn(a, 7) ^ turn(a, 18) ^ (a >>> 3);
          const s1 = turn(b, 17) ^ turn(b, 19) ^ (b >>> 10);
          w[i] = (w[i - 16] + s0 + w[i - 7] + s1) | 0;
        }
      }
      let [a, b, c, d, e, f, g, h] = hash;
      for (let i = 0; i < 64; i++) {
        const s1 = turn(e, 6) ^ turn(e, 11) ^ turn(e, 25);
        const one = (h + s1 + ((e & f) ^ (~e & g)) + K[i] + w[i]) | 0;
        const s0 = turn(a, 2) ^ turn(a, 13) ^ turn(a, 22);
        const two = (s0 + ((a & b) ^ (a & c) ^ (b & c))) | 0;
        h = g; g = f; f = e; e = (d + one) | 0; d = c; c = b; b = a; a = (one + two) | 0;
      }
      [a, b, c, d, e, f, g, h].forEach((x, i) => { hash[i] = (hash[i] + x) | 0; });
    }
    return hash.map((x) => (x >>> 0).toString(16).padStart(8, "0")).join("");
  }

  /** The number, or -1. Takes a breath now and then. */
  async function solve({ algorithm, challenge, salt, maxnumber }) {
    if (algorithm !== "SHA-256") return -1;
    for (let number = 0; number <= maxnumber; number++) {
      if (sha256(bytes(salt + number)) === challenge) return number;
      if (number % 1000 === 999) await new Promise((go) => setTimeout(go));
    }
    return -1;
  }

  function inWorker(asked) {
    return new Promise((found, failed) => {
      const worker = new Worker("/proof.js");
      worker.onmessage = ({ data }) => { worker.terminate(); found(data); };
      worker.onerror = failed;
      worker.postMessage(asked);
    });
  }

  async function prove(field) {
    const asked = JSON.parse(field.dataset.challenge);
    const number = await inWorker(asked).catch(() => solve(asked));
    const { algorithm, challenge, salt, signature } = asked;
    const proof = JSON.stringify({ algorithm, challenge, number, salt, signature });
    field.value = number < 0 ? "-" : btoa(proof);
    field.dispatchEvent(new Event("change", { bubbles: true }));
  }

  if (typeof document === "undefined") {
    self.onmessage = async ({ data }) => self.postMessage(await solve(data));
  } else {
    prove(document.getElementById("proof"));
  }
})();
