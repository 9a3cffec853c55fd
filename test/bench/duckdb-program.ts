import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { tellSpent } from './program-spent';

/** The tables of a folder as DuckDB reads them with one thread, each column with the type that it finds for it. */
const [folder = ''] = process.argv.slice(2);
await tellSpent(async () => {
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  await connection.run('SET threads = 1');
  let rows = 0;
  for (const [index, name] of readdirSync(folder).entries()) {
    await connection.run(`CREATE TABLE t${index} AS FROM read_csv('${join(folder, name)}', header = true)`);
    rows += Number((await connection.runAndReadAll(`SELECT count(*) FROM t${index}`)).getRows()[0]?.[0]);
  }
  connection.closeSync();
  return rows;
});
