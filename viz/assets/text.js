// Data as English: kinds, values, dates, names.

import { nodes, placeWith, words } from "./data.js";

/** The text with each {name} replaced. */
export function filled(text, values) {
  return text.replace(/\{(\w+)\}/g, (whole, name) => (Object.hasOwn(values, name) ? String(values[name]) : whole));
}

export function number(count) {
  return count.toLocaleString("en");
}

export function kindName(kind, count = 2) {
  return Object.hasOwn(words.kinds, kind) ? words.kinds[kind][count === 1 ? 0 : 1] : kind;
}

/** What facts of a kind are called: "visits", "agreements". */
export function factName(kind, count = 2) {
  return Object.hasOwn(words.facts, kind) ? words.facts[kind][count === 1 ? 0 : 1] : plainWord(kind);
}

export function capital(text) {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** A code as its country's name, an identifier as words, anything else as it is. */
export function plainWord(value) {
  const text = String(value);
  if (placeWith(text) !== undefined) return nodes[placeWith(text)].label;
  if (Object.hasOwn(words.values, text)) return words.values[text];
  return /^[a-z]+(_[a-z]+)+$/i.test(text) ? text.replaceAll("_", " ") : text;
}

export function listText(values) {
  return values.map(plainWord).join(", ");
}

/** "A, B and C". */
export function enumeration(names) {
  return names.length < 2 ? names.join("") : `${names.slice(0, -1).join(", ")} ${words.page.and} ${names.at(-1)}`;
}

export function label(id) {
  return nodes[id].label;
}

/** "USD 34,000,000", and "USD 34 million" where it is round. */
export function money({ amount, currency }) {
  const million = typeof amount === "number" && amount >= 1e6 && Number.isInteger(amount / 1e5);
  const sum = million ? `${number(amount / 1e6)} million` : typeof amount === "number" ? number(amount) : amount;
  return [currency, sum].filter(Boolean).join(" ");
}

/** "23 Apr 2024", "Apr 2024" or "2024", as precise as the ISO date; anything else as it is. */
export function dateText(iso) {
  const parts = /^(\d{4})(?:-(0[1-9]|1[0-2])(?:-(\d{2}))?)?$/.exec(iso);
  if (!parts) return String(iso);
  const [, year, month, day] = parts;
  return [day && String(Number(day)), month && words.dates.months[Number(month) - 1], year].filter(Boolean).join(" ");
}

/** "23 Apr 2024" or "8–10 Sep 2021"; "" where no date is known. */
export function spanText({ date, end }) {
  if (!date) return "";
  if (!end || end === date) return dateText(date);
  const sameMonth = date.length === 10 && end.length === 10 && date.slice(0, 7) === end.slice(0, 7);
  return `${sameMonth ? String(Number(date.slice(8))) : dateText(date)}–${dateText(end)}`;
}

/** Letters and digits alone, without accents: "Kim Seon-ho" and "KIM SEON HO" are alike but for the spaces. */
export function bareWords(text) {
  const plain = text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
  const folded = plain.replace(/[đðłøßæœıħ]/g, (letter) => FOLDED[letter]).replace(/['’ʼ`-]/g, "");
  return folded.split(/[^\p{L}\p{N}]+/u).filter(Boolean);
}

const FOLDED = { đ: "d", ð: "d", ł: "l", ø: "o", ß: "ss", æ: "ae", œ: "oe", ı: "i", ħ: "h" };
