// The Node end of the wire: one line teaches, every further line is a question, each answer tells its time.
"use strict";

const readline = require("node:readline");

async function serve(prepare) {
  console.log = console.error; // a library that prints must not be taken for an answer
  const say = (document) => process.stdout.write(JSON.stringify(document) + "\n");
  let answer = null;
  for await (const line of readline.createInterface({ input: process.stdin })) {
    const begun = process.hrtime.bigint();
    if (answer === null) {
      answer = await prepare(JSON.parse(line));
      say({ ready_ms: Number(process.hrtime.bigint() - begun) / 1e6 });
      continue;
    }
    const question = JSON.parse(line);
    const asked = process.hrtime.bigint();
    const answered = await answer(question);
    say({ ...answered, us: Number(process.hrtime.bigint() - asked) / 1e3 });
  }
}

module.exports = { serve };
