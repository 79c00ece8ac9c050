// Writing into a house's database while nothing runs in it, for what no page can do yet. By
// Python, whose SQLite is old: it must never write beside a running Concord.

import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { join } from 'node:path';

const SCRIPT = `
import json, sqlite3, sys
database = sqlite3.connect(sys.argv[1])
rows = []
for statement, values in json.load(sys.stdin):
    rows = database.execute(statement, values).fetchall()
database.commit()
json.dump(rows, sys.stdout)
`;

export type Statement = [sql: string, values?: (string | number)[]];

/** Runs statements, and gives the rows of the last one. */
export async function tell(folder: string, ...statements: Statement[]): Promise<unknown[][]> {
  const python = process.env.CONCORD_PYTHON || 'python3';
  const running = promisify(execFile)(python, ['-c', SCRIPT, join(folder, 'concord.db')]);
  running.child.stdin!.end(JSON.stringify(statements.map(([sql, values = []]) => [sql, values])));
  return JSON.parse((await running).stdout);
}
