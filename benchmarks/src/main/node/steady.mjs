// Clerk's own JavaScript SDK in a process that lives long: node steady.mjs URL. Reads and prints the lines that Steady.java describes.
import { createClerkClient } from '@clerk/backend';
import { createInterface } from 'node:readline';

const client = (url) => createClerkClient({ secretKey: 'sk_test_benchmark', apiUrl: url.replace(/\/v1$/, '') });

async function call(clerk, count, seconds) {
  const before = process.cpuUsage();
  const start = Date.now();
  const end = start + seconds * 1000;
  let calls = 0;
  await Promise.all(Array.from({ length: count }, async () => {
    while (Date.now() < end) {
      await clerk.users.getUser('user_1');
      calls++;
    }
  }));
  const used = process.cpuUsage(before);
  return [(calls * 1000) / (Date.now() - start), (used.user + used.system) / calls, NaN, 0, calls];
}

for await (const line of createInterface({ input: process.stdin })) {
  const [what, , count, seconds, url] = line.split(' ');
  const clerk = client(url ?? process.argv[2]);
  const cost = await call(clerk, Number(count), Number(seconds));
  console.log(what === 'warm' ? `${seconds} NaN` : cost.join(' '));
}
