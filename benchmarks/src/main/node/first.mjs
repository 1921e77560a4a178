// A user by Clerk's own JavaScript SDK: node first.mjs URL [CALLS]. Prints "received", then the microseconds of a warm call.
import { createClerkClient } from '@clerk/backend';

const clerk = createClerkClient({ secretKey: 'sk_test_benchmark', apiUrl: process.argv[2].replace(/\/v1$/, '') });
await clerk.users.getUser('user_1');
console.log('received');

const calls = Number(process.argv[3] ?? 0);
if (calls > 0) {
  for (let i = 0; i < calls; i++) await clerk.users.getUser('user_1');
  const start = process.hrtime.bigint();
  for (let i = 0; i < calls; i++) await clerk.users.getUser('user_1');
  console.log(Number(process.hrtime.bigint() - start) / 1000 / calls);
}
