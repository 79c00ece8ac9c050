// Once before all tests: a database with the demonstration in it, which every house copies.

import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { run } from './concord';

/** Names the folder of the seeded data directory, for the workers. */
export const SEED = 'CONCORD_TEST_SEED';

export default async function seed() {
  const folder = await mkdtemp(join(tmpdir(), 'concord-seed-'));
  const settings = { CONCORD_DATA_DIR: folder };
  await run(['migrate'], settings);
  await run(['demo'], settings);
  process.env[SEED] = folder;
  return () => rm(folder, { recursive: true });
}
