// What the page carries: the graph's nodes and facts, and the articles and sentences they rest on.

export const data = JSON.parse(document.getElementById("data").textContent);
export const { nodes, edges, articles, sentences, words, looks } = data;

nodes.forEach((node, id) => (node.id = id));

export const places = nodes.filter(isPlace);

const placeOfCode = new Map(places.filter((node) => node.code).map((node) => [node.code, node.id]));
const numberOfKey = new Map(nodes.map((node) => [node.key, node.id]));

export function isPlace(node) {
  return node.kind === "country" || node.kind === "organization";
}

/** The number of the country or organization with a code. */
export function placeWith(code) {
  return placeOfCode.get(code);
}

/** The number of the node with a key of the graph. */
export function nodeWith(key) {
  return numberOfKey.get(key);
}

/** Which country or organization a node stands for: itself, or the one that it belongs to. */
export function placeOf(id) {
  const node = nodes[id];
  if (isPlace(node)) return id;
  const home = node.home ?? node.offices?.find((office) => office.of !== undefined)?.of;
  if (home === undefined || home === id) return undefined;
  return isPlace(nodes[home]) ? home : nodes[home].home;
}

export function lookOf(kind) {
  return Object.hasOwn(looks, kind) ? looks[kind] : looks.other;
}
