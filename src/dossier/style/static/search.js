// The search: passages that hold all words, as they are written or without accents, numbers however they are spaced.
// It reads one script beside the pages, so it works from a folder.
"use strict";

const MOST = 100; // results shown
const AROUND = 140; // letters shown before and after the first word found
const SPLIT = /[^\p{L}\p{N}]+/u;
const LIGATURES = { "œ": "oe", "æ": "ae", "’": "'" };

// Returns the text in small letters without accents and without marks between thousands; `at` leads back to the text.
function fold(text) {
  let folded = "";
  const at = [];
  let place = 0;
  for (const letter of text) {
    const grouped = /[\s.,'’]/u.test(letter)
      && /(^|\D)\d{1,3}([\s.,'’]\d{3})*$/u.test(text.slice(Math.max(0, place - 16), place))
      && /^\d{3}(\D|$)/u.test(text.slice(place + 1, place + 5));
    if (!grouped) {
      const small = letter.toLowerCase();
      const plain = (LIGATURES[small] ?? small).normalize("NFD").replace(/\p{M}/gu, "");
      folded += plain;
      for (let unit = 0; unit < plain.length; unit += 1) at.push(place);
    }
    place += letter.length;
  }
  at.push(place);
  return { folded, at };
}

// The same without the way back, fast: most passages hold none of the words.
function foldFast(text) {
  const small = text.toLowerCase().replace(/[œæ’]/g, (letter) => LIGATURES[letter]).normalize("NFD").replace(/\p{M}/gu, "");
  return small.replace(/(?<!\d)\d{1,3}(?:[\s.,'’]\d{3})+(?!\d)/gu, (number) => number.replace(/\D/gu, ""));
}

// A word is found where one begins with it, a number where it stands.
const pattern = (word) => new RegExp(`(?<![\\p{L}\\p{N}])${word}${/^\d+$/.test(word) ? "(?!\\p{N})" : ""}`, "gu");

function find(query) {
  const words = [...new Set(fold(query).folded.split(SPLIT).filter(Boolean))];
  if (!words.length) return [];
  const phrase = words.join(" ");
  const found = [];
  for (const { page, title, passages } of PAGES) {
    for (const [anchor, language, text] of passages) {
      const quick = foldFast(text);
      if (!words.every((word) => quick.includes(word))) continue;
      const { folded, at } = fold(text);
      const places = words.map((word) => [...folded.matchAll(pattern(word))]);
      if (!places.every((matches) => matches.length)) continue;
      const marks = places.flat().map((match) => [at[match.index], at[match.index + match[0].length]]).sort((a, b) => a[0] - b[0]);
      const together = folded.split(SPLIT).join(" ").includes(phrase);
      found.push({ page, title, anchor, language, text, marks, weight: (together ? 2 : 0) + (text.length < 300 ? 1 : 0) });
    }
  }
  return found.sort((a, b) => b.weight - a.weight);
}

// Returns the text around the first mark, each mark set off.
function excerpt({ text, marks, language }) {
  const start = marks[0][0] < AROUND ? 0 : text.indexOf(" ", marks[0][0] - AROUND) + 1;
  const limit = marks[0][1] + AROUND;
  const end = limit >= text.length ? text.length : text.lastIndexOf(" ", limit);
  const words = document.createElement("p");
  if (language) words.lang = language;
  words.append(start ? "… " : "");
  let place = start;
  for (const [from, to] of marks) {
    if (from < place || to > end) continue;
    const mark = document.createElement("mark");
    mark.append(text.slice(from, to));
    words.append(text.slice(place, from), mark);
    place = to;
  }
  words.append(text.slice(place, end), end < text.length ? " …" : "");
  return words;
}

// A browser that knows text fragments marks the passage on its page as well.
function address({ page, anchor, text }) {
  const words = text.split(" ").slice(0, 12).join(" ");
  const fragment = "fragmentDirective" in document ? `:~:text=${encodeURIComponent(words).replaceAll("-", "%2D")}` : "";
  return `${page}#${encodeURIComponent(anchor)}${fragment}`;
}

document.addEventListener("DOMContentLoaded", () => {
  const query = new URLSearchParams(location.search).get("q")?.trim() ?? "";
  for (const field of document.querySelectorAll('input[name="q"]')) field.value = query;
  if (!query) return;
  const found = find(query);
  const list = document.createElement("ol");
  for (const result of found.slice(0, MOST)) {
    const link = document.createElement("a");
    link.href = address(result);
    link.append(result.title);
    const item = document.createElement("li");
    item.append(link, excerpt(result));
    list.append(item);
  }
  const form = found.length > MOST ? "first" : found.length ? new Intl.PluralRules(root.lang).select(found.length) : "none";
  const words = told(`found_${form === "many" ? "other" : form}`, { count: found.length.toLocaleString(root.lang), most: MOST });
  document.getElementById("search-progress").textContent = words;
  document.getElementById("search-results").replaceChildren(list);
});
