// What Argdown's own parser makes of texts: a JSON list of texts comes in, a JSON list of documents goes out.
// Found by the environment's ARGDOWN_CORE (the package's folder), else in the node_modules of .ci.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

const root = new URL("../.ci/", import.meta.url);
const require = createRequire(process.env.ARGDOWN_CORE ? `${process.env.ARGDOWN_CORE}/` : root);
const folder = process.env.ARGDOWN_CORE ?? "@argdown/core";
const { argdown } = require(`${folder}/dist/argdown.js`);
console.error = () => {};

const words = (text) => (text ?? "").replace(/[ \t\r\n]+/g, " ").replace(/^ | $/g, "");
const end = (title, type, at) => [type === "equivalence-class" ? "statement" : type, title, type === "inference" ? at : -1];

function document(input) {
  const process = ["parse-input", "build-model", "export-json"];
  const response = argdown.run({ process, input, logLevel: "silent", throwExceptions: false });
  const faults = ["parserErrors", "lexerErrors", "exceptions"].flatMap((kind) => response[kind] ?? []);
  if (faults.length > 0 || !response.json) return { faults: Math.max(1, faults.length) };
  const { statements, arguments: args, relations } = JSON.parse(response.json);
  const told = ({ members, tags }) => ({
    texts: (members ?? []).filter((one) => !one.isReference).map((one) => words(one.text)),
    tags: [...(tags ?? [])].sort(),
  });
  return {
    faults: 0,
    statements: Object.fromEntries(Object.values(statements).map((one) => [one.title, told(one)])),
    arguments: Object.fromEntries(
      Object.values(args).map((one) => {
        const lines = (one.pcs ?? []).map((line) => [line.role, line.title, line.inference?.inferenceRules ?? []]);
        return [one.title, { ...told(one), lines }];
      }),
    ),
    relations: relations.map((one) => {
      const ends = [end(one.from, one.fromType, one.conclusionIndex), end(one.to, one.toType, one.conclusionIndex)];
      return [one.relationType, ...ends];
    }),
  };
}

process.stdout.write(JSON.stringify(JSON.parse(readFileSync(0, "utf8")).map(document)));
