import { it } from 'vitest';
import { readFileSync } from 'node:fs';
import { dryRun } from '../../../electron/import/preview';
import { readCsv } from '../../../electron/import/read-csv';
it('x', async () => {
  const pack = JSON.parse(readFileSync('resources/regulations/cn.json','utf8'));
  const lines = ['registration_no,date,task,started_at,ended_at,technicians,confirmed_by,note'];
  const reg = ['registration_no,kind,in_service_on'];
  const N = 100000, E = 1400;
  for (let e=0;e<E;e++) reg.push(`梯11浙A${10000+e}(04),3110,2010-01-01`);
  for (let i=0;i<N;i++){ const e=i%E, k=Math.floor(i/E); const d=new Date(Date.UTC(2023,0,1+k*14)).toISOString().slice(0,10); lines.push(`梯11浙A${10000+e}(04),${d},half-month,09:00,09:40,张建国、李明,孙丽华,`); }
  const enc=new TextEncoder(); const v=enc.encode(lines.join('\n')), r=enc.encode(reg.join('\n'));
  for (let k=0;k<3;k++){ let t=performance.now(); await readCsv('v.csv', v); console.log('csv', performance.now()-t);
  t=performance.now();
  const run = await dryRun({files:[{name:'r.csv',bytes:r},{name:'v.csv',bytes:v}],context:{pack,today:'2026-11-23' as never},lookup:()=>undefined,signal:new AbortController().signal,progress:()=>{}});
  console.log('all', performance.now()-t, run.preview.adds, v.length); }
});
