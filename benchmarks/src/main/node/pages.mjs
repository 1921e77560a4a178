// All users by Clerk's own JavaScript SDK: node pages.mjs URL USERS. Prints milliseconds to the first, and users a second.
import { createClerkClient } from '@clerk/backend';

const clerk = createClerkClient({ secretKey: 'sk_test_benchmark', apiUrl: process.argv[2].replace(/\/v1$/, '') });
const users = Number(process.argv[3]);

async function read(most) {
  let read = 0;
  while (read < most) {
    const page = await clerk.users.getUserList({ limit: 100, offset: read });
    if (page.data.length === 0) break;
    read += page.data.length;
  }
  return read;
}

const firsts = [];
for (let i = 0; i < 21; i++) {
  const start = performance.now();
  await read(1);
  firsts.push(performance.now() - start);
}
const first = firsts.slice(10).sort((a, b) => a - b)[5];
await read(2000);
const start = performance.now();
const count = await read(users);
console.log(`paged ${first} ${(count * 1000) / (performance.now() - start)} ${count}`);
