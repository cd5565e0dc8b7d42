import { Client } from 'pg'
import { fillStructures, readStructure } from './filled-structures.ts'
import { openStore } from '../../../src/server/store/open-store.ts'
import { structureActivities } from '../../../src/server/store/structure-activities.ts'
import { durableCluster, newDatabase } from '../../drills/drill-cluster.ts'
import { silentLog } from '../../server/databases.ts'
import { cast } from '../../../src/server/demonstration/cast.ts'
import { sql } from 'kysely'
const cluster = (await durableCluster())!
const url = await newDatabase(cluster)
let last=''
const store = await openStore({ databaseUrl: url, log: silentLog, onStatement: (s)=>{ last=s } })
try {
  console.time('fill'); await fillStructures(store,{advisors:Number(process.argv[2]),reportsEach:500,ofStructure:40},new Date('2026-11-23T10:00:00Z')); console.timeEnd('fill')
  console.log((await sql`select count(*), count(distinct scope_id), pg_size_pretty(pg_table_size('doc')) from doc`.execute(store.db)).rows)
  const who={person:cast.chantal.id,structure:readStructure as any,limit:51}
  const f=(...values:any[])=>({from:undefined,to:undefined,values})
  const qs:any={ day:{}, duree:{sort:'duree'}, depot:{sort:'depot'}, part:{sort:'participants'}, theme:{filter:f('theme:email')}, commune:{filter:f('commune:09261')}, endroit:{filter:f('endroit:x')}, note:{filter:f('note:partagee')}, partf:{filter:f('participants:6'),sort:'participants'}, month:{filter:{from:'2026-10-01',to:'2026-10-31',values:[]}} }
  for (const [n,q] of Object.entries(qs)) {
    const t:number[]=[]; let total=0
    for(let i=0;i<8;i++){const s=performance.now(); total=(await structureActivities(store.db,{...who,...(q as any)})).total; t.push(performance.now()-s)}
    console.log(n,total,t.map(x=>x.toFixed(0)).join(' '))
  }
  if (process.argv[3]) {
    const c=new Client({connectionString:url}); await c.connect(); await c.query('set jit=off')
    await structureActivities(store.db,{...who})
    const { rows } = await c.query('explain (analyze, buffers) '+last, [who.person, who.structure, '51'])
    console.log(rows.map(r=>r['QUERY PLAN']).join('\n'))
    await c.end()
  }
} finally { await store.close(); await cluster.stop() }
