// What the pages do beyond HTML: colour scheme, tables that sort and filter, permalinks that copy themselves.
// Without this file every page still shows all that it has to say.
"use strict";

const root = document.documentElement;
const read = (key) => { try { return localStorage.getItem(key); } catch { return null; } };
const keep = (key, value) => { try { localStorage.setItem(key, value); } catch { /* private mode: for this page only */ } };

// Before the first paint, so that nothing flashes.
const SCHEMES = ["auto", "light", "dark"];
const dark = matchMedia("(prefers-color-scheme: dark)");
let scheme = SCHEMES.includes(read("dossier-scheme")) ? read("dossier-scheme") : "auto";
const paint = () => { root.dataset.theme = scheme === "auto" ? (dark.matches ? "dark" : "light") : scheme; };
dark.addEventListener("change", paint);
paint();

// The filter library asks for a module loader; this is all of one that it needs.
window.define = Object.assign((...parts) => parts.at(-1)(null, {}), { amd: true });

// The words of the report's language stand in the page.
const told = (name, fields = {}) =>
  JSON.parse(document.body.dataset.words)[name].replace(/\{(\w+)\}/g, (whole, field) => fields[field] ?? whole);

const say = (words) => { document.querySelector(".dz-live").textContent = words; };

function make(tag, attributes = {}, ...children) {
  const element = Object.assign(document.createElement(tag), attributes);
  element.append(...children);
  return element;
}

function offerSchemes() {
  const button = document.querySelector(".dz-scheme");
  const label = button.querySelector("span");
  const show = () => { label.textContent = told(`scheme_${scheme}`); };
  button.hidden = false;
  button.addEventListener("click", () => {
    scheme = SCHEMES[(SCHEMES.indexOf(scheme) + 1) % SCHEMES.length];
    keep("dossier-scheme", scheme);
    paint();
    show();
  });
  show();
}

// The code of the book, which most readers do not want, comes and goes with one switch.
function offerCode() {
  const folds = document.querySelectorAll("main details.hide");
  const switches = document.querySelector(".dz-code");
  if (!folds.length || !switches) return;
  const button = switches.querySelector("button");
  const show = (shown) => {
    root.toggleAttribute("data-code", shown);
    for (const fold of folds) fold.open = shown;
    button.textContent = told(shown ? "code_hide" : "code_show");
  };
  switches.hidden = false;
  button.addEventListener("click", () => {
    keep("dossier-code", root.hasAttribute("data-code") ? "" : "shown");
    show(read("dossier-code") === "shown");
    button.scrollIntoView({ block: "nearest" });
  });
  show(read("dossier-code") === "shown");
}

const plain = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

function offerSorting(table) {
  table.classList.add("sortable", "asc", "n-last");
  for (const header of table.tHead.rows[0].cells) {
    if (!header.textContent.trim() || header.classList.contains("no-sort")) {
      header.classList.add("no-sort");
      continue;
    }
    const button = make("button", { type: "button", className: "dz-sort" });
    button.append(...header.childNodes);
    header.append(button);
  }
  table.addEventListener("sort-end", () => {
    const header = table.tHead.querySelector("th[aria-sort]");
    say(told(`sorted_${header.getAttribute("aria-sort")}`, { column: header.textContent.trim() }));
  });
}

// Columns keep their widths while rows come and go.
function freeze(table) {
  const widths = [...table.tHead.rows[0].cells].map((cell) => cell.getBoundingClientRect().width);
  widths.forEach((width, place) => { table.tHead.rows[0].cells[place].style.width = `${width}px`; });
  table.style.tableLayout = "fixed";
  addEventListener("resize", () => {
    table.style.tableLayout = "";
    for (const cell of table.tHead.rows[0].cells) cell.style.width = "";
  }, { once: true });
}

function offerFilter(table, number) {
  const body = table.tBodies[0];
  if (body.rows.length < 6) return;
  const frame = table.closest(".dz-table-frame") ?? table;
  const about = table.caption?.querySelector(".dz-number")?.textContent ?? told("this_table");
  frame.id ||= `dz-table-${number}`;
  body.dataset.filterList = "";
  const field = make("input", { type: "search", id: `dz-filter-${number}` });
  const label = make("label", { htmlFor: field.id }, told("filter_rows"), make("span", { className: "dz-unseen" }, ` ${told("of_table", { table: about })}`));
  const count = make("output", { htmlFor: field.id });
  const filter = make("filter-input", { className: "dz-filter" }, label, field, count);
  filter.setAttribute("aria-owns", frame.id);
  filter.filter = (row, text, query) => {
    const words = plain(text);
    return { match: plain(query).split(/\s+/).every((word) => words.includes(word)) };
  };
  field.addEventListener("focus", () => freeze(table));
  filter.addEventListener("filter-input-updated", ({ detail }) => {
    count.textContent = field.value ? told("of_total", detail) : "";
    if (field.value) say(told("rows_shown", detail));
  });
  frame.before(filter);
}

async function copy(words, copied) {
  try {
    await navigator.clipboard.writeText(words);
  } catch { // file:// in some browsers
    const area = make("textarea", { value: words, className: "dz-unseen" });
    document.body.append(area);
    area.select();
    document.execCommand("copy");
    area.remove();
  }
  say(told(copied));
}

function offerCopying() {
  document.addEventListener("click", (event) => {
    const link = event.target.closest("a.headerlink, a.dz-permalink");
    if (link && !event.ctrlKey && !event.metaKey && !event.shiftKey) copy(link.href, "link_copied");
    const button = event.target.closest("button.dz-copy");
    if (button) copy(button.parentElement.querySelector(button.value).textContent, "citation_copied");
  });
  for (const block of document.querySelectorAll(".dz-cite, .dz-record__foot")) {
    for (const [selector, name] of [[".dz-cite__text", "copy_text"], [".dz-cite__bibtex", "copy_bibtex"]]) {
      if (block.querySelector(selector)) block.append(make("button", { type: "button", className: "dz-copy", value: selector }, told(name)));
    }
  }
}

// A wide table or listing scrolls within its frame; the keyboard has to reach it there.
function reachScrolling() {
  const watch = new ResizeObserver((seen) => {
    for (const { target } of seen) {
      if (target.scrollWidth > target.clientWidth + 1) target.tabIndex = 0;
      else target.removeAttribute("tabindex");
    }
  });
  for (const frame of document.querySelectorAll(".dz-table-frame, .dz-figure__frame, pre")) watch.observe(frame);
}

// A link into something folded opens it.
function unfold() {
  const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  for (let fold = target?.closest("details"); fold; fold = fold.parentElement.closest("details")) fold.open = true;
  target?.scrollIntoView();
}

document.addEventListener("DOMContentLoaded", () => {
  offerSchemes();
  for (const form of document.querySelectorAll(".dz-search")) form.hidden = false;
  [...document.querySelectorAll("main table")].filter((table) => table.tHead && table.tBodies.length).forEach((table, number) => {
    offerSorting(table);
    offerFilter(table, number);
  });
  offerCode();
  offerCopying();
  reachScrolling();
  addEventListener("hashchange", unfold);
  if (location.hash) unfold();
});
addEventListener("beforeprint", () => {
  for (const fold of document.querySelectorAll("main details:not([open], .dz-cite, .hide)")) fold.open = fold.dataset.printed = true;
});
addEventListener("afterprint", () => {
  for (const fold of document.querySelectorAll("details[data-printed]")) { fold.open = false; delete fold.dataset.printed; }
});
