"use strict";
(() => {
  const records = JSON.parse(document.getElementById("records").textContent);
  const words = JSON.parse(document.getElementById("words").textContent);
  const panel = document.getElementById("panel"), told = document.getElementById("told");
  let language = "kk", shown = [], back = null;

  const say = (key) => (words[key] || [key, key])[language === "kk" ? 0 : 1];
  const make = (tag, text) => {
    const element = document.createElement(tag);
    if (text !== undefined) element.textContent = text;
    return element;
  };
  const plain = (value) => (typeof value === "string" ? value : JSON.stringify(value));
  const place = (row) =>
    row.page ? `${say("page")} ${row.page} (${row.box.join(", ")})` : `${say("line")} ${row.line ?? ""}: ${row.printed ?? row.at.join("–")}`;

  function show(ids) {
    shown = ids;
    told.replaceChildren();
    for (const id of ids) {
      const record = records[id];
      if (!record) continue;
      told.append(make("h3", `${id.replace("-", "[")}]  ${record.at ?? ""}`));
      const list = make("dl");
      const add = (name, value) => { list.append(make("dt", name), make("dd", value)); };
      for (const [name, value] of Object.entries(record.says)) {
        if (name === "url") {
          const link = make("a", value);
          link.href = value; link.target = "_blank"; link.rel = "noreferrer noopener";
          const cell = make("dd"); cell.append(link);
          list.append(make("dt", name), cell);
        } else add(name, plain(value));
      }
      if (record.rule) add(say("rule"), record.rule);
      if (record.repairs.length) add(say("repairs"), record.repairs.join("; "));
      if (record.source.length) add(say("source"), record.source.map(place).join("\n"));
      told.append(list);
    }
    document.querySelectorAll(".on").forEach((element) => element.classList.remove("on"));
    for (const id of ids.slice(0, 1))
      document.querySelectorAll(`[data-r~="${id}"]`).forEach((element) => element.classList.add("on"));
    panel.classList.toggle("open", ids.length > 0);
  }

  function choose(event) {
    const mark = event.target.closest("[data-r]");
    if (!mark) return;
    if (mark.closest("summary") && !mark.href) event.preventDefault();
    back = mark;
    show(mark.dataset.r.split(" "));
  }
  document.addEventListener("click", choose);
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") { show([]); if (back) back.focus(); }
    else if ((event.key === "Enter" || event.key === " ") && event.target.matches("[data-r]:not(a):not(button)")) { event.preventDefault(); choose(event); }
  });
  document.getElementById("close").addEventListener("click", () => { show([]); if (back) back.focus(); });

  // A part that is folded opens when something in it is jumped to.
  const open = () => {
    const target = location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)));
    for (let part = target && target.closest("details"); part; part = part.parentElement.closest("details")) part.open = true;
    if (target) target.scrollIntoView();
  };
  addEventListener("hashchange", open);
  open();
  addEventListener("beforeprint", () => document.querySelectorAll("details").forEach((part) => { part.open = true; }));

  document.getElementById("language").addEventListener("click", () => {
    language = language === "kk" ? "en" : "kk";
    document.querySelectorAll(".w").forEach((element) => { element.textContent = element.dataset[language]; });
    if (shown.length) show(shown);
  });
})();
