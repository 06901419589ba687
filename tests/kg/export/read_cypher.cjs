// Reads Cypher with Neo4j's own parser: of each line of input, a JSON object {script, check}, one line of output with the `faults`
// that it finds (if `check`), and of each statement its `rows` (what it unwinds) and its `words` (all its other tokens).
const { getDebugTree, lintCypherQuery } = require("@neo4j-cypher/language-support");

const rule = (node) => (node.children.length === 1 ? rule(node.children[0]) : node);
const words = (node) => (node.children.length ? node.children.flatMap(words) : [node.name]);
const items = (node) => node.children.slice(1, -1).filter(({ name }) => name !== ",");
const escapes = { n: "\n", t: "\t" };

function value(tree) {
  const node = rule(tree);
  if (node.name === "listLiteral") return items(node).map(value);
  if (node.name === "map") {
    const parts = items(node).filter(({ name }) => name !== ":");
    return Object.fromEntries(parts.flatMap((part, index) => (index % 2 ? [] : [[words(part).join(""), value(parts[index + 1])]])));
  }
  if (node.name === "functionInvocation") return { [words(node.children[0]).at(-1)]: value(node.children.at(-2)) };
  const word = words(node).join("");
  if (!word.startsWith('"')) return { literal: word };
  return word.slice(1, -1).replace(/\\u([0-9a-fA-F]{4})|\\(.)/gs, (_, code, letter) =>
    code ? String.fromCharCode(parseInt(code, 16)) : (escapes[letter] ?? letter),
  );
}

function statement(tree) {
  const clause = [tree, ...descendants(tree)].find(({ name }) => name === "unwindClause");
  if (!clause) return { rows: null, words: words(tree) };
  const list = descendants(clause).find(({ name }) => name === "listLiteral");
  return { rows: value(list), words: words(tree).slice(words(list).length + 1) };
}

const descendants = (node) => node.children.flatMap((child) => [child, ...descendants(child)]);

require("readline")
  .createInterface({ input: process.stdin, crlfDelay: Infinity })
  .on("line", (line) => {
    const { script, check } = JSON.parse(line);
    const faults = check ? lintCypherQuery(script, {}).diagnostics.map(({ message }) => message) : [];
    const statements = getDebugTree(script).children.filter((tree) => words(tree).length > 1).map(statement);
    console.log(JSON.stringify({ faults, statements }));
  });
