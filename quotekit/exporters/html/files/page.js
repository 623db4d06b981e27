"use strict";
(() => {
  const GAP = 6;
  const LINGER = 200;
  let card = null;
  let leaving = 0;

  const stop = () => clearTimeout(leaving);
  const focused = () => document.activeElement?.closest(".label");

  function hide() {
    stop();
    if (card) card.hidden = true;
    card = null;
    for (const part of document.querySelectorAll(".mark.on")) part.classList.remove("on");
  }

  // Below the line, or above it where there is more room; never past the column's edges.
  function place(line) {
    const column = card.parentElement.getBoundingClientRect();
    const left = Math.min(line.left - column.left, column.width - card.offsetWidth);
    const below = line.bottom + GAP + card.offsetHeight <= innerHeight || line.top < innerHeight / 2;
    const top = below ? line.bottom + GAP : line.top - GAP - card.offsetHeight;
    card.style.left = `${Math.max(0, left)}px`;
    card.style.top = `${top - column.top}px`;
  }

  function show(mark, line) {
    const key = mark.dataset.statement;
    const wanted = document.getElementById(`about-${key}`);
    stop();
    if (wanted === card) return;
    hide();
    card = wanted;
    card.hidden = false;
    for (const part of document.querySelectorAll(`.mark[data-statement="${key}"]`)) part.classList.add("on");
    place(line);
  }

  function showAtPointer(mark, y) {
    const lines = [...mark.getClientRects()];
    show(mark, lines.find((line) => y <= line.bottom + 1) ?? lines[lines.length - 1]);
  }

  function leave() {
    stop();
    leaving = setTimeout(() => {
      const label = focused();
      hide();
      if (label) showAtLabel(label);
    }, LINGER);
  }

  function showAtLabel(label) {
    show(label.parentElement, label.getBoundingClientRect());
  }

  const markAt = (target) => target.closest(".mark[data-statement]:not(.other)");

  // Shows one speaker's statements, or everybody's if the key is null.
  function choose(article, key) {
    let name = "";
    for (const speaker of article.querySelectorAll(".speaker")) {
      const chosen = speaker.dataset.speaker === key;
      speaker.classList.toggle("chosen", chosen);
      speaker.classList.toggle("other", key !== null && !chosen);
      speaker.querySelector(".who").setAttribute("aria-pressed", String(chosen));
      if (chosen) name = speaker.querySelector(".name").textContent;
    }
    for (const mark of article.querySelectorAll(".mark[data-speaker]"))
      mark.classList.toggle("other", key !== null && mark.dataset.speaker !== key);
    const some = article.querySelectorAll(".speaker:not(.other) .said").length;
    const all = article.querySelectorAll(".said").length;
    article.querySelector("[role=status]").textContent = name ? `${some} of ${all} attributions: ${name}` : "";
    article.querySelector(".all").hidden = !name;
    article.classList.toggle("filtered", Boolean(name));
    hide();
  }

  function showAll(article) {
    const button = article.querySelector(".chosen .who");
    const lost = article.querySelector(".all").matches(":focus");
    choose(article, null);
    if (lost) button.focus();
  }

  document.addEventListener("pointerover", (event) => {
    if (event.pointerType === "touch") return;
    const mark = markAt(event.target);
    if (mark) showAtPointer(mark, event.clientY);
    else if (event.target.closest(".card")) stop();
    else if (card) leave();
  });

  document.addEventListener("focusin", (event) => {
    const label = event.target.closest(".label");
    if (label) showAtLabel(label);
    else hide();
  });

  document.addEventListener("click", (event) => {
    const article = event.target.closest("article");
    const who = event.target.closest(".who");
    const mark = markAt(event.target);
    if (who) {
      const pressed = who.getAttribute("aria-pressed") === "true";
      choose(article, pressed ? null : who.parentElement.dataset.speaker);
    } else if (event.target.closest(".all")) showAll(article);
    else if (mark) showAtPointer(mark, event.clientY);
    else if (!event.target.closest(".card")) hide();
  });

  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    if (card) hide();
    else for (const article of document.querySelectorAll("article.filtered")) showAll(article);
  });

  document.documentElement.classList.add("live");
})();
